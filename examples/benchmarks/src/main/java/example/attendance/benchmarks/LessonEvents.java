package example.attendance.benchmarks;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.DisconnectReason;
import dev.attendance.event.EventHeader;
import dev.attendance.event.EventId;
import dev.attendance.event.JoinTime;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantKind;
import dev.attendance.event.ParticipantLeft;
import dev.attendance.event.RoomInstance;
import dev.attendance.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The events of a lesson of an hour: everybody connects five times, with two devices at once now
 * and then, some before the lesson begins and some until after it. As a log in a database hands
 * them out: each event with objects of its own, but for the room that they share. The same for
 * every run.
 */
final class LessonEvents {

  static final String ROOM_SID = "RM_9sXk4VqT2pLm";
  static final int CYCLES_EACH = 5;
  static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
  static final Interval WINDOW = new Interval(START, START.plus(Duration.ofHours(1)));

  private static final RoomInstance ROOM =
      new RoomInstance(ROOM_SID, "math-101", Optional.of(START.minus(Duration.ofMinutes(10))));

  private final Random random = new Random(42);
  private int ids;

  private LessonEvents() {}

  /** Two events for each of five cycles of each participant, shuffled. */
  static List<AttendanceEvent> shuffled(int participants) {
    LessonEvents lesson = new LessonEvents();
    List<AttendanceEvent> events = new ArrayList<>(2 * CYCLES_EACH * participants);
    for (int who = 0; who < participants; who++) {
      for (int cycle = 0; cycle < CYCLES_EACH; cycle++) {
        lesson.addCycle(events, who, cycle);
      }
    }
    Collections.shuffle(events, lesson.random);
    return events;
  }

  private void addCycle(List<AttendanceEvent> events, int who, int cycle) {
    Instant joined = START.plusMillis(random.nextLong(Duration.ofMinutes(60).toMillis()) - 300_000);
    Instant left = joined.plusMillis(2_000 + random.nextLong(Duration.ofMinutes(12).toMillis()));
    events.add(
        new ParticipantJoined(header(joined.plusMillis(300)), participant(who, cycle, joined)));
    events.add(
        new ParticipantLeft(
            header(left), participant(who, cycle, joined), DisconnectReason.CLIENT_INITIATED));
  }

  /** LiveKit cuts the time of an event to whole seconds. */
  private EventHeader header(Instant at) {
    Instant second = Instant.ofEpochSecond(at.getEpochSecond());
    return new EventHeader(
        new EventId("livekit", "EV_%010d".formatted(ids++)), ROOM, second, at.plusMillis(40));
  }

  private static Participant participant(int who, int cycle, Instant joined) {
    return new Participant(
        "PA_%08d_%d".formatted(who, cycle),
        "student-%06d".formatted(who),
        "Student %d".formatted(who),
        ParticipantKind.STANDARD,
        false,
        false,
        Optional.of(new JoinTime(joined, true)));
  }
}
