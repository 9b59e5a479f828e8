package dev.attendance.badinput;

import dev.attendance.session.PersonId;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.Session;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.session.SessionTiming;
import dev.attendance.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class BadSessionsTest {

  private static final Instant T = Instant.parse("2026-03-02T09:00:00Z");
  private static final Interval HOUR = new Interval(T, T.plusSeconds(3600));
  private static final SessionId LESSON = new SessionId("lesson");
  private static final Set<String> ROOM = Set.of("math");

  @TestFactory
  Stream<DynamicTest> refused() {
    return new BadInput()
        .id("person id", PersonId::new)
        .id("session id", SessionId::new)
        .text("roster name", name -> entry("ann", name))
        .instant("roster enrolment", at -> enrolled(fromOrUntil(at)))
        .text("session title", title -> plan(title, HOUR, ROOM))
        .id("session room name", name -> plan("", HOUR, Set.of(name)))
        .interval("session window", window -> plan("", window, ROOM))
        .refused("session rooms: must name at least one room", () -> plan("", HOUR, Set.of()))
        .id("session breakout room name", name -> breakout(Set.of(name)))
        .refused("session breakout rooms: a room is either ", () -> breakout(Set.of("a", "math")))
        .refused(
            "session roster: names a person twice",
            () -> plan("", HOUR, ROOM, entry("ann", "Ann"), entry("bob", ""), entry("ann", "A.")))
        .refused(
            "session: an ad hoc session is one room instance",
            () -> new Session(LESSON, Optional.empty(), List.of(), List.of()))
        .notNegative("emptyAfter", time -> new SessionTiming(time, Duration.ZERO))
        .notNegative("settle", time -> new SessionTiming(Duration.ZERO, time))
        .tests();
  }

  private static Interval fromOrUntil(Instant at) {
    return at.isBefore(T) ? new Interval(at, T) : new Interval(T, at);
  }

  private static void enrolled(Interval interval) {
    new RosterEntry(new PersonId("ann"), "", Optional.of(interval));
  }

  private static RosterEntry entry(String person, String name) {
    return new RosterEntry(new PersonId(person), name, Optional.empty());
  }

  private static SessionPlan breakout(Set<String> rooms) {
    return new SessionPlan(LESSON, "", HOUR, ROOM, rooms, List.of());
  }

  private static SessionPlan plan(
      String title, Interval window, Set<String> rooms, RosterEntry... roster) {
    return new SessionPlan(LESSON, title, window, rooms, List.of(roster));
  }
}
