package dev.attendance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.event.FieldRules;
import dev.attendance.store.Coverage;
import dev.attendance.store.SessionToSettle;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link Coverage} promises. Times are seconds, and beats may be ten seconds apart. */
public interface CoverageContract extends StoreUnderTest {

  /** How long before the last beat before a gap something may have been lost. */
  Duration LOST_BEFORE = Duration.ofSeconds(5);

  @Test
  default void withoutABeatNothingIsCovered() {
    assertThat(covered(0, 100)).isEqualTo(IntervalSet.empty());
  }

  @Test
  default void beatsThatFollowCloselyMakeOneStretch() {
    beat("one", 0, 10, 17, 27);
    assertThat(covered(0, 100)).isEqualTo(stretches(0, 27));
    assertThat(secondNode().coverage().covered(time(0, 100))).isEqualTo(stretches(0, 27));
  }

  @Test
  default void aBeatThatComesTooLateBeginsAnotherStretch() {
    beat("one", 0, 10);
    store()
        .coverage()
        .beat("one", Events.at(20).plusMillis(1), Duration.ofSeconds(10), Duration.ZERO);
    assertThat(covered(0, 100))
        .isEqualTo(
            IntervalSet.unionOf(
                List.of(
                    new Interval(Events.at(0), Events.at(10).plusMillis(1)),
                    new Interval(Events.at(20).plusMillis(1), Events.at(20).plusMillis(2)))));
  }

  @Test
  default void nodesBeatForThemselvesAndCoverTogether() {
    beat("one", 0, 10);
    beat("two", 5, 15);
    beat("three", 40);
    assertThat(covered(0, 100)).isEqualTo(stretches(0, 15, 40, 40));
    beat("one", 20);
    assertThat(covered(0, 100)).isEqualTo(stretches(0, 20, 40, 40));
  }

  @Test
  default void nodesAreToldApartExactly() {
    List<String> nodes = AwkwardEvents.TEXTS;
    nodes.forEach(node -> beat(node, 0));
    // Of nodes that are taken for one another the second beats would be one stretch.
    for (int i = 0; i < nodes.size(); i++) {
      beat(nodes.get(i), 100 + i);
    }
    IntervalSet beats =
        IntervalSet.unionOf(
            IntStream.range(0, nodes.size()).mapToObj(i -> stretch(100 + i, 100 + i)).toList());
    assertThat(covered(100, 1_000)).isEqualTo(beats.union(stretches(0, 0)));
  }

  @Test
  default void aClockThatIsSetBackTakesNothingBack() {
    beat("one", 0, 10, 20);
    beat("one", 3, 20, 12);
    assertThat(covered(0, 100)).isEqualTo(stretches(0, 20));
    beat("one", -50, 30);
    assertThat(covered(-100, 100)).isEqualTo(stretches(-50, -50, 0, 30));
  }

  @Test
  default void aClockThatWasAheadForAWhileGoesOnWhereItWas() {
    beat("one", 0, 10, 3_600, 3_610, 20, 30);
    assertThat(covered(0, 10_000)).isEqualTo(stretches(0, 30, 3_600, 3_610));
  }

  @Test
  default void whatLiesNearestOnEitherSideComesToo() {
    for (int at = 0; at <= 700; at += 100) {
      beat("one", at, at + 10, at + 20);
      beat("two", at + 5, at + 15);
    }
    assertThat(covered(310, 410)).isEqualTo(stretches(200, 220, 300, 320, 400, 420, 500, 520));
    assertThat(covered(330, 370)).isEqualTo(stretches(300, 320, 400, 420));
    assertThat(covered(320, 400)).isEqualTo(stretches(300, 320, 400, 420));
    assertThat(covered(-90, -50)).isEqualTo(stretches(0, 20));
    assertThat(covered(800, 900)).isEqualTo(stretches(700, 720));
  }

  @Test
  default void beatsAtTheEdgesOfTimeAreKept() {
    Instant first = FieldRules.EARLIEST;
    Instant last = AwkwardEvents.LAST;
    store().coverage().beat("one", first, Duration.ZERO, Duration.ZERO);
    store().coverage().beat("one", last, Duration.ofDays(4_000_000), Duration.ZERO);
    assertThat(store().coverage().covered(new Interval(first, last)))
        .isEqualTo(IntervalSet.of(new Interval(first, last.plusMillis(1))));
  }

  @Test
  default void nodesThatBeatAtTheSameTimeLoseNothing() {
    List<Callable<Object>> nodes = new ArrayList<>();
    for (int node = 0; node < 4; node++) {
      Coverage coverage = (node % 2 == 0 ? store() : secondNode()).coverage();
      String name = "node " + node / 2;
      nodes.add(
          Executors.callable(
              () -> {
                for (int second = 0; second <= 100; second += 5) {
                  coverage.beat(name, Events.at(second), Duration.ofSeconds(10), Duration.ZERO);
                }
              }));
    }
    Together.run(nodes);
    assertThat(covered(0, 1_000)).isEqualTo(stretches(0, 100));
  }

  @Test
  default void aStretchThatBeginsNotesWhatWasSettledSinceTheLastBeat() {
    beat("one", 0, 10, 20);
    settle("before", 24);
    settle("lost already", 25);
    settle("in the gap", 40);
    settle("twice", 3, 41);
    settle("at the beat", 60);
    assertThat(notedSince(() -> beat("one", 30))).isEmpty();
    assertThat(notedSince(() -> beat("two", 60)))
        .containsExactly("at the beat", "in the gap", "lost already", "twice");
  }

  @Test
  default void onlyBeatsBeforeItTellWhatAStretchMayChange() {
    beat("one", 0, 10);
    beat("two", 100);
    settle("in the gap", 15);
    settle("later", 110);
    assertThat(notedSince(() -> beat("three", 50))).containsExactly("in the gap", "later");
    beat("one", 105);
    assertThat(notedSince(() -> beat("four", 114))).containsExactly("later");
    assertThat(notedSince(() -> beat("five", -9))).containsExactly("in the gap", "later");
  }

  @Test
  default void theFirstBeatOfAllNotesWhatWasSettledSinceThen() {
    settle("before", 4);
    settle("since", 5);
    assertThat(notedSince(() -> beat("one", 10))).containsExactly("since");
  }

  private void settle(String session, int... seconds) {
    for (int second : seconds) {
      assertThat(store().records().save(Revisions.of(session, second, "ann"))).isTrue();
    }
  }

  private List<String> notedSince(Runnable work) {
    notes().forEach(store().records()::settleSession);
    work.run();
    return notes().stream().map(note -> note.session().value()).sorted().toList();
  }

  private List<SessionToSettle> notes() {
    return secondNode().records().sessionsToSettle(Events.at(1_000), "", 100);
  }

  private void beat(String node, long... seconds) {
    for (long second : seconds) {
      store().coverage().beat(node, Events.at(second), Duration.ofSeconds(10), LOST_BEFORE);
    }
  }

  private IntervalSet covered(long from, long to) {
    return store().coverage().covered(time(from, to));
  }

  private static Interval time(long from, long to) {
    return new Interval(Events.at(from), Events.at(to));
  }

  private static IntervalSet stretches(long... edges) {
    List<Interval> stretches = new ArrayList<>();
    for (int i = 0; i < edges.length; i += 2) {
      stretches.add(stretch(edges[i], edges[i + 1]));
    }
    return IntervalSet.unionOf(stretches);
  }

  /** From the first beat to the last, whose millisecond is covered. */
  private static Interval stretch(long first, long last) {
    return new Interval(Events.at(first), Events.at(last).plusMillis(1));
  }
}
