package dev.attendance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.cycle.Evidence;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.Explanation;
import dev.attendance.session.PersonId;
import dev.attendance.time.IntervalSet;
import java.time.Duration;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Promise 5: the stays that an explanation lists add up to the time in the record. */
class ExplanationAddsUpTest {

  private static final ExplanationText TEXT = new ExplanationText(ZoneId.of("Europe/Berlin"));

  /** A stay, in seconds after the start of the hour. */
  record Stay(int from, int to) {}

  @Provide
  Arbitrary<List<Stay>> stays() {
    return Combinators.combine(
            Arbitraries.integers().between(-900, 3900), Arbitraries.integers().between(0, 1500))
        .as((from, length) -> new Stay(from, from + length))
        .list()
        .ofMaxSize(5);
  }

  @Property
  void p5_theStaysAndTheTimeBetweenThemAddUp(@ForAll("stays") List<Stay> stays) {
    BitSet there = new BitSet();
    Lesson lesson = new Lesson();
    for (Stay stay : stays) {
      there.set(inside(stay.from()), inside(stay.to()));
      lesson.stay("ann", "ann", "Ann", stay.from(), stay.to());
    }
    Duration time = Duration.ofSeconds(there.cardinality());
    Explanation explanation = explain(lesson.with(Somebody.called("ann").there(time)));

    IntervalSet listed = TimesText.stays(explanation);
    assertThat(listed.duration()).isEqualTo(explanation.record().counted().best());
    int hull = there.isEmpty() ? 0 : there.length() - there.nextSetBit(0);
    assertThat(listed.gaps().duration()).hasSeconds(hull - there.cardinality());
    assertThat(TEXT.lines(explanation))
        .filteredOn(line -> line.startsWith("By the connections there"))
        .allMatch(line -> line.endsWith(": " + Printed.duration(time) + "."))
        .hasSize(there.isEmpty() ? 0 : 1);
  }

  @Example
  void complaint5_aTeacherIsToldWhy() {
    Explanation explanation =
        explain(
            new Lesson()
                .with(
                    Somebody.called("ann")
                        .there(Duration.ofSeconds(2470))
                        .lateBy(Duration.ofMinutes(12))
                        .is(AttendanceStatus.PARTIAL))
                .stay("ann", "ann", "Ann", 720, 1800)
                .stay("ann", "ann", "Ann", 1810, 3200)
                .attempt("ann", "ann", "Ann", 700));
    assertThat(TEXT.lines(explanation))
        .contains(
            "0:41:10 of 1:00:00 = 68.6 %; present from 75 %: PARTIAL.",
            "Times are in Europe/Berlin.",
            "Why PARTIAL: was there, but for less than the policy asks.",
            "Measured is the window SCHEDULED from 10:00:00 to 11:00:00, 1:00:00 long (R13).",
            "By the connections there from 10:12:00 to 10:30:00, from 10:30:10 to 10:53:20:"
                + " 0:41:10.",
            "Away in between from 10:30:00 to 10:30:10: 0:00:10.",
            "Came 0:12:00 after the window began: late.",
            "10:11:40: tried to connect, and the connection never came up; not counted (R6).");
  }

  @Example
  void complaint17_whatIsShownIsWhatTheStatusGoesBy() {
    Explanation explanation =
        explain(
            new Lesson()
                .with(Somebody.called("ann").there(Duration.ofHours(1)))
                .stay("ann", "laptop", "Ann", -600, 2400)
                .stay("ann", "phone", "Ann", 1800, 4200)
                .stay(
                    "ann",
                    "agent",
                    "Ann",
                    false,
                    Lesson.exactly(0, Evidence.JOIN_TIME),
                    Lesson.end(60)));
    assertThat(TEXT.lines(explanation))
        .contains("By the connections there from 10:00:00 to 11:00:00: 1:00:00.")
        .noneMatch(line -> line.startsWith("Away"))
        .anyMatch(line -> line.endsWith("not counted (R10)."));
  }

  private static int inside(int second) {
    return Math.max(0, Math.min(second, 3600));
  }

  private static Explanation explain(Lesson lesson) {
    return lesson.report().attendance().explain(new PersonId("ann")).orElseThrow();
  }
}
