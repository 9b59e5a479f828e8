package dev.attendance.rules;

import static dev.attendance.rules.MadeCorrections.merged;
import static dev.attendance.rules.MadeCorrections.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attendance.cycle.OpenCycleRules;
import dev.attendance.event.DisconnectReason;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.Correction;
import dev.attendance.record.CorrectionEntry;
import dev.attendance.record.CorrectionHeader;
import dev.attendance.record.CorrectionStanding;
import dev.attendance.record.CorrectionWithdrawn;
import dev.attendance.record.Corrections;
import dev.attendance.record.Explanation;
import dev.attendance.record.PersonsMerged;
import dev.attendance.record.PresenceAdded;
import dev.attendance.record.PresenceMoved;
import dev.attendance.record.SessionRevision;
import dev.attendance.record.StatusSet;
import dev.attendance.report.ExplanationText;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.store.AppendOutcome;
import dev.attendance.time.Bounds;
import dev.attendance.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;

/** Promise 6 and R19 as examples. The lesson is planned for 600 s in the room {@code math}. */
class CorrectionRulesTest {

  private static final MadeCorrections LESSON = MadeCorrections.in("lesson");

  private final Lesson lesson = new Lesson();

  private Lesson planned(String... roster) {
    lesson.plans.add("lesson", 0, 600, roster);
    return lesson;
  }

  private AppendOutcome correct(Correction correction) {
    return lesson.attendance.correct(correction);
  }

  private static Bounds exactly(int seconds) {
    return Bounds.exactly(Duration.ofSeconds(seconds));
  }

  @Example
  void r19_excusedShowsAtOnceAndStaysWhateverTheFactsSay() {
    planned("ann", "bob");
    correct(LESSON.set("c1", "ann", AttendanceStatus.EXCUSED));
    lesson.time.set(-100);
    assertThat(lesson.people("lesson")).containsExactly("ann EXCUSED", "bob PENDING");
    lesson.told(new Room().joined("bob", 0).left("bob", 600));
    assertThat(lesson.settleAt(700)).isOne();
    assertThat(lesson.people("lesson")).containsExactly("ann EXCUSED", "bob PRESENT");
    AttendanceRecord ann = lesson.record("lesson", "ann");
    assertThat(ann.computed()).isEqualTo(AttendanceStatus.ABSENT);
    assertThat(ann.decision().map(decision -> decision.madeBy() + " " + decision.reason()))
        .contains("teacher was seen");
    assertThat(lesson.settled.get(0).records()).contains(ann);

    lesson.told(new Room().joined("ann", 0).left("ann", 600));
    assertThat(lesson.settleAt(800)).isOne();
    assertThat(lesson.people("lesson")).containsExactly("ann EXCUSED", "bob PRESENT");
    assertThat(lesson.record("lesson", "ann").computed()).isEqualTo(AttendanceStatus.PRESENT);
    assertThat(lesson.record("lesson", "ann").bridged()).isEqualTo(exactly(600));
  }

  @Example
  void r19_itTakesAPersonAndAReason() {
    for (String blank : List.of("", " ", "\t")) {
      assertThatThrownBy(() -> new CorrectionHeader("c1", Room.at(0), "teacher", blank))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("correction reason: must not be blank");
      assertThatThrownBy(() -> new CorrectionHeader("c1", Room.at(0), blank, "ill"))
          .hasMessage("correction madeBy: must not be blank");
      assertThatThrownBy(() -> new CorrectionHeader(blank, Room.at(0), "teacher", "ill"))
          .hasMessage("correction id: must not be blank");
    }
    assertThatThrownBy(() -> new CorrectionHeader("c1", Instant.EPOCH, "teacher", "ill"))
        .hasMessageStartingWith("correction madeAt: must lie between");
    assertThat(MadeCorrections.header("c1")).hasToString("CorrectionHeader[c1]");
  }

