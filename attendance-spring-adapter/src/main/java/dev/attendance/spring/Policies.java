package dev.attendance.spring;

import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.PolicyId;
import dev.attendance.record.Threshold;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.boot.convert.DurationStyle;

/** Makes the policy that an operator set. */
final class Policies {

  private Policies() {}

  static AttendancePolicy of(PolicyProperties set) {
    AttendancePolicy standard = AttendancePolicy.standard();
    AttendancePolicy policy =
        standard.toBuilder()
            .id(new PolicyId(set.name(), set.version()))
            .present(threshold("present", set.present()))
            .partial(threshold("partial", set.partial()))
            .lateAfter(set.lateAfter())
            .leftEarlyBefore(set.leftEarlyBefore())
            .denominator(set.denominator())
            .reconnectGrace(set.reconnectGrace())
            .breakouts(set.breakouts())
            .openEnd(set.openEnd())
            .longestOpen(set.longestOpen())
            .build();
    // What is stamped on a session has to tell what it was measured by (R17).
    if (policy.id().equals(standard.id()) && !policy.equals(standard)) {
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

  /** Times as operators write them elsewhere, too: 45m besides PT45M. */
  private static Threshold threshold(String property, String text) {
    try {
      return Threshold.parse(
          Arrays.stream(text.split("/", -1))
              .map(String::strip)
              .map(part -> part.endsWith("%") ? part : duration(part))
              .collect(Collectors.joining("/")));
    } catch (IllegalArgumentException e) {
      throw new AttendanceConfigurationException(
          "attendance.policy." + property + " cannot be understood: " + e.getMessage() + ".",
          "Set attendance.policy."
              + property
              + " to a share of the window like 75%, a time inside"
              + " it like 45m, or both like 75%/45m.");
    }
  }

  /** With a unit: somebody who forgot the percent sign does not mean milliseconds. */
  private static String duration(String text) {
    if (text.chars().allMatch(Character::isDigit)) {
      throw new IllegalArgumentException("a number without a percent sign or a unit");
    }
    return DurationStyle.detectAndParse(text).toString();
  }
}
