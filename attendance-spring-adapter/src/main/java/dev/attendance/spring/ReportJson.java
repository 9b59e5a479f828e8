package dev.attendance.spring;

import dev.attendance.record.PresentPerson;
import dev.attendance.report.SessionReport;
import dev.attendance.spring.CycleJson.AttemptJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The attendance of a session as the read API shows it. */
record ReportJson(
    SessionJson session,
    int revision,
    Optional<Instant> settledAt,
    Instant reportedAt,
    List<RecordJson> records,
    List<CycleJson> cycles,
    List<AttemptJson> attempts) {

  static ReportJson of(SessionReport report) {
    return new ReportJson(
        SessionJson.of(report.attendance().summary()),
        report.revision(),
        report.settledAt(),
        report.reportedAt(),
        report.attendance().records().stream().map(RecordJson::of).toList(),
        report.attendance().cycles().stream().map(CycleJson::of).toList(),
        report.attendance().attempts().stream().map(AttemptJson::of).toList());
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