  @Example
  void p6_aCorrectionAfterFinalIsSettledByTheNextRunAndTheFirstRevisionStays() {
    planned("ann").told(new Room().joined("ann", 0).left("ann", 300));
    lesson.settleAt(700);
    assertThat(correct(LESSON.added("c1", "ann", 300, 600))).isEqualTo(AppendOutcome.APPENDED);
    assertThat(lesson.people("lesson")).containsExactly("ann PRESENT");
    assertThat(lesson.report("lesson").isFinal()).isFalse();
    assertThat(lesson.settleAt(800)).isOne();
    assertThat(lesson.settleAt(900)).isZero();
    assertThat(lesson.report("lesson").isFinal()).isTrue();
    assertThat(lesson.settled).extracting(SessionRevision::revision).containsExactly(1, 2);
    AttendanceRecord ann = lesson.settled.get(1).records().get(0);
    assertThat(ann.bridged()).isEqualTo(exactly(600));
    assertThat(ann.uncorrected().map(Bounds::best)).contains(Duration.ofMinutes(5));
    assertThat(ann.lastLeave()).contains(Room.at(600));
    assertThat(lesson.store.records().sessionsToSettle(AtOnce.LATER, "", 9)).isEmpty();
  }

  @Example
  void p6_aDuplicateIsAReturnValueAndIsNotCheckedAgain() {
    planned("ann");
    Correction excused = LESSON.set("c1", "ann", AttendanceStatus.EXCUSED);
    correct(excused);
    lesson.plans.add("lesson", 0, 600, "bob");
    assertThat(correct(excused)).isEqualTo(AppendOutcome.DUPLICATE);
    // Who has left the roster since has a record all the same.
    assertThat(lesson.people("lesson")).containsExactly("ann EXCUSED", "bob PENDING");
  }

  @Example
  void p6_theLaterDecisionHoldsAndItsWithdrawalRestoresTheOneBefore() {
    planned("ann");
    lesson.time.set(700);
    Correction later = LESSON.set("c1@20", "ann", AttendanceStatus.PRESENT);
    correct(later);
    correct(LESSON.set("c2@10", "ann", AttendanceStatus.EXCUSED));
    assertThat(lesson.people("lesson")).containsExactly("ann PRESENT");
    assertThat(standings()).containsExactly("c2@10 OVERRULED", "c1@20 IN_FORCE");
    correct(withdrawn("w1@30", later));
    assertThat(lesson.people("lesson")).containsExactly("ann EXCUSED");
    assertThat(standings()).containsExactly("c2@10 IN_FORCE", "c1@20 WITHDRAWN", "w1@30 IN_FORCE");
  }

  private List<String> standings() {
    return lesson.attendance.corrections(LESSON.session()).stream()
        .map(entry -> entry.correction().header().id() + " " + entry.standing())
        .toList();
  }

  @Example
  void p6_aSessionThatNobodyEnteredHasRecordsOfWhoWasExcused() {
    planned("ann", "bob");
    correct(LESSON.set("c1", "ann", AttendanceStatus.EXCUSED));
    assertThat(lesson.settleAt(700)).isOne();
    assertThat(lesson.people("lesson")).containsExactly("ann EXCUSED");
    assertThat(lesson.settleAt(701)).isZero();
    assertThat(lesson.store.records().sessionsToSettle(AtOnce.LATER, "", 9)).isEmpty();
  }

  @Example
  void p6_aWrongLoginIsMovedWithItsDoubts() {
    planned("ann", "bob")
        .told(new Room().joined("ann", 0).left("ann", 500, DisconnectReason.CONNECTION_TIMEOUT));
    lesson.time.set(700);
    Bounds before = lesson.record("lesson", "ann").counted();
    assertThat(before.isExact()).isFalse();
    correct(LESSON.moved("c1", "ann", "bob", 0, 600));
    assertThat(lesson.record("lesson", "ann").counted()).isEqualTo(Bounds.ZERO);
    assertThat(lesson.record("lesson", "ann").status()).isEqualTo(AttendanceStatus.ABSENT);
    assertThat(lesson.record("lesson", "ann").firstJoin()).isEmpty();
    assertThat(lesson.record("lesson", "bob").counted()).isEqualTo(before);
    assertThat(lesson.record("lesson", "bob").firstJoin()).contains(Room.at(0));
    assertThat(lesson.record("lesson", "bob").uncorrected()).contains(Bounds.ZERO);
  }

