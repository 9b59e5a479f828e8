package dev.attendance.rules;

import static dev.attendance.rules.Room.exactJoin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.SessionRevision;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** R23: what is told after a session was settled, one person's stay after the other. */
class LaterFactsTest {

  @Property
  void r23_eachFactThatIsNewMakesTheNextRevisionAndNoneIsEverChanged(
      @ForAll @Size(max = 5) List<@IntRange(max = 3) Integer> later) {
    Lesson lesson = new Lesson();
    lesson.plans.add("lesson", 0, 600, "ann");
    lesson.told(new Room().joined("ann", 0).left("ann", 600, exactJoin(0)).finished(601));
    TreeSet<String> known = new TreeSet<>(List.of("ann"));
    List<List<String>> expected = new ArrayList<>(List.of(List.of("ann")));
    assertThat(lesson.settleAt(700)).isOne();

    int second = 700;
    for (int person : later) {
      String who = "late" + person;
      second += 100;
      lesson.told(new Room().joined(who, 0).left(who, 600, exactJoin(0)));
      boolean isNew = known.add(who);
      assertThat(lesson.settleAt(second)).isEqualTo(isNew ? 1 : 0);
      if (isNew) {
        expected.add(List.copyOf(known));
      }
      assertThat(lesson.report("lesson").revision()).isEqualTo(expected.size());
    }

    assertThat(lesson.settled).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      SessionRevision revision = lesson.settled.get(i);
      assertThat(revision.revision()).isEqualTo(i + 1);
      assertThat(revision.records()).extracting(LaterFactsTest::name).isEqualTo(expected.get(i));
    }
  }

  private static String name(AttendanceRecord record) {
    return record.person().value();
  }
}
