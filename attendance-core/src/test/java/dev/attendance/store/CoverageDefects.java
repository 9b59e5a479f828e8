package dev.attendance.store;

import static dev.attendance.store.BrokenStores.broken;

import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Stores that break what {@link Coverage} promises. */
final class CoverageDefects {

  private CoverageDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect(
            "takes a late beat for one in time",
            "aBeatThatComesTooLateBeginsAnotherStretch",
            store ->
                broken(
                    store,
                    Coverage.class,
                    "beat",
                    arguments -> beat(store, (String) arguments[0], arguments[1], 1_000))),
        new Defect(
            "takes all nodes for one",
            "nodesAreToldApartExactly",
            store ->
                broken(
                    store,
                    Coverage.class,
                    "beat",
                    arguments -> beat(store, "node", arguments[1], 10))),
        new Defect(
            "forgets what was settled before a blind spot was known",
            "aStretchThatBeginsNotesWhatWasSettledSinceTheLastBeat",
            store ->
                broken(
                    store,
                    Coverage.class,
                    "beat",
                    arguments -> {
                      Duration always = Duration.ofDays(4_000_000);
                      store
                          .coverage()
                          .beat(
                              (String) arguments[0], (Instant) arguments[1], always, Duration.ZERO);
                      return null;
                    })),
        new Defect(
            "tells only of the time asked about",
            "whatLiesNearestOnEitherSideComesToo",
            store ->
                broken(
                    store,
                    Coverage.class,
                    "covered",
                    arguments -> {
                      Interval time = (Interval) arguments[0];
                      return store.coverage().covered(time).intersection(IntervalSet.of(time));
                    })));
  }

  private static Object beat(AttendanceStore store, String node, Object at, int seconds) {
    store.coverage().beat(node, (Instant) at, Duration.ofSeconds(seconds), Duration.ZERO);
    return at;
  }
}