  @Example
  void p6_noReconnectGraceBridgesWhatAPersonTookAway() {
    Lesson own =
        new Lesson(
            AttendancePolicy.standard().toBuilder().reconnectGrace(Duration.ofMinutes(5)).build());
    own.plans.add("lesson", 0, 600, "ann");
    own.told(new Room().joined("ann", 0).left("ann", 600));
    own.time.set(700);
    own.attendance.correct(LESSON.removed("c1", "ann", 200, 260));
    assertThat(own.record("lesson", "ann").bridged()).isEqualTo(exactly(540));
    own.attendance.correct(LESSON.added("c2@1", "ann", 220, 230));
    assertThat(own.record("lesson", "ann").bridged()).isEqualTo(exactly(550));
  }

  @Example
  void p6_presenceAddedCountsForTheWindowAndForWhetherItTookPlace() {
    Lesson own =
        new Lesson(
            AttendancePolicy.standard().toBuilder()
                .denominator(dev.attendance.record.Denominator.ACTUAL)
                .openCycles(OpenCycleRules.STANDARD)
                .build());
    own.plans.add("lesson", 0, 600, "ann", "bob");
    own.time.set(700);
    assertThat(own.people("lesson")).isEmpty();
    own.attendance.correct(LESSON.added("c1", "ann", 100, 400));
    assertThat(own.people("lesson")).containsExactly("ann PRESENT", "bob ABSENT");
    assertThat(own.record("lesson", "ann").window()).isEqualTo(Duration.ofMinutes(5));
    assertThat(own.record("lesson", "ann").cycles()).isZero();
  }

  @Example
  void p6_aMergeOfPersonsHoldsInAllSessionsAndSettlesThemAnew() {
    lesson.plans.add("first", 0, 600, "ann", "bob");
    lesson.plans.add("second", 1000, 1600, "ann");
    lesson.plans.add("third", 2000, 2600, "bob");
    lesson.told(new Room().joined("guest", 0).left("guest", 600));
    lesson.told(new Room("RM_1", "math").joined("guest", 1000).left("guest", 1600));
    lesson.told(new Room("RM_2", "math").joined("bob", 2000).left("bob", 2600));
    assertThat(lesson.settleAt(9000)).isEqualTo(3);
    Correction merge = merged("m1", "guest", "ann");
    correct(merge);
    assertThat(lesson.people("first")).containsExactly("ann PRESENT", "bob ABSENT");
    assertThat(lesson.settleAt(9001)).isEqualTo(2);
    assertThat(lesson.settleAt(9002)).isZero();
    assertThat(lesson.report("second").isFinal()).isTrue();
    assertThat(lesson.people("second")).containsExactly("ann PRESENT");
    assertThat(lesson.record("second", "ann").expected()).isTrue();
    correct(withdrawn("w1", merge));
    assertThat(lesson.settleAt(9003)).isEqualTo(2);
    assertThat(lesson.people("first")).containsExactly("ann ABSENT", "bob ABSENT", "guest PRESENT");
    assertThat(lesson.store.corrections().toSpread(9)).isEmpty();
  }

  @Example
  void p6_theWithdrawalOfAMergeInAChainFindsSessionsThatOnlyShowItsEnd() {
    correct(merged("m1", "tablet", "phone"));
    correct(merged("m2", "phone", "ann"));
    planned("ann").told(new Room().joined("tablet", 0).left("tablet", 600));
    assertThat(lesson.settleAt(700)).isOne();
    assertThat(lesson.people("lesson")).containsExactly("ann PRESENT");
    correct(withdrawn("w1", merged("m1", "tablet", "phone")));
    assertThat(lesson.settleAt(800)).isOne();
    assertThat(lesson.people("lesson")).containsExactly("ann ABSENT", "tablet PRESENT");
  }

