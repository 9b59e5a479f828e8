package dev.attendance.rules;

import static dev.attendance.rules.Room.exactJoin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.Denominator;
import dev.attendance.record.Threshold;
import dev.attendance.session.PersonId;
import dev.attendance.session.RosterEntry;
import dev.attendance.time.Interval;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** R14, R15 and R18 against sums over a list. The lesson is planned for 600 s. */
class MeasureRulesTest {

  private static Lesson lesson(Denominator denominator) {
    return new Lesson(
        AttendancePolicy.standard().toBuilder()
            .denominator(denominator)
            .partial(Threshold.ofPercent(50))
            .build());
  }

  /** Each stay begins so many milliseconds after the last one and ends at a whole second. */
  @Property
  void r14_millisecondsAreAddedUpAndOnlyTheSumIsRounded(
      @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 70_000) Integer> gaps,
      @ForAll @IntRange(min = 1, max = 3) int seconds) {
    Room room = new Room();
    long sum = 0;
    int second = 0;
    for (int i = 0; i < gaps.size(); i++) {
      double join = second + gaps.get(i) / 1000.0;
      second = (int) Math.ceil(join) + seconds;
      room.joined("ann/" + i, second, exactJoin(join)).left("ann/" + i, second, exactJoin(join));
      sum += second * 1000L - Math.round(join * 1000);
    }
    Lesson lesson = lesson(Denominator.SCHEDULED);
    lesson.plans.add("lesson", 0, 600, "ann");
    lesson.told(room.joined("bob", 0).left("bob", 600));
    lesson.time.set(900);

    AttendanceRecord ann = lesson.record("lesson", "ann");
    assertThat(ann.counted().best()).isEqualTo(Duration.ofMillis(sum));
    assertThat(ann.durationMinutes()).isEqualTo(sum / 60_000);
  }

  @Property
  void r15_percentIsTheShareOfTheWindowAndOfNoWindowThereIsNone(
      @ForAll @IntRange(min = -700, max = 700) int from,
      @ForAll @IntRange(min = 1, max = 1400) int length,
      @ForAll boolean scheduled) {
    Lesson lesson = lesson(scheduled ? Denominator.SCHEDULED : Denominator.ACTUAL);
    lesson.plans.add("lesson", 0, 600, "ann");
    lesson.told(new Room().joined("ann", from).left("ann", from + length, exactJoin(from)));
    lesson.time.set(5000);

    int inside = 0;
    for (int second = 0; second < 600; second++) {
      inside += second >= from && second < from + length ? 1 : 0;
    }
    if (inside > 0) {
      assertThat(lesson.record("lesson", "ann").percent().orElseThrow())
          .isBetween(0.0, 100.0)
          .isEqualTo(scheduled ? 100.0 * inside / 600 : 100.0);
    } else {
      assertThat(lesson.report("lesson").attendance().records())
          .allSatisfy(
              record -> {
                if (scheduled) {
                  assertThat(record.percent()).hasValue(0);
                } else {
                  assertThat(record.percent()).isEmpty();
                }
              });
    }
  }

  private record Pupil(int enrolledFrom, int enrolledUntil, boolean listed, int seconds) {}

  @Provide
  Arbitrary<List<Pupil>> pupils() {
    Arbitrary<Integer> second = Arbitraries.of(-900, -1, 0, 1, 300, 599, 600, 601, 900);
    Arbitrary<Boolean> either = Arbitraries.of(true, false);
    return Combinators.combine(second, second, either, Arbitraries.of(0, 0, 60, 600))
        .as((a, b, listed, came) -> new Pupil(Math.min(a, b), Math.max(a, b), listed, came))
        .list()
        .ofMaxSize(5);
  }

  @Property
  void r18_absentIsWhoWasExpectedAndDidNotComeToASessionThatTookPlace(
      @ForAll("pupils") List<Pupil> pupils) {
    List<RosterEntry> roster = new ArrayList<>();
    Room room = new Room().started(0);
    List<String> expected = new ArrayList<>();
    boolean tookPlace = pupils.stream().anyMatch(pupil -> pupil.seconds() > 0);
    for (int i = 0; i < pupils.size(); i++) {
      Pupil pupil = pupils.get(i);
      String person = "pupil" + i;
      if (pupil.listed()) {
        roster.add(
            new RosterEntry(
                new PersonId(person),
                "",
                Optional.of(
                    new Interval(Room.at(pupil.enrolledFrom()), Room.at(pupil.enrolledUntil())))));
      }
      boolean enrolled = false;
      for (int second = pupil.enrolledFrom(); second < pupil.enrolledUntil(); second++) {
        enrolled |= second >= 0 && second < 600;
      }
      boolean absent = pupil.listed() && enrolled;
      if (pupil.seconds() > 0) {
        room.joined(person, 0).left(person, pupil.seconds(), exactJoin(0));
        String tooShort = absent ? " ABSENT" : " PARTIAL";
        expected.add(person + (pupil.seconds() == 600 ? " PRESENT" : tooShort));
      } else if (absent && tookPlace) {
        expected.add(person + " ABSENT");
      }
    }
    Lesson lesson = lesson(Denominator.SCHEDULED);
    lesson.plans.add("lesson", 0, 600, roster);
    lesson.told(room);
    lesson.time.set(900);
    assertThat(lesson.people("lesson")).containsExactlyElementsOf(expected);
  }
}
