package dev.attendance.rules;

import static dev.attendance.rules.Room.at;
import static dev.attendance.rules.Room.exactJoin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.cycle.CycleMatcher;
import dev.attendance.cycle.ParticipantFilter;
import dev.attendance.record.AttendanceCalculator;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.Corrections;
import dev.attendance.record.FieldChange;
import dev.attendance.record.HistoryEntry;
import dev.attendance.record.PersonChange;
import dev.attendance.record.RevisionDiff;
import dev.attendance.record.RevisionInputs;
import dev.attendance.record.SessionAttendance;
import dev.attendance.record.SessionRevision;
import dev.attendance.session.PersonId;
import dev.attendance.session.PersonResolver;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.Session;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.session.SessionState;
import dev.attendance.session.SessionTiming;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Example;

/** R22 and R23: what is kept of a session once it is settled, and how two revisions compare. */
class SettledTest {

  private static final Interval WINDOW = new Interval(at(0), at(600));

  private static Session session(Room room) {
    RosterEntry ann = new RosterEntry(new PersonId("ann"), "Ann Example", Optional.empty());
    SessionPlan plan =
        new SessionPlan(new SessionId("lesson"), "Algebra", WINDOW, Set.of("math"), List.of(ann));
    return new Session(
        plan.id(),
        Optional.of(plan),
        List.of(AtOnce.fold(room.events()).history()),
        List.of(),
        IntervalSet.of(new Interval(at(1), at(2))));
  }

  private static SessionAttendance attendance(Session session, AttendancePolicy policy) {
    return new AttendanceCalculator(
            new CycleMatcher(AtOnce.TIMING),
            ParticipantFilter.PEOPLE,
            PersonResolver.IDENTITY,
            SessionTiming.STANDARD)
        .calculate(session, Corrections.NONE, policy, AtOnce.LATER);
  }

  private static SessionRevision revision(Session session, AttendancePolicy policy) {
    SessionAttendance attendance = attendance(session, policy);
    return SessionRevision.first(
        at(700),
        RevisionInputs.of(session, Corrections.NONE, attendance.records()),
        attendance.summary(),
        attendance.records());
  }

  private static Room ann() {
    return new Room().left("ann", 600, exactJoin(0));
  }

  @Example
  void r22_aPersonsHistorySaysWhatWasSettledAndWhenTheSessionWas() {
    SessionRevision revision = revision(session(ann()), AttendancePolicy.standard());
    AttendanceRecord record = revision.records().get(0);
    HistoryEntry entry = HistoryEntry.of(revision, record);
    assertThat(entry)
        .isEqualTo(
            new HistoryEntry(
                new SessionId("lesson"),
                "Algebra",
                Optional.of(WINDOW),
                AttendancePolicy.standard().id(),
                true,
                1,
                at(700),
                record));
    assertThat(entry.position().at()).isEqualTo(at(0));
    assertThat(entry.position().session()).isEqualTo(new SessionId("lesson"));
  }

  @Example
  void r13_aSessionWithoutAWindowStandsInTheHistoryWhereItWasSettled() {
    SessionRevision revision = revision(session(ann()), AttendancePolicy.hostPresent());
    HistoryEntry entry = HistoryEntry.of(revision, revision.records().get(0));
    assertThat(entry.span()).isEmpty();
    assertThat(entry.position().at()).isEqualTo(at(700));
  }

  @Example
  void r22_whatCannotBeWorkedOutAnyMoreIsAsItWasSettled() {
    Session session = session(ann());
    AttendancePolicy policy = AttendancePolicy.standard();
    SessionRevision revision = revision(session, policy);
    SessionAttendance kept =
        SessionAttendance.asSettled(session, revision, Corrections.NONE, policy);
    assertThat(kept.summary()).isEqualTo(revision.summary());
    assertThat(kept.records()).isEqualTo(revision.records());
    assertThat(kept.settleable()).isFalse();
    assertThat(kept.cycles()).isEmpty();
    assertThat(kept.expected()).containsOnlyKeys(new PersonId("ann"));
    assertThat(kept.blindSpots()).isEqualTo(session.blindSpots());
    assertThat(kept.window().certain()).isEqualTo(IntervalSet.of(WINDOW));
    assertThat(kept.window().possible()).isEqualTo(IntervalSet.of(WINDOW));
    assertThat(kept.inDoubt()).isEqualTo(IntervalSet.empty());
  }

  @Example
  void anotherSummaryLeavesAllElse() {
    SessionAttendance before = attendance(session(ann()), AttendancePolicy.standard());
    SessionAttendance after = before.withSummary(before.summary().in(SessionState.FINAL));
    assertThat(after.summary().state()).isEqualTo(SessionState.FINAL);
    assertThat(after.withSummary(before.summary())).isEqualTo(before);
  }

  @Example
  void p5_anExplanationIsOfOnePerson() {
    Room room =
        ann()
            .left("bob", 600, exactJoin(0))
            .aborted("ann/2", 90, exactJoin(80))
            .aborted("bob/2", 90, exactJoin(80));
    SessionAttendance attendance = attendance(session(room), AttendancePolicy.standard());
    for (String person : List.of("ann", "bob")) {
      var explanation = attendance.explain(new PersonId(person)).orElseThrow();
      assertThat(explanation.record().person().value()).isEqualTo(person);
      assertThat(explanation.cycles())
          .singleElement()
          .returns("PA_" + person, cycle -> cycle.cycle().id().participantSid());
      assertThat(explanation.attempts())
          .singleElement()
          .returns("PA_" + person + "/2", attempt -> attempt.attempt().id().participantSid());
    }
    assertThat(attendance.explain(new PersonId("cem"))).isEmpty();
  }

  @Example
  void r23_aDiffSaysWhoIsDifferentAndInWhat() {
    SessionRevision one = revision(session(ann()), AttendancePolicy.standard());
    SessionRevision two =
        revision(
            session(new Room().left("ann", 100, exactJoin(0)).left("bob", 600, exactJoin(0))),
            AttendancePolicy.standard());
    assertThat(RevisionDiff.between(one, one).isEmpty()).isTrue();
    RevisionDiff first = RevisionDiff.first(one);
    assertThat(first.session()).isEmpty();
    assertThat(first.persons()).singleElement().returns(Optional.empty(), PersonChange::before);
    assertThat(first.isEmpty()).isFalse();

    RevisionDiff diff = RevisionDiff.between(one, two);
    assertThat(diff.isEmpty()).isFalse();
    assertThat(diff.session()).extracting(FieldChange::field).contains("crowd");
    assertThat(diff.persons())
        .extracting(change -> change.person().value())
        .containsExactly("ann", "bob");
    PersonChange ann = diff.persons().get(0);
    assertThat(ann.statusBefore()).contains(one.records().get(0).status());
    assertThat(ann.statusAfter()).contains(two.records().get(0).status());
    assertThat(ann.fields())
        .contains(new FieldChange("status", ann.statusBefore().get(), ann.statusAfter().get()))
        .extracting(FieldChange::toString)
        .contains("FieldChange[status]");
    assertThat(RevisionDiff.between(two, one).persons().get(1).statusAfter()).isEmpty();
  }
}
