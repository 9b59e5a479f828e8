package dev.attendance.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.PolicyId;
import dev.attendance.record.Threshold;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What sessions are measured by, as it is set. */
class PolicyPropertiesTest {

  @Test
  void aChangedPolicyNeedsANameOfItsOwn() {
    ApplicationContextRunner changed =
        AutoConfigured.IN_MEMORY.withPropertyValues("attendance.policy.present=80%/45m");
    changed.run(
        context ->
            assertThat(context.getStartupFailure())
                .rootCause()
                .hasMessageContaining("attendance.policy.version"));
    changed
        .withPropertyValues("attendance.policy.version=2")
        .run(
            context -> {
              AttendancePolicy policy = context.getBean(AttendancePolicy.class);
              assertThat(policy.id()).isEqualTo(new PolicyId("standard", 2));
              assertThat(policy.present()).isEqualTo(Threshold.either(80, Duration.ofMinutes(45)));
            });
  }

  @Test
  void everyPartOfThePolicyCanBeSet() {
    AttendancePolicy set =
        AttendancePolicy.parse(
            "policy=course version=7 denominator=HOST_PRESENT present=PT45M partial=10%"
                + " lateAfter=PT3M leftEarlyBefore=PT2M reconnectGrace=PT30S breakouts=RAW"
                + " openEnd=MIDDLE longestOpen=PT6H");
    AutoConfigured.IN_MEMORY
        .withPropertyValues(
            "attendance.policy.name=course",
            "attendance.policy.version=7",
            "attendance.policy.denominator=host-present",
            "attendance.policy.present=45m",
            "attendance.policy.partial=10%",
            "attendance.policy.late-after=3m",
            "attendance.policy.left-early-before=2m",
            "attendance.policy.reconnect-grace=30s",
            "attendance.policy.breakouts=raw",
            "attendance.policy.open-end=middle",
            "attendance.policy.longest-open=6h")
        .run(context -> assertThat(context.getBean(AttendancePolicy.class)).isEqualTo(set));
  }

  @Test
  void aPolicyThatCannotBeUnderstoodIsRefusedByItsProperty() {
    for (String text : new String[] {"75", "45m/75%", "75%/", "101%", "0s"}) {
      AutoConfigured.IN_MEMORY
          .withPropertyValues("attendance.policy.partial=" + text)
          .run(
              context ->
                  assertThat(context.getStartupFailure())
                      .rootCause()
                      .isInstanceOf(AttendanceConfigurationException.class)
                      .hasMessageContaining("attendance.policy.partial"));
    }
  }
}
