package dev.attendance.report;

import dev.attendance.cycle.Evidence;
import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.StatusDecision;
import dev.attendance.record.StatusReason;
import dev.attendance.time.Bounds;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes one row for each person who came or was expected. Thread-safe.
 *
 * <p>{@code counted_seconds}, {@code percent} and {@code status} go by the same time: the best
 * value inside the window, short gaps bridged if the policy says so. {@code min_seconds} and {@code
 * max_seconds} are what it is between. What corrections changed stands beside what the facts give.
 */
public final class ParticipantsCsv {

  private final CsvFormat format;
  private final CsvColumns<PersonRow> columns;

  /**
   * A writer.
   *
   * @param format how the file is written
   */
  public ParticipantsCsv(CsvFormat format) {
    this.format = format;
    this.columns =
        new CsvColumns<PersonRow>()
            .with("person_id", of(record -> record.person().value()))
            .with("name", of(AttendanceRecord::name))
            .with("email", of(record -> record.email().orElse("")))
            .with("role", of(record -> record.role().name()))
            .with("expected", flag(AttendanceRecord::expected))
            .with("status", of(record -> record.status().name()))
            .with("computed_status", of(record -> record.computed().name()))
            .with("reason_code", of(record -> StatusReason.of(record).name()))
            .with("reason_text", of(record -> StatusReason.of(record).description()))
            .with("first_join", of(record -> format.time(record.firstJoin())))
            .with("last_leave", of(record -> format.time(record.lastLeave())))
            .with("counted_seconds", seconds(record -> record.bridged().best()))
            .with("counted_hms", of(record -> Printed.duration(record.bridged().best())))
            .with("window_seconds", seconds(AttendanceRecord::window))
            .with("percent", of(ParticipantsCsv::percent))
            .with("min_seconds", seconds(record -> record.bridged().atLeast()))
            .with("max_seconds", of(record -> Printed.secondsAtMost(record.bridged().atMost())))
            .with("unbridged_seconds", seconds(record -> record.counted().best()))
            .with("uncorrected_seconds", of(ParticipantsCsv::uncorrected))
            .with("total_seconds_unclipped", seconds(record -> record.unclipped().best()))
            .with("late", flag(AttendanceRecord::late))
            .with("late_by_seconds", seconds(AttendanceRecord::lateBy))
            .with("left_early", flag(AttendanceRecord::leftEarly))
            .with("left_early_by_seconds", seconds(AttendanceRecord::leftEarlyBy))
            .with("joins", of(record -> Integer.toString(record.cycles())))
            .with("devices", of(record -> Integer.toString(record.devices())))
            .with("attempts", of(record -> Integer.toString(record.attempts())))
            .with("longest_gap_seconds", seconds(AttendanceRecord::longestGap))
            .with("with_host_seconds", seconds(record -> record.company().withHost()))
            .with("alone_seconds", seconds(record -> record.company().alone()))
            .with("microphone_seconds", seconds(record -> record.media().microphone()))
            .with("camera_seconds", seconds(record -> record.media().camera()))
            .with("screen_share_seconds", seconds(record -> record.media().screenShare()))
            .with("evidence_best", row -> name(row.bestEvidence()))
            .with("evidence_worst", row -> name(row.worstEvidence()))
            .with("corrected_by", decision(StatusDecision::madeBy))
            .with("corrected_at", decision(made -> format.time(made.madeAt())))
            .with("correction_reason", decision(StatusDecision::reason));
  }

  /**
   * Writes the file.
   *
   * @param report what to write
   * @param out where to; not closed. To be encoded as UTF-8
   * @throws IOException if {@code out} throws it
   */
  public void write(SessionReport report, Appendable out) throws IOException {
    new CsvSheet(format, out).table(columns, PersonRow.of(report.attendance()));
  }

  private static Function<PersonRow, String> of(Function<AttendanceRecord, String> value) {
    return row -> value.apply(row.record());
  }

  private static Function<PersonRow, String> flag(Function<AttendanceRecord, Boolean> value) {
    return row -> value.apply(row.record()) ? "Y" : "N";
  }

  private static Function<PersonRow, String> seconds(Function<AttendanceRecord, Duration> value) {
    return row -> Printed.seconds(value.apply(row.record()));
  }

  private static Function<PersonRow, String> decision(Function<StatusDecision, String> value) {
    return row -> row.record().decision().map(value).orElse("");
  }

  private static String percent(AttendanceRecord record) {
    return Printed.share(record.bridged().best(), record.window())
        .map(BigDecimal::toPlainString)
        .orElse("");
  }

  private static String uncorrected(AttendanceRecord record) {
    return record.uncorrected().map(Bounds::best).map(Printed::seconds).orElse("");
  }

  private static String name(Optional<Evidence> evidence) {
    return evidence.map(Evidence::name).orElse("");
  }
}
