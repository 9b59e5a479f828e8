package dev.attendance.report;

import dev.attendance.cycle.Boundary;
import dev.attendance.cycle.Cycle;
import dev.attendance.event.DisconnectReason;
import dev.attendance.record.PersonCycle;
import dev.attendance.record.SessionAttendance;
import dev.attendance.time.IntervalSet;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes one row for each connection, counted or not, by its best start. Thread-safe.
 *
 * <p>{@code raw_seconds} is how long it was, {@code counted_seconds} how much of that lies in the
 * window. Two devices at once have a row each, so that the rows of a person can add up to more than
 * the person was there. A room is named by its instance, for the name alone does not tell two runs
 * of it apart.
 */
public final class IntervalsCsv {

  private final CsvFormat format;

  private record Row(PersonCycle person, String name, IntervalSet window) {}

  /**
   * A writer.
   *
   * @param format how the file is written
   */
  public IntervalsCsv(CsvFormat format) {
    this.format = format;
  }

  /**
   * Writes the file.
   *
   * @param report what to write
   * @param out where to; not closed. To be encoded as UTF-8
   * @throws IOException if {@code out} throws it
   */
  public void write(SessionReport report, Appendable out) throws IOException {
    SessionAttendance attendance = report.attendance();
    Map<String, String> names = Names.of(attendance);
    new CsvSheet(format, out)
        .table(
            columns(),
            attendance.cycles().stream()
                .map(cycle -> new Row(cycle, Names.of(cycle, names), attendance.window().best()))
                .toList());
  }

  private CsvColumns<Row> columns() {
    return new CsvColumns<Row>()
        .with("person_id", row -> row.person().person().value())
        .with("name", Row::name)
        .with("identity", of(cycle -> cycle.profile().identity()))
        .with("participant_sid", of(cycle -> cycle.id().participantSid()))
        .with("kind", of(cycle -> cycle.profile().kind().name()))
        .with("counts", row -> row.person().counts() ? "Y" : "N")
        .with("join", of(cycle -> format.time(cycle.start().best())))
        .with("join_earliest", time(Cycle::start, Boundary::earliest))
        .with("join_latest", time(Cycle::start, Boundary::latest))
        .with("join_evidence", of(cycle -> cycle.start().evidence().name()))
        .with("leave", of(cycle -> cycle.isOpen() ? "" : format.time(cycle.end().best())))
        .with("leave_earliest", time(Cycle::end, Boundary::earliest))
        .with("leave_latest", time(Cycle::end, Boundary::latest))
        .with("leave_evidence", of(cycle -> cycle.end().evidence().name()))
        .with("disconnect_reason", of(IntervalsCsv::reason))
        .with("raw_seconds", of(cycle -> Printed.seconds(cycle.best().duration())))
        .with("raw_hms", of(cycle -> Printed.duration(cycle.best().duration())))
        .with("counted_seconds", IntervalsCsv::counted)
        .with("room_sid", of(cycle -> cycle.id().roomSid()));
  }

  private static Function<Row, String> of(Function<Cycle, String> value) {
    return row -> value.apply(row.person().cycle());
  }

  private Function<Row, String> time(
      Function<Cycle, Boundary> boundary, Function<Boundary, Instant> end) {
    return of(cycle -> format.time(end.apply(boundary.apply(cycle))));
  }

  private static String reason(Cycle cycle) {
    return cycle.reason().map(DisconnectReason::name).orElse("");
  }

  private static String counted(Row row) {
    return row.person().counts()
        ? Printed.seconds(
            IntervalSet.of(row.person().cycle().best()).intersection(row.window()).duration())
        : "0";
  }
}
