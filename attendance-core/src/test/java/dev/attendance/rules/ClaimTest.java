package dev.attendance.rules;

import static dev.attendance.rules.Room.exactJoin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.session.SessionId;
import java.util.List;
import net.jqwik.api.Example;

/** A plan claims every instance of its rooms that overlaps its window, and no other. */
class ClaimTest {

  private final Lesson lesson = new Lesson();

  @Example
  void whoCameEarlyAndWhoseLeaveIsLostWasPossiblyThere() {
    lesson.plans.add("lesson", 600, 1200, "ann");
    lesson.told(new Room().joined("ann", 500).finished(1220));
    lesson.time.set(1300);
    assertThat(lesson.people("lesson")).containsExactly("ann UNRESOLVED");
    assertThat(lesson.changes.get(0).sessions()).containsExactly(new SessionId("lesson"));
    assertThat(lesson.attendance.report(new SessionId("RM_0"))).isEmpty();
  }

  @Example
  void aQuietRoomThatIsStillOpenIsClaimedByThePlanOfNow() {
    lesson.plans.add("lesson", 600, 1200, "ann");
    lesson.told(new Room().joined("ann", 500));
    lesson.time.set(900);
    assertThat(lesson.report("lesson").present()).hasSize(1);
    assertThat(lesson.attendance.report(new SessionId("RM_0"))).isEmpty();
  }

  @Example
  void aPollThatBoundsTheEndOfAQuietCycleDoesNotTakeItFromThePlan() {
    lesson.plans.add("lesson", 600, 1200, "ann");
    lesson.told(new Room().joined("ann", 500).polled(1100).polled(1160));
    lesson.time.set(1300);
    assertThat(lesson.people("lesson")).containsExactly("ann UNRESOLVED");
  }

  @Example
  void aCycleLeftOpenInAnEarlierInstanceIsNotInTheLessonsThereafter() {
    lesson.plans.add("lesson", 90_000, 90_600, "bob");
    lesson.told(new Room("RM_1", "math").joined("ann", 0));
    lesson.told(new Room("RM_2", "math").left("bob", 90_600, exactJoin(90_000)));
    lesson.time.set(91_000);
    assertThat(lesson.people("lesson")).containsExactly("bob PRESENT");
    assertThat(lesson.report("lesson").attendance().summary().roomSids())
        .isEqualTo(List.of("RM_2"));
  }

  @Example
  void attemptsInEveryRoomOfASessionAreShownByTheirTime() {
    lesson.plans.add("lesson", 0, 1200, "ann", "bob");
    lesson.told(new Room("RM_1", "math").joined("ann", 0).left("ann", 300).aborted("bob", 400));
    lesson.told(new Room("RM_2", "math").joined("ann", 500).left("ann", 1200).aborted("bob", 200));
    lesson.time.set(1300);
    assertThat(lesson.report("lesson").attendance().attempts())
        .extracting(attempt -> attempt.attempt().id().roomSid())
        .containsExactly("RM_2", "RM_1");
    assertThat(lesson.record("lesson", "bob").attempts()).isEqualTo(2);
  }

  @Example
  void aRoomThatOutlastsItsPeopleIsNotClaimedByTheNextPlan() {
    lesson.plans.add("lesson", 600, 1200, "bob");
    lesson.told(new Room().joined("ann", 0).left("ann", 595).finished(616));
    lesson.time.set(1300);
    assertThat(lesson.report("lesson").attendance().summary().roomSids()).isEmpty();
    assertThat(lesson.people("RM_0")).containsExactly("ann PRESENT");
  }

  @Example
  void aPlanLaterThanTheLongestOpenTimeDoesNotClaimWhatWasLeftOpen() {
    lesson.plans.add("today", 0, 600).add("tomorrow", 90_000, 90_600);
    lesson.told(new Room().joined("ann", 0));
    lesson.time.set(90_300);
    assertThat(lesson.report("today").attendance().cycles()).hasSize(1);
    assertThat(lesson.report("tomorrow").attendance().cycles()).isEmpty();
    assertThat(lesson.changes.get(0).sessions()).containsExactly(new SessionId("today"));
  }

  @Example
  void aPlanThatCameAfterItsRoomWasSettledIsSettledOnRequest() {
    lesson.told(new Room().joined("ann", 0).left("ann", 600).finished(620));
    lesson.time.set(700);
    assertThat(lesson.attendance.calculateSessions().runOnce()).isEqualTo(1);
    lesson.plans.add("lesson", 0, 600, "ann");
    lesson.time.set(800);
    assertThat(lesson.attendance.calculateSessions().runOnce()).isZero();
    assertThat(lesson.attendance.calculateSessions().runOnce(new SessionId("lesson"))).isTrue();
    assertThat(lesson.report("lesson").revision()).isEqualTo(1);
    assertThat(lesson.report("lesson").isFinal()).isTrue();
    assertThat(lesson.attendance.calculateSessions().runOnce(new SessionId("lesson"))).isFalse();
  }

  @Example
  void aPlannedSessionThatNobodyEnteredIsSettledOnRequestAndNotBefore() {
    lesson.plans.add("lesson", 0, 600, "ann");
    lesson.time.set(599);
    assertThat(lesson.attendance.calculateSessions().runOnce(new SessionId("lesson"))).isFalse();
    lesson.time.set(700);
    assertThat(lesson.attendance.calculateSessions().runOnce(new SessionId("lesson"))).isTrue();
    assertThat(lesson.people("lesson")).isEmpty();
    assertThat(lesson.attendance.calculateSessions().runOnce(new SessionId("unknown"))).isFalse();
  }
}
