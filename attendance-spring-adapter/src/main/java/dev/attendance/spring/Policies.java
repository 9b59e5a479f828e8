package dev.attendance.spring;

import dev.attendance.cycle.OpenCycleRules;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.PolicyId;

/** Makes the policy that an operator set. */
final class Policies {

  private Policies() {}

  static AttendancePolicy of(AttendanceProperties.Policy set) {
    AttendancePolicy standard = AttendancePolicy.standard();
    AttendancePolicy policy =
        standard.toBuilder()
            .id(new PolicyId(set.name(), set.version()))
            .presentPercent(set.presentPercent())
            .partialPercent(set.partialPercent())
            .denominator(set.denominator())
            .reconnectGrace(set.reconnectGrace())
            .openCycles(new OpenCycleRules(set.openEnd(), set.longestOpen()))
            .build();
    // What is stamped on a session has to tell what it was measured by (R17).
    if (policy.id().equals(standard.id()) && !sameRules(policy, standard)) {
      throw new AttendanceConfigurationException(
          "The attendance policy was changed but is still called "
              + standard.id().name()
              + " version "
              + standard.id().version()
              + ".",
          "Set attendance.policy.name or attendance.policy.version: they are stamped on every"
              + " session, to tell by which rules it was measured.");
    }
    return policy;
  }

  private static boolean sameRules(AttendancePolicy one, AttendancePolicy other) {
    return one.presentPercent() == other.presentPercent()
        && one.partialPercent() == other.partialPercent()
        && one.denominator() == other.denominator()
        && one.reconnectGrace().equals(other.reconnectGrace())
        && one.openCycles().equals(other.openCycles());
  }
}
