package dev.attendance.report;

import dev.attendance.cycle.Boundary;
import dev.attendance.cycle.Evidence;
import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.PersonAttempt;
import dev.attendance.record.PersonCycle;
import dev.attendance.record.SessionAttendance;
import dev.attendance.session.PersonId;
import dev.attendance.session.RosterEntry;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person of a report with all that is known of it.
 *
 * @param record the record
 * @param roster the person's entry in the roster, if expected
 * @param cycles the connections that count, by their best start
 * @param attempts the connections that never came up, by time
 * @param decided what was decided about when the person was there, in the order in which it applies
 */
record PersonRow(
    AttendanceRecord record,
    Optional<RosterEntry> roster,
    List<PersonCycle> cycles,
    List<PersonAttempt> attempts,
    List<DecidedTime> decided) {

  private static final Comparator<Boundary> BY_DOUBT =
      Comparator.<Boundary, Duration>comparing(
              boundary -> Duration.between(boundary.earliest(), boundary.latest()))
          .thenComparing(Boundary::evidence);

  /** The persons of a report, in the order of their ids. */
  static List<PersonRow> of(SessionAttendance attendance) {
    Map<PersonId, List<PersonCycle>> cycles =
        attendance.cycles().stream()
            .filter(PersonCycle::counts)
            .collect(Collectors.groupingBy(PersonCycle::person));
    Map<PersonId, List<PersonAttempt>> attempts =
        attendance.attempts().stream().collect(Collectors.groupingBy(PersonAttempt::person));
    Map<PersonId, List<DecidedTime>> decided = DecidedTime.of(attendance);
    return attendance.records().stream()
        .map(
            record ->
                new PersonRow(
                    record,
                    Optional.ofNullable(attendance.expected().get(record.person())),
                    cycles.getOrDefault(record.person(), List.of()),
                    attempts.getOrDefault(record.person(), List.of()),
                    decided.getOrDefault(record.person(), List.of())))
        .toList();
  }

  /** What reports call the person. */
  String name() {
    return record.name().isBlank() ? record.person().value() : record.name();
  }

  /** How the boundary is known that leaves the least doubt. */
  Optional<Evidence> bestEvidence() {
    return boundaries().min(BY_DOUBT).map(Boundary::evidence);
  }

  /** How the boundary is known that leaves the most doubt. */
  Optional<Evidence> worstEvidence() {
    return boundaries().max(BY_DOUBT).map(Boundary::evidence);
  }

  private Stream<Boundary> boundaries() {
    return cycles.stream()
        .map(PersonCycle::cycle)
        .flatMap(cycle -> Stream.of(cycle.start(), cycle.end()));
  }
}
