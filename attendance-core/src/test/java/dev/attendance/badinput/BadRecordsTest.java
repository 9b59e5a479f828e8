package dev.attendance.badinput;

import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.AttendancePolicyBuilder;
import dev.attendance.record.Company;
import dev.attendance.record.Crowd;
import dev.attendance.record.MediaTime;
import dev.attendance.record.PolicyId;
import dev.attendance.record.RevisionCause;
import dev.attendance.record.RevisionInputs;
import dev.attendance.record.SessionRevision;
import dev.attendance.record.SessionSummary;
import dev.attendance.record.StatusDecision;
import dev.attendance.record.Threshold;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class BadRecordsTest {

  private static final Instant T = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration ZERO = Duration.ZERO;

  @TestFactory
  Stream<DynamicTest> refused() {
    return new BadInput()
        .id("policy name", name -> new PolicyId(name, 1))
        .between("policy version", 1, Integer.MAX_VALUE, version -> new PolicyId("p", version))
        .between("threshold percent", 0, 100, Threshold::ofPercent)
        .refused("threshold duration: must be positive and ", () -> Threshold.ofDuration(ZERO))
        .refused(
            "policy present: must ask ", () -> policy().present(Threshold.ofPercent(0)).build())
        .refused(
            "policy partial: must not ", () -> policy().partial(Threshold.ofPercent(76)).build())
        .refused(
            "policy lateAfter: must not be negative",
            () -> policy().lateAfter(Duration.ofMillis(-1)).build())
        .refused(
            "policy reconnectGrace: must not be negative, nor more than PT24H, was PT24H0.001S",
            () -> policy().reconnectGrace(Duration.ofDays(1).plusMillis(1)).build())
        .between("revision", 1, Integer.MAX_VALUE, number -> revision(number, T))
        .instant("settledAt", at -> revision(1, at))
        .notNegative("withHost", time -> new Company(time, ZERO))
        .notNegative("alone", time -> new Company(ZERO, time))
        .between("peak", 0, Integer.MAX_VALUE, peak -> new Crowd(peak, ZERO, ZERO))
        .notNegative("personTime", time -> new Crowd(0, time, ZERO))
        .notNegative("hostPresent", time -> new Crowd(0, ZERO, time))
        .notNegative("microphone", time -> new MediaTime(time, ZERO, ZERO))
        .notNegative("camera", time -> new MediaTime(ZERO, time, ZERO))
        .notNegative("screenShare", time -> new MediaTime(ZERO, ZERO, time))
        .id("correction id", id -> new StatusDecision(id, "head", T, "ill"))
        .id("correction madeBy", person -> new StatusDecision("C_1", person, T, "ill"))
        .instant("correction madeAt", at -> new StatusDecision("C_1", "head", at, "ill"))
        .id("correction reason", reason -> new StatusDecision("C_1", "head", T, reason))
        .tests();
  }

  private static AttendancePolicyBuilder policy() {
    return AttendancePolicy.standard().toBuilder();
  }

  private static SessionRevision revision(int number, Instant settledAt) {
    SessionSummary summary =
        new SessionSummary(
            new SessionId("lesson"),
            "",
            true,
            SessionState.FINAL,
            List.of(),
            Optional.empty(),
            Duration.ZERO,
            new PolicyId("p", 1),
            false,
            Crowd.NOBODY,
            Duration.ZERO);
    return new SessionRevision(
        number,
        settledAt,
        RevisionCause.OF_THE_FIRST,
        new RevisionInputs("", "", "", "", "", List.of()),
        summary,
        List.of());
  }
}
