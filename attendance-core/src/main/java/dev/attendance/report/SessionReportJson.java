package dev.attendance.report;

import dev.attendance.record.PresentPerson;
import dev.attendance.report.CycleJson.AttemptJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The attendance of a session as JSON shows it. */
record SessionReportJson(
    SessionJson session,
    ReportStanding standing,
    int revision,
    Optional<Instant> settledAt,
    Instant reportedAt,
    TallyJson tally,
    List<RecordJson> records,
    List<CycleJson> cycles,
    List<AttemptJson> attempts) {

  static SessionReportJson of(SessionReport report) {
    return new SessionReportJson(
        SessionJson.of(report.attendance().summary()),
        report.standing(),
        report.revision(),
        report.settledAt(),
        report.reportedAt(),
        TallyJson.of(report.tally()),
        report.attendance().records().stream().map(RecordJson::of).toList(),
        report.attendance().cycles().stream().map(CycleJson::of).toList(),
        report.attendance().attempts().stream().map(AttemptJson::of).toList());
  }

  /** How many people, and how long. */
  record TallyJson(
      int people,
      int expected,
      int attended,
      int guests,
      int present,
      int late,
      int leftEarly,
      int partial,
      int absent,
      int excused,
      int unresolved,
      int pending,
      long averageMillis,
      long medianMillis) {

    static TallyJson of(Tally tally) {
      return new TallyJson(
          tally.people(),
          tally.expected(),
          tally.attended(),
          tally.guests(),
          tally.present(),
          tally.late(),
          tally.leftEarly(),
          tally.partial(),
          tally.absent(),
          tally.excused(),
          tally.unresolved(),
          tally.pending(),
          tally.average().toMillis(),
          tally.median().toMillis());
    }
  }

  /** Who is in a session now. */
  record Present(SessionJson session, Instant reportedAt, List<Person> present) {

    /** One who is there, however many devices. */
    record Person(String person, String name, Instant since, int connections) {

      static Person of(PresentPerson person) {
        return new Person(
            person.person().value(), person.name(), person.since(), person.connections());
      }
    }

    static Present of(SessionReport report) {
      return new Present(
          SessionJson.of(report.attendance().summary()),
          report.reportedAt(),
          report.present().stream().map(Person::of).toList());
    }
  }
}