  @Example
  void p6_ofTwoRosterEntriesThatAreOnePersonsItsOwnHolds() {
    planned("ann", "ann2", "zed").told(new Room().joined("ann2", 0).left("ann2", 600));
    lesson.time.set(700);
    correct(merged("m1", "ann2", "ann"));
    correct(merged("m2", "zed", "ann"));
    correct(LESSON.set("c1", "zed", AttendanceStatus.EXCUSED));
    assertThat(lesson.people("lesson")).containsExactly("ann EXCUSED");
    assertThat(lesson.attendance.explain(LESSON.session(), new PersonId("ann2")))
        .isEqualTo(lesson.attendance.explain(LESSON.session(), new PersonId("ann")))
        .isPresent();
  }

  @Example
  void p6_mergesThatMeetFromTwoNodesLeadNowhereTwice() {
    // Each passed its node's check before it saw the other.
    Corrections corrections =
        Corrections.of(
            List.of(merged("m1@1", "a", "b"), merged("m2@2", "b", "c"), merged("m3@3", "c", "a")));
    assertThat(corrections.person(new PersonId("a"))).isEqualTo(new PersonId("c"));
    assertThat(corrections.person(new PersonId("c"))).isEqualTo(new PersonId("c"));
    assertThat(corrections.entries())
        .extracting(CorrectionEntry::standing)
        .containsExactly(
            CorrectionStanding.IN_FORCE, CorrectionStanding.IN_FORCE, CorrectionStanding.OVERRULED);
  }

  @Example
  void whatCannotBeMeantIsRefusedWithFieldAndRule() {
    planned("ann").told(new Room().joined("guest", 0).aborted("trier", 3));
    PersonId ann = new PersonId("ann");
    CorrectionHeader header = MadeCorrections.header("c1");
    refused(
        MadeCorrections.in("other").set("c1", "ann", AttendanceStatus.EXCUSED),
        "correction session: there is neither a plan nor a room instance of that id");
    refused(
        LESSON.set("c1", "nobody", AttendanceStatus.EXCUSED),
        "correction person: is neither on the session's roster nor has a record in it");
    refused(LESSON.added("c1", "nobody", 0, 1), "correction person: is neither");
    refused(LESSON.removed("c1", "nobody", 0, 1), "correction person: is neither");
    refused(LESSON.moved("c1", "nobody", "ann", 0, 1), "correction from: is neither");
    refused(LESSON.moved("c1", "ann", "nobody", 0, 1), "correction to: is neither");
    refused(
        new CorrectionWithdrawn(header, Optional.of(LESSON.session()), "c9"),
        "withdrawn correction id: names no correction of that session");
    assertThat(lesson.store.corrections().of(LESSON.session())).isEmpty();
    assertThatThrownBy(() -> new PersonsMerged(header, ann, ann))
        .hasMessageStartingWith("correction into: ");
    assertThatThrownBy(
            () ->
                new PresenceMoved(
                    header, LESSON.session(), ann, ann, new Interval(Room.at(0), Room.at(1))))
        .hasMessageStartingWith("correction to: ");
    assertThatThrownBy(() -> LESSON.added("c1", "ann", 5, 5))
        .hasMessage("correction interval: must not be empty");
    for (Interval outOfRange :
        List.of(Interval.ofEpochMilli(0, 5), new Interval(Room.at(0), Instant.MAX))) {
      assertThatThrownBy(() -> new PresenceAdded(header, LESSON.session(), ann, outOfRange))
          .hasMessageStartingWith("correction interval ");
    }
    for (AttendanceStatus status : List.of(AttendanceStatus.UNRESOLVED, AttendanceStatus.PENDING)) {
      assertThatThrownBy(() -> new StatusSet(header, LESSON.session(), ann, status))
          .hasMessageStartingWith("correction status: must be one of ");
    }

    correct(LESSON.added("c1", "guest", 0, 1));
    correct(LESSON.added("c2", "trier", 0, 1));
    Correction withdrawal = withdrawn("w1", LESSON.added("c1", "guest", 0, 1));
    correct(withdrawal);
    refused(
        new CorrectionWithdrawn(header("w2"), withdrawal.scope(), "w1"),
        "withdrawn correction id: names no correction of that session that could be withdrawn");
    refused(
        new CorrectionWithdrawn(header("w2"), Optional.empty(), "c2"), "withdrawn correction id: ");
    correct(merged("m1", "a", "b"));
    correct(merged("m2", "b", "c"));
    refused(merged("m3", "c", "a"), "correction into: is one person already");
    refused(merged("m3", "a", "c"), "correction into: is one person already");
    assertThat(correct(merged("m3", "a", "d"))).isEqualTo(AppendOutcome.APPENDED);
  }

