package dev.attendance.rules;

import dev.attendance.cycle.OpenEnd;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.Breakouts;
import dev.attendance.record.Denominator;
import dev.attendance.record.Threshold;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Policies of all kinds for worlds of some minutes. */
final class AnyPolicy {

  private AnyPolicy() {}

  private record Band(Threshold present, Threshold partial) {}

  private record Tolerances(int late, int early, int grace) {}

  private record Ends(OpenEnd openEnd, int longest) {}

  static Arbitrary<AttendancePolicy> ofSmallWorlds() {
    return Combinators.combine(
            Arbitraries.of(Denominator.values()),
            bands(),
            Combinators.combine(
                    Arbitraries.of(0, 5_000, 30_456),
                    Arbitraries.of(0, 5_000, 30_456),
                    Arbitraries.of(0, 0, 1_000, 17_456, 60_000))
                .as(Tolerances::new),
            Arbitraries.of(Breakouts.values()),
            Combinators.combine(
                    Arbitraries.of(OpenEnd.values()), Arbitraries.integers().between(30, 300))
                .as(Ends::new))
        .as(
            (denominator, band, tolerances, breakouts, ends) ->
                AttendancePolicy.standard().toBuilder()
                    .denominator(denominator)
                    .present(band.present())
                    .partial(band.partial())
                    .lateAfter(Duration.ofMillis(tolerances.late()))
                    .leftEarlyBefore(Duration.ofMillis(tolerances.early()))
                    .reconnectGrace(Duration.ofMillis(tolerances.grace()))
                    .breakouts(breakouts)
                    .openEnd(ends.openEnd())
                    .longestOpen(Duration.ofSeconds(ends.longest()))
                    .build());
  }

  /** Shares, times or either; the partial one never asks for more. */
  private static Arbitrary<Band> bands() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 100),
            Arbitraries.integers().between(0, 100),
            Arbitraries.of(1, 999, 20_000, 60_500),
            Arbitraries.of(1, 999, 20_000, 60_500),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 2))
        .as(
            (percent, lowPercent, millis, lowMillis, kind, lowKind) ->
                new Band(
                    threshold(kind, percent, millis),
                    threshold(
                        lowKind, Math.min(lowPercent, percent), Math.min(lowMillis, millis))));
  }

  private static Threshold threshold(int kind, int percent, int millis) {
    return new Threshold(
        kind == 1 ? OptionalInt.empty() : OptionalInt.of(percent),
        kind == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis)));
  }
}
