package dev.attendance.badinput;

import dev.attendance.time.Bounds;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class BadTimesTest {

  private static final Instant T = Instant.parse("2026-03-02T09:00:00Z");

  @TestFactory
  Stream<DynamicTest> refused() {
    String order = "bounds: 0 <= atLeast <= best <= atMost must hold, was ";
    return new BadInput()
        .refused("interval: end 2026-03-02T08:", () -> new Interval(T, T.minusMillis(1)))
        .refused("interval: end 1970-", () -> Interval.ofEpochMilli(2, 1))
        .refused("interval: end 1 is before start 2", () -> union(2, 1))
        .refused(order, () -> bounds(-1, 1, 1))
        .refused(order, () -> bounds(2, 1, 2))
        .refused(order, () -> bounds(1, 2, 1))
        .notNegative("grace", grace -> IntervalSet.empty().bridged(grace))
        .notNegative("grace", grace -> IntervalSet.of(Interval.ofEpochMilli(1, 2)).bridged(grace))
        .refused("depth: must be at least 1", () -> IntervalSet.inAtLeast(0, List.of()))
        .tests();
  }

  private static void union(long start, long end) {
    IntervalSet.unionOf(new long[] {start}, new long[] {end}, 1);
  }

  private static Bounds bounds(long atLeast, long best, long atMost) {
    return new Bounds(
        Duration.ofMillis(atLeast), Duration.ofMillis(best), Duration.ofMillis(atMost));
  }
}
