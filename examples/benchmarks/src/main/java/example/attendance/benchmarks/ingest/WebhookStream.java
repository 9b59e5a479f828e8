package example.attendance.benchmarks.ingest;

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
import dev.attendance.event.Track;
import dev.attendance.event.TrackPublished;
import dev.attendance.event.TrackSource;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Events as webhooks bring them, without end: rooms of twenty people, each of whom joins, publishes
 * a camera and a microphone, and leaves. Ids are as long and as random as LiveKit's, so that keys
 * come in no order. Thread-safe; no event comes twice.
 */
final class WebhookStream {

  private static final int EVENTS_EACH = 4;
  private static final int PEOPLE = 20;
  private static final long START = Instant.parse("2026-11-23T09:00:00Z").toEpochMilli();
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private final AtomicLong next = new AtomicLong();

  AttendanceEvent next() {
    long number = next.getAndIncrement();
    long who = number / EVENTS_EACH % PEOPLE;
    long room = number / (EVENTS_EACH * PEOPLE);
    // People come and do things one after another, a second apart.
    long at = START + 1_000 * (number % (EVENTS_EACH * PEOPLE));
    EventHeader header =
        new EventHeader(
            new EventId("livekit", id("EV_", number)),
            new RoomInstance(
                id("RM_", room), "lesson-" + room, Optional.of(Instant.ofEpochMilli(START))),
            Instant.ofEpochMilli(at),
            Instant.ofEpochMilli(at + 40));
    String sid = id("PA_", room * PEOPLE + who);
    String identity = "student-" + (room + who) % 10_000;
    return switch ((int) (number % EVENTS_EACH)) {
      case 0 -> new ParticipantJoined(header, participant(sid, identity, at));
      case 1 -> new TrackPublished(header, track(number, sid, identity, TrackSource.CAMERA));
      case 2 -> new TrackPublished(header, track(number, sid, identity, TrackSource.MICROPHONE));
      default ->
          new ParticipantLeft(
              header, participant(sid, identity, at - 3_000), DisconnectReason.CLIENT_INITIATED);
    };
  }

  private static Participant participant(String sid, String identity, long joinedAt) {
    return new Participant(
        sid,
        identity,
        "Student of the class",
        ParticipantKind.STANDARD,
        false,
        false,
        Optional.of(new JoinTime(Instant.ofEpochMilli(joinedAt), true)));
  }

  private static Track track(long number, String sid, String identity, TrackSource source) {
    return new Track(id("TR_", number), sid, identity, source);
  }

  /** Twelve digits that tell numbers apart but not which came first. */
  private static String id(String prefix, long number) {
    long left = (number * 0x9E3779B97F4A7C15L) >>> 1;
    StringBuilder id = new StringBuilder(prefix.length() + 12).append(prefix);
    for (int i = 0; i < 11; i++) {
      id.append(DIGITS.charAt((int) (left % DIGITS.length())));
      left /= DIGITS.length();
    }
    return id.append((char) ('0' + number % 10)).toString();
  }
}
