package dev.attendance.rules;

import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.Correction;
import dev.attendance.record.CorrectionHeader;
import dev.attendance.record.CorrectionWithdrawn;
import dev.attendance.record.PersonsMerged;
import dev.attendance.record.PresenceAdded;
import dev.attendance.record.PresenceMoved;
import dev.attendance.record.PresenceRemoved;
import dev.attendance.record.StatusSet;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.time.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Corrections of one session, for the rules as examples and at random. Times are seconds after
 * {@link Traces#START}.
 */
record MadeCorrections(SessionId session) {

  static final List<String> PEOPLE = List.of("user-0", "user-1", "user-8", "user-9");
  private static final List<AttendanceStatus> STATUSES =
      List.of(
          AttendanceStatus.PRESENT,
          AttendanceStatus.PARTIAL,
          AttendanceStatus.ABSENT,
          AttendanceStatus.EXCUSED);

  static MadeCorrections in(String session) {
    return new MadeCorrections(new SessionId(session));
  }

  /** By a teacher, at the second that ends the id if one does: {@code c1@30}. */
  static CorrectionHeader header(String id) {
    int second = id.contains("@") ? Integer.parseInt(id.replaceAll(".*@", "")) : 0;
    return new CorrectionHeader(id, Room.at(second), "teacher", "was seen");
  }

  Correction added(String id, String who, double start, double end) {
    return new PresenceAdded(header(id), session, person(who), interval(start, end));
  }

  Correction removed(String id, String who, double start, double end) {
    return new PresenceRemoved(header(id), session, person(who), interval(start, end));
  }

  Correction moved(String id, String from, String to, double start, double end) {
    return new PresenceMoved(header(id), session, person(from), person(to), interval(start, end));
  }

  Correction set(String id, String who, AttendanceStatus status) {
    return new StatusSet(header(id), session, person(who), status);
  }

  static Correction merged(String id, String from, String into) {
    return new PersonsMerged(header(id), person(from), person(into));
  }

  static Correction withdrawn(String id, Correction correction) {
    return new CorrectionWithdrawn(header(id), correction);
  }

  private static PersonId person(String id) {
    return new PersonId(id);
  }

  private static Interval interval(double start, double end) {
    return new Interval(Room.at(start), Room.at(end));
  }

  /** What a correction is made of; its kind decides which parts are used. */
  private record Draft(
      int kind, int madeAt, int who, int other, int start, int millis, int length, int target) {}

  /** Any corrections; withdrawals may come before what they withdraw, or withdraw nothing. */
  Arbitrary<List<Correction>> any(int most) {
    return Combinators.combine(
            Arbitraries.integers().between(0, 9),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, PEOPLE.size() - 1),
            Arbitraries.integers().between(1, PEOPLE.size() - 1),
            Arbitraries.integers().between(-20, 150),
            Arbitraries.of(0, 0, 456, 999),
            Arbitraries.integers().between(1, 90),
            Arbitraries.integers().between(0, most - 1))
        .as(Draft::new)
        .list()
        .ofMaxSize(most)
        .map(this::made);
  }

  private List<Correction> made(List<Draft> drafts) {
    List<Correction> made = new ArrayList<>();
    for (Draft draft : drafts) {
      made.add(made(draft, made.size()));
    }
    return made;
  }

  private Correction made(Draft draft, int number) {
    // The ids run against the numbers, so that of two at once the later made one applies first.
    String id = "c" + (9 - number) + "@" + draft.madeAt();
    String who = PEOPLE.get(draft.who());
    String other = PEOPLE.get((draft.who() + draft.other()) % PEOPLE.size());
    double start = draft.start() + draft.millis() / 1000.0;
    double end = start + draft.length();
    return switch (draft.kind()) {
      case 0, 1 -> added(id, who, start, end);
      case 2, 3 -> removed(id, who, start, end);
      case 4, 5 -> moved(id, who, other, start, end);
      case 6 -> set(id, who, STATUSES.get(draft.length() % STATUSES.size()));
      case 7 -> merged(id, who, other);
      default ->
          new CorrectionWithdrawn(
              header(id),
              draft.kind() == 8 ? Optional.of(session) : Optional.empty(),
              "c" + (9 - draft.target()) + "@" + draft.length() % 4);
    };
  }
}
