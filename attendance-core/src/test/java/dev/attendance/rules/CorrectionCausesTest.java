package dev.attendance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.Correction;
import dev.attendance.record.RevisionCause;
import dev.attendance.record.SessionRevision;
import java.util.Set;
import net.jqwik.api.Example;

/** R23: a revision that a person's decision made says so, and no other one does. */
class CorrectionCausesTest {

  private static final MadeCorrections LESSON = MadeCorrections.in("lesson");

  private final Lesson lesson = new Lesson();
  private int second = 700;

  private SessionRevision settled() {
    second += 100;
    assertThat(lesson.settleAt(second)).isOne();
    return lesson.settled.get(lesson.settled.size() - 1);
  }

  private Set<RevisionCause> causes() {
    return settled().causes();
  }

  private void planned() {
    lesson.plans.add("lesson", 0, 600, "ann", "bob");
    lesson.told(new Room().joined("ann", 0).left("ann", 600).finished(601));
    assertThat(causes()).containsExactly(RevisionCause.FIRST);
  }

  @Example
  void r23_whatIsDecidedAndItsWithdrawalAreCorrections() {
    planned();
    Correction excused = LESSON.set("c1", "bob", AttendanceStatus.EXCUSED);
    lesson.attendance.correct(excused);
    assertThat(causes()).containsExactly(RevisionCause.CORRECTION);
    lesson.attendance.correct(MadeCorrections.withdrawn("c2", excused));
    assertThat(causes()).containsExactly(RevisionCause.CORRECTION);
  }

  @Example
  void r23_whatIsDecidedBesideALateEventIsNamedWithIt() {
    planned();
    lesson.attendance.correct(LESSON.set("c1", "bob", AttendanceStatus.EXCUSED));
    lesson.told(new Room().joined("cem", 0).left("cem", 600));
    assertThat(causes())
        .containsExactlyInAnyOrder(RevisionCause.CORRECTION, RevisionCause.LATE_EVENT);
  }

  @Example
  void r23_aMergeOfOthersIsNoReason() {
    planned();
    lesson.attendance.correct(MadeCorrections.merged("m1", "zoe", "zoe-phone"));
    lesson.told(new Room().joined("cem", 0).left("cem", 600));
    assertThat(causes()).containsExactly(RevisionCause.LATE_EVENT);
  }

  @Example
  void r23_aMergeOfSomebodyWhoIsThereIs() {
    planned();
    lesson.attendance.correct(MadeCorrections.merged("m1", "bob", "ann"));
    assertThat(causes()).containsExactly(RevisionCause.CORRECTION);
  }
}
