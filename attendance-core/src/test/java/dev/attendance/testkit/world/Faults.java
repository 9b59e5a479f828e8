package dev.attendance.testkit.world;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.ConnectionAborted;
import dev.attendance.event.EventHeader;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantLeft;
import dev.attendance.event.RoomFinished;
import dev.attendance.event.RoomStarted;
import dev.attendance.event.RosterObserved;
import dev.attendance.event.TrackPublished;
import dev.attendance.event.TrackUnpublished;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What may befall events on their way, beyond what a {@link World} does by itself: some are lost,
 * some come again, some late, and all in any order.
 *
 * @param lost how many of a hundred are lost
 * @param repeated how many of a hundred come once more
 * @param delayed how many of a hundred webhooks are received up to ten minutes late
 */
public record Faults(int lost, int repeated, int delayed) {

  /** All of it arrives once, in any order. */
  public static final Faults ORDER_ONLY = new Faults(0, 0, 0);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is not from 0 to 100
   */
  public Faults {
    check("lost", lost);
    check("repeated", repeated);
    check("delayed", delayed);
  }

  private static void check(String field, int percent) {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException(field + ": must be from 0 to 100, was " + percent);
    }
  }

  /**
   * {@return what arrives, in the order of arrival}
   *
   * @param events what was sent
   * @param seed any number; the same one gives the same faults
   */
  public List<AttendanceEvent> deliver(List<AttendanceEvent> events, long seed) {
    Random random = new Random(seed);
    List<AttendanceEvent> arriving = new ArrayList<>();
    for (AttendanceEvent event : events) {
      if (random.nextInt(100) >= lost) {
        arriving.add(random.nextInt(100) < delayed ? late(event, random) : event);
        if (random.nextInt(100) < repeated) {
          arriving.add(event);
        }
      }
    }
    Collections.shuffle(arriving, random);
    return arriving;
  }

  private static AttendanceEvent late(AttendanceEvent event, Random random) {
    EventHeader header = event.header();
    Instant received = header.receivedAt().plusMillis(random.nextInt(600_000));
    EventHeader late = new EventHeader(header.id(), header.room(), header.occurredAt(), received);
    return switch (event.kind()) {
      case ROOM_STARTED -> new RoomStarted(late);
      case ROOM_FINISHED -> new RoomFinished(late);
      case PARTICIPANT_JOINED ->
          new ParticipantJoined(late, ((ParticipantJoined) event).participant());
      case PARTICIPANT_LEFT -> {
        ParticipantLeft left = (ParticipantLeft) event;
        yield new ParticipantLeft(late, left.participant(), left.reason());
      }
      case CONNECTION_ABORTED -> {
        ConnectionAborted aborted = (ConnectionAborted) event;
        yield new ConnectionAborted(late, aborted.participant(), aborted.reason());
      }
      case TRACK_PUBLISHED -> new TrackPublished(late, ((TrackPublished) event).track());
      case TRACK_UNPUBLISHED -> new TrackUnpublished(late, ((TrackUnpublished) event).track());
      // When an answer came is part of what it says.
      case ROSTER_OBSERVED -> (RosterObserved) event;
    };
  }
}
