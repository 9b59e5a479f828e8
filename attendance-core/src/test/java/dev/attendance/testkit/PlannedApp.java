package dev.attendance.testkit;

import dev.attendance.Attendance;
import dev.attendance.AttendanceBuilder;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.report.SessionReport;
import dev.attendance.session.PersonId;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.SessionDirectory;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.store.AttendanceStore;
import dev.attendance.time.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * An app with its plans and its clock, on a store. Times are seconds after {@link Events#START}.
 */
final class PlannedApp implements SessionDirectory {

  private final List<SessionPlan> plans = new ArrayList<>();
  private final Map<String, Events> rooms = new HashMap<>();
  private final SettableClock clock = new SettableClock(Events.at(0));
  private final Attendance attendance;

  PlannedApp(AttendanceStore store, UnaryOperator<AttendanceBuilder> settings) {
    attendance = settings.apply(Attendance.builder(store).clock(clock).directory(this)).build();
  }

  Attendance attendance() {
    return attendance;
  }

  Instant now() {
    return clock.instant();
  }

  PlannedApp at(long second) {
    clock.set(Events.at(second));
    return this;
  }

  /** Events of a room instance; those of one app all have other ids. */
  Events in(String roomSid) {
    return rooms.computeIfAbsent(roomSid, Events::in);
  }

  PlannedApp told(AttendanceEvent... events) {
    attendance.record(Arrays.asList(events));
    return this;
  }

  /** Somebody who is there from one second to another, and is seen by a poll. */
  List<AttendanceEvent> stay(String roomSid, String who, long from, long to) {
    Events events = in(roomSid);
    List<AttendanceEvent> stay =
        List.of(events.joined(who, from), events.polled(from + 1, who), events.left(who, to));
    attendance.record(stay);
    return stay;
  }

  /** A plan for the room {@code class} of the room instance. */
  PlannedApp lesson(String id, String roomSid, long from, long to, String... roster) {
    plans.add(
        new SessionPlan(
            new SessionId(id),
            id,
            new Interval(Events.at(from), Events.at(to)),
            Set.of("class " + roomSid),
            Arrays.stream(roster)
                .map(who -> new RosterEntry(new PersonId(who), who, Optional.empty()))
                .toList()));
    return this;
  }

  int settle() {
    return attendance.calculateSessions().runOnce();
  }

  SessionReport report(String session) {
    return attendance.report(new SessionId(session)).orElseThrow();
  }

  @Override
  public Optional<SessionPlan> plan(SessionId id) {
    return plans.stream().filter(plan -> plan.id().equals(id)).findFirst();
  }

  @Override
  public List<SessionPlan> plans(String roomName, Interval window) {
    return plans.stream()
        .filter(plan -> plan.uses(roomName) && plan.window().overlaps(window))
        .sorted(Comparator.comparing(plan -> plan.window().start()))
        .toList();
  }
}
