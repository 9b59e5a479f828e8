package dev.attendance.testkit.model;

import dev.attendance.session.Role;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.SessionPlan;
import dev.attendance.time.Interval;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Plans that come late, change and go. */
final class PlanSteps {

  private PlanSteps() {}

  static Arbitrary<Step> put() {
    return plans()
        .map(
            plan ->
                new Step(
                    "put " + plan,
                    app -> {
                      app.store().plans().put(plan);
                      return Step.NOTHING;
                    }));
  }

  static Arbitrary<Step> removed() {
    return Arbitraries.of(Words.PLANNED)
        .map(id -> new Step("remove " + id, app -> app.store().plans().remove(id)));
  }

  private static Arbitrary<SessionPlan> plans() {
    return Combinators.combine(
            Arbitraries.of(Words.PLANNED),
            Arbitraries.of("", "Lesson \ud83c\udf93"),
            windows(),
            Arbitraries.of(Words.ROOM_NAMES).set().ofMinSize(1).ofMaxSize(2),
            Arbitraries.of(Words.ROOM_NAMES).set().ofMaxSize(1),
            roster())
        .as(
            (id, title, window, rooms, breakouts, roster) -> {
              Set<String> others = new HashSet<>(breakouts);
              others.removeAll(rooms);
              return new SessionPlan(id, title, window, rooms, others, roster);
            });
  }

  private static Arbitrary<Interval> windows() {
    return Combinators.combine(Words.instants(), Arbitraries.of(1, 10, 45, 120))
        .as((start, minutes) -> new Interval(start, start.plus(Duration.ofMinutes(minutes))));
  }

  private static Arbitrary<List<RosterEntry>> roster() {
    return Combinators.combine(
            Words.persons(),
            Arbitraries.of("", "Ann"),
            Arbitraries.of(Optional.<String>empty(), Optional.of("ann@example.org")),
            Arbitraries.of(Role.class),
            windows().optional(0.3))
        .as(RosterEntry::new)
        .list()
        .uniqueElements(RosterEntry::person)
        .ofMaxSize(3);
  }
}
