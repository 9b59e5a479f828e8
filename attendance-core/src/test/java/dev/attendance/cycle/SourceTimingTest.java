package dev.attendance.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.time.Interval;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What one may set of a source's timing, and what it means. */
class SourceTimingTest {

  private static final Instant T = Instant.parse("2026-03-02T09:00:00Z");

  @Property
  void eachSettingChangesOneDurationAndLeavesTheOthers(
      @ForAll @IntRange(max = 900) int seconds, @ForAll boolean cluster) {
    SourceTiming standard = cluster ? SourceTiming.LIVEKIT_CLUSTER : SourceTiming.LIVEKIT;
    Duration other = Duration.ofSeconds(seconds);
    assertThat(standard.withDetectionDelay(other))
        .isEqualTo(
            new SourceTiming(
                standard.resolution(),
                other,
                standard.connectLimit(),
                standard.listingLag(),
                standard.pollSpacing(),
                standard.clockTolerance(),
                cluster));
    assertThat(standard.withListingLag(other))
        .isEqualTo(
            new SourceTiming(
                standard.resolution(),
                standard.detectionDelay(),
                standard.connectLimit(),
                other,
                standard.pollSpacing(),
                standard.clockTolerance(),
                cluster));
  }

  @Example
  void r21_anEventMayBeLostThatWaitedOrWhoseConnectionHadBegunLongBefore() {
    // Half a minute in LiveKit's queue, a minute to connect, and clocks that differ by 5 seconds.
    assertThat(SourceTiming.LIVEKIT.lostDuring(new Interval(T, T.plusSeconds(60))))
        .isEqualTo(new Interval(T.minusSeconds(95), T.plusSeconds(65)));
  }

  @Property
  void whatIsToldToTheResolutionMayHaveHappenedSoMuchLater(
      @ForAll @IntRange(max = 3000) int millis) {
    SourceTiming timing =
        new SourceTiming(
            Duration.ofMillis(millis),
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            false);
    assertThat(timing.resolved(T)).isEqualTo(T.plusMillis(millis));
  }
}
