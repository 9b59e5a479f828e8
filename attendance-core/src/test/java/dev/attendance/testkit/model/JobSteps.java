package dev.attendance.testkit.model;

import dev.attendance.Pseudonym;
import dev.attendance.RebuildRooms;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.store.Quarantine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Jobs, and what an operator does. */
final class JobSteps {

  private static final Pseudonym PSEUDONYM = Pseudonym.of(new byte[32]);

  private JobSteps() {}

  /** Moves the clock on: by seconds, by a lesson, by days. */
  static Arbitrary<Step> clockMoved() {
    return Arbitraries.of(
            Duration.ofSeconds(4),
            Duration.ofMinutes(2),
            Duration.ofHours(1),
            Duration.ofHours(30),
            Duration.ofDays(3))
        .map(
            step ->
                new Step(
                    "clock " + step,
                    app -> {
                      app.clock().advance(step);
                      return Step.NOTHING;
                    }));
  }

  static Arbitrary<Step> folded() {
    return Arbitraries.just(new Step("fold", app -> app.attendance().foldPending().runOnce()));
  }

  static Arbitrary<Step> calculated() {
    return Arbitraries.just(
        new Step("calculate", app -> app.attendance().calculateSessions().runOnce()));
  }

  static Arbitrary<Step> finalised() {
    return Arbitraries.of(Words.SESSIONS)
        .map(id -> new Step("finalise " + id, app -> app.attendance().finalise(id)));
  }

  /** Where the last room lies in the order of sids is each store's own affair. */
  static Arbitrary<Step> rebuilt() {
    return Arbitraries.just(
        new Step(
            "rebuild",
            app -> {
              RebuildRooms.Progress done =
                  app.attendance().rebuild().everything("", progress -> {});
              return List.of(done.rooms(), done.changed(), done.events());
            }));
  }

  static Arbitrary<Step> purged() {
    return Arbitraries.just(
        new Step("purge", app -> app.attendance().purgeSessions().orElseThrow().runOnce()));
  }

  /** Days later, when nearly everything is settled and old: seldom so by chance. */
  static Arbitrary<Step> purgedLater() {
    return Arbitraries.just(
        new Step(
            "purge days later",
            app -> {
              app.clock().advance(Duration.ofDays(3));
              app.attendance().foldPending().runOnce();
              app.attendance().calculateSessions().runOnce();
              return app.attendance().purgeSessions().orElseThrow().runOnce();
            }));
  }

  static Arbitrary<Step> erased() {
    return Words.persons()
        .map(
            person ->
                new Step(
                    "erase " + person,
                    app -> app.attendance().erasePersons().erase(person, PSEUDONYM)));
  }

  static Arbitrary<Step> beat() {
    return Arbitraries.of("node", "Node", "node ")
        .map(
            node ->
                new Step(
                    "beat of " + node,
                    app -> {
                      app.store()
                          .coverage()
                          .beat(
                              node,
                              app.clock().instant(),
                              Duration.ofMinutes(3),
                              Duration.ofMinutes(1));
                      return Step.NOTHING;
                    }));
  }

  /** A body that can be decoded later on if it is long enough. */
  static Arbitrary<Step> quarantined() {
    return Combinators.combine(
            Arbitraries.of("livekit", "Livekit"),
            Arbitraries.of("d1", "D1", "d1 "),
            Words.instants(),
            Arbitraries.of(Words.IDENTITIES))
        .as(
            (source, digest, at, identity) ->
                new Quarantine.Body(
                    source,
                    digest,
                    at,
                    "why",
                    ("{\"identity\":\"" + identity + "\"}").getBytes(StandardCharsets.UTF_8)))
        .map(body -> new Step("quarantine " + body, app -> app.attendance().quarantine(body)));
  }

  /** Each body of one source tells the same event or none, those of others cannot be read. */
  static Arbitrary<Step> replayed() {
    return EventSteps.events()
        .optional()
        .map(
            event ->
                new Step(
                    "replay " + event,
                    app ->
                        app.attendance().replayQuarantine().runOnce(body -> decoded(body, event))));
  }

  private static Optional<List<AttendanceEvent>> decoded(
      Quarantine.Body body, Optional<AttendanceEvent> event) {
    return body.source().equals("livekit")
        ? Optional.of(event.stream().toList())
        : Optional.empty();
  }
}
