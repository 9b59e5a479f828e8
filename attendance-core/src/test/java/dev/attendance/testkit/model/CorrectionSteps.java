package dev.attendance.testkit.model;

import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.Correction;
import dev.attendance.record.CorrectionHeader;
import dev.attendance.record.CorrectionWithdrawn;
import dev.attendance.record.PersonsMerged;
import dev.attendance.record.PolicyStamped;
import dev.attendance.record.PresenceAdded;
import dev.attendance.record.PresenceMoved;
import dev.attendance.record.PresenceRemoved;
import dev.attendance.record.StatusSet;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Corrections of each kind, with few ids: some are known already, some are withdrawn. */
final class CorrectionSteps {

  private static final List<AttendancePolicy> POLICIES =
      List.of(AttendancePolicy.standard(), AttendancePolicy.webinar());

  private CorrectionSteps() {}

  /** By the facade, which refuses what cannot be meant. */
  static Arbitrary<Step> corrected() {
    return corrections()
        .map(made -> new Step("correct " + made, app -> app.attendance().correct(made)));
  }

  /** Into the log, whatever it is about. */
  static Arbitrary<Step> appended() {
    return corrections()
        .map(made -> new Step("append " + made, app -> app.store().corrections().append(made)));
  }

  private record Draft(
      int kind, int id, SessionId session, PersonId person, int other, Instant at, int minutes) {}

  private static Arbitrary<Correction> corrections() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 9),
            Arbitraries.integers().between(0, 5),
            Arbitraries.of(Words.SESSIONS),
            Words.persons(),
            Arbitraries.integers().between(1, Words.PERSONS.size() - 1),
            Words.instants(),
            Arbitraries.integers().between(1, 90))
        .as(Draft::new)
        .map(CorrectionSteps::correction);
  }

  private static Correction correction(Draft draft) {
    CorrectionHeader header =
        new CorrectionHeader(
            id(draft.id()), draft.at(), Words.IDENTITIES.get(draft.minutes() % 3), "seen");
    Interval interval =
        new Interval(draft.at(), draft.at().plus(Duration.ofMinutes(draft.minutes())));
    PersonId other =
        Words.PERSONS.get(
            (Words.PERSONS.indexOf(draft.person()) + draft.other()) % Words.PERSONS.size());
    return switch (draft.kind()) {
      case 0, 1 -> new PresenceAdded(header, draft.session(), draft.person(), interval);
      case 2 -> new PresenceRemoved(header, draft.session(), draft.person(), interval);
      case 3 -> new PresenceMoved(header, draft.session(), draft.person(), other, interval);
      case 4, 5 -> new StatusSet(header, draft.session(), draft.person(), status(draft));
      case 6 -> new PersonsMerged(header, draft.person(), other);
      case 7 -> new PolicyStamped(header, draft.session(), POLICIES.get(draft.minutes() % 2));
      case 8 -> new CorrectionWithdrawn(header, Optional.empty(), id(draft.minutes() % 6));
      default ->
          new CorrectionWithdrawn(header, Optional.of(draft.session()), id(draft.minutes() % 6));
    };
  }

  private static String id(int number) {
    return (number % 2 == 0 ? "c" : "C") + number / 2;
  }

  private static AttendanceStatus status(Draft draft) {
    return draft.minutes() % 2 == 0 ? AttendanceStatus.PRESENT : AttendanceStatus.EXCUSED;
  }
}
