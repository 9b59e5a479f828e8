package dev.attendance.report;

import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.StatusDecision;
import dev.attendance.record.StatusReason;
import dev.attendance.session.Role;
import dev.attendance.time.Bounds;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * One person's attendance as JSON shows it. Percent, cut to two decimals, and status go by what is
 * bridged.
 */
record RecordJson(
    String person,
    String name,
    Optional<String> email,
    Role role,
    boolean expected,
    AttendanceStatus status,
    AttendanceStatus computed,
    StatusReason reason,
    Optional<DecisionJson> decision,
    Optional<BigDecimal> percent,
    BoundsJson counted,
    BoundsJson bridged,
    BoundsJson unclipped,
    Optional<BoundsJson> uncorrected,
    long windowMillis,
    Optional<Instant> firstJoin,
    Optional<Instant> lastLeave,
    boolean late,
    long lateByMillis,
    boolean leftEarly,
    long leftEarlyByMillis,
    long longestGapMillis,
    int cycles,
    int devices,
    int attempts,
    long withHostMillis,
    long aloneMillis,
    long microphoneMillis,
    long cameraMillis,
    long screenShareMillis) {

  /** A duration that is known only between bounds. */
  record BoundsJson(long atLeastMillis, long bestMillis, long atMostMillis) {

    static BoundsJson of(Bounds bounds) {
      return new BoundsJson(
          bounds.atLeast().toMillis(), bounds.best().toMillis(), bounds.atMost().toMillis());
    }
  }

  /** Who decided a status, and why. */
  record DecisionJson(String correction, String madeBy, Instant madeAt, String reason) {

    static DecisionJson of(StatusDecision decision) {
      return new DecisionJson(
          decision.correction(), decision.madeBy(), decision.madeAt(), decision.reason());
    }
  }

  static RecordJson of(AttendanceRecord record) {
    return new RecordJson(
        record.person().value(),
        record.name(),
        record.email(),
        record.role(),
        record.expected(),
        record.status(),
        record.computed(),
        StatusReason.of(record),
        record.decision().map(DecisionJson::of),
        Printed.share(record.bridged().best(), record.window()),
        BoundsJson.of(record.counted()),
        BoundsJson.of(record.bridged()),
        BoundsJson.of(record.unclipped()),
        record.uncorrected().map(BoundsJson::of),
        record.window().toMillis(),
        record.firstJoin(),
        record.lastLeave(),
        record.late(),
        record.lateBy().toMillis(),
        record.leftEarly(),
        record.leftEarlyBy().toMillis(),
        record.longestGap().toMillis(),
        record.cycles(),
        record.devices(),
        record.attempts(),
        record.company().withHost().toMillis(),
        record.company().alone().toMillis(),
        record.media().microphone().toMillis(),
        record.media().camera().toMillis(),
        record.media().screenShare().toMillis());
  }
}
