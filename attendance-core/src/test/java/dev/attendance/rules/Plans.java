package dev.attendance.rules;

import dev.attendance.session.PersonId;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.SessionDirectory;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.time.Interval;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A host app's table of plans. */
final class Plans implements SessionDirectory {

  private final Map<SessionId, SessionPlan> plans = new TreeMap<>();

  /** A session in the room {@code math}, in seconds after {@link Traces#START}. */
  Plans add(String id, int start, int end, String... roster) {
    return add(id, start, end, Arrays.stream(roster).map(person -> entry(person)).toList());
  }

  Plans add(String id, int start, int end, List<RosterEntry> roster) {
    SessionPlan plan =
        new SessionPlan(
            new SessionId(id),
            "",
            new Interval(Room.at(start), Room.at(end)),
            Set.of("math"),
            roster);
    plans.put(plan.id(), plan);
    return this;
  }

  Plans add(SessionPlan plan) {
    plans.put(plan.id(), plan);
    return this;
  }

  Plans remove(String id) {
    plans.remove(new SessionId(id));
    return this;
  }

  private static RosterEntry entry(String person) {
    return new RosterEntry(new PersonId(person), "", Optional.empty());
  }

  @Override
  public Optional<SessionPlan> plan(SessionId id) {
    return Optional.ofNullable(plans.get(id));
  }

  @Override
  public List<SessionPlan> plans(String roomName, Interval window) {
    return plans.values().stream()
        .filter(plan -> plan.uses(roomName) && plan.window().overlaps(window))
        .sorted(Comparator.comparing(plan -> plan.window().start()))
        .toList();
  }
}