  private static CorrectionHeader header(String id) {
    return MadeCorrections.header(id);
  }

  private void refused(Correction correction, String message) {
    assertThatThrownBy(() -> correct(correction))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @Example
  void whereThereIsNoRosterAnybodyMayHaveBeenThereUnseen() {
    lesson.told(new Room().joined("ann", 0).left("ann", 100).finished(100));
    MadeCorrections adHoc = MadeCorrections.in("RM_0");
    lesson.time.set(200);
    correct(adHoc.moved("c1", "ann", "bob", 0, 50));
    correct(adHoc.added("c2", "cay", 0, 100));
    refused(adHoc.removed("c3", "dee", 0, 50), "correction person: is neither");
    refused(adHoc.set("c3", "dee", AttendanceStatus.PRESENT), "correction person: is neither");
    assertThat(lesson.people("RM_0")).containsExactly("ann PARTIAL", "bob PARTIAL", "cay PRESENT");
  }

  @Example
  void p5_anExplanationSaysWhoChangedWhatWhenAndWhyAndBothValues() {
    planned("ann", "bob").told(new Room().joined("ann", 0).left("ann", 300));
    lesson.time.set(700);
    Correction removed = LESSON.removed("c1@610", "ann", 0, 60);
    correct(removed);
    correct(LESSON.added("c2@620", "ann", 400, 500));
    correct(LESSON.moved("c3@630", "ann", "bob", 450, 470));
    correct(LESSON.set("c4@640", "ann", AttendanceStatus.ABSENT));
    correct(LESSON.set("c5@650", "ann", AttendanceStatus.EXCUSED));
    correct(withdrawn("c6@660", removed));
    correct(merged("m1@670", "guest", "ann"));
    Explanation explanation =
        lesson.attendance.explain(LESSON.session(), new PersonId("ann")).orElseThrow();
    assertThat(explanation.corrections()).hasSize(6);
    List<String> lines = new ExplanationText(ZoneOffset.UTC).lines(explanation);
    assertThat(lines)
        .containsSubsequence(
            "09:00:00 to 09:01:00, not there: corrected by teacher on 2026-03-02 09:10:10, because:"
                + " was seen. Withdrawn by teacher on 2026-03-02 09:11:00, because: was seen.",
            "09:06:40 to 09:08:20, there: corrected by teacher on 2026-03-02 09:10:20, because: was"
                + " seen.",
            "09:07:30 to 09:07:50, what seemed to be ann was bob: corrected by teacher on"
                + " 2026-03-02 09:10:30, because: was seen.",
            "The status is ABSENT: corrected by teacher on 2026-03-02 09:10:40, because: was seen."
                + " Another correction holds in its place.",
            "The status is EXCUSED: corrected by teacher on 2026-03-02 09:10:50, because: was"
                + " seen.",
            "guest is ann, in all sessions: corrected by teacher on 2026-03-02 09:11:10, because:"
                + " was seen.",
            "Without the corrections of presence it would be 0:05:00.",
            "A person's decision holds: EXCUSED; without it the status would be PARTIAL.");
    List<CorrectionEntry> audited =
        new ArrayList<>(lesson.attendance.corrections(new SessionId("lesson")));
    assertThat(audited).hasSize(7).containsAll(explanation.corrections());
    assertThat(lesson.attendance.corrections(new SessionId("unknown"))).isEmpty();
  }
}
