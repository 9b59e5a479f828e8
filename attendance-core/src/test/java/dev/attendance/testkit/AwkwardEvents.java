package dev.attendance.testkit;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.ConnectionAborted;
import dev.attendance.event.DisconnectReason;
import dev.attendance.event.EventHeader;
import dev.attendance.event.EventId;
import dev.attendance.event.FieldRules;
import dev.attendance.event.JoinTime;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantKind;
import dev.attendance.event.ParticipantLeft;
import dev.attendance.event.RoomFinished;
import dev.attendance.event.RoomInstance;
import dev.attendance.event.RoomStarted;
import dev.attendance.event.RosterObserved;
import dev.attendance.event.Track;
import dev.attendance.event.TrackPublished;
import dev.attendance.event.TrackSource;
import dev.attendance.event.TrackUnpublished;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Texts, instants and events that stores like to get wrong, all of them fit by {@link FieldRules}.
 */
public final class AwkwardEvents {

  /** The last instant that can be recorded. */
  public static final Instant LAST = FieldRules.LATEST.minusMillis(1);

  /** Texts of which each differs from all others, though some collations find them equal. */
  public static final List<String> TEXTS =
      List.of(
          "ann",
          "Ann",
          "ANN",
          "ann ",
          " ann",
          "ann\t",
          "ann\u00a0",
          "ann\u200b",
          "a\u030ann",
          "\u00e5nn",
          "stra\u00dfe",
          "strasse",
          "\u6f22\u5b57",
          "\ud83c\udf93",
          "\ud83c\udf93\ufe0f",
          "\uffff",
          "\udbff\udfff",
          "\u0001\n\r",
          "'; drop table attendance_event; --",
          "\\",
          "%_?:x${y}{z}",
          "null",
          "\"",
          longest('a', 'z'),
          longest('\u4e00', '\u9fff'),
          longestOfPairs());

  private AwkwardEvents() {}

  /** As long as an id can be, of characters that no compression makes shorter. */
  private static String longest(char first, char last) {
    return new Random(first)
        .ints(FieldRules.LONGEST_ID, first, last + 1)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static String longestOfPairs() {
    return new Random(1)
        .ints(FieldRules.LONGEST_ID / 2, 0x1f300, 0x1f5ff)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /**
   * {@return events of one room instance: of every kind, with every field filled, left out, and at
   * its edges; every enum constant; every awkward text in every place}
   *
   * @param roomSid the room instance
   */
  public static List<AttendanceEvent> all(String roomSid) {
    List<AttendanceEvent> events = new ArrayList<>();
    List<Participant> participants = new ArrayList<>();
    for (String text : TEXTS) {
      participants.add(participant(text, text, Optional.empty()));
    }
    participants.add(
        new Participant(
            "PA_1", "i", "", ParticipantKind.SIP, true, false, joinTime(FieldRules.EARLIEST)));
    participants.add(
        new Participant("PA_2", "i", "", ParticipantKind.EGRESS, false, true, joinTime(LAST)));
    for (ParticipantKind kind : ParticipantKind.values()) {
      participants.add(new Participant("PA_3", "i", "", kind, false, false, Optional.empty()));
    }
    for (Participant participant : participants) {
      events.add(new ParticipantJoined(header(events, roomSid), participant));
      events.add(
          new ConnectionAborted(
              header(events, roomSid), participant, DisconnectReason.JOIN_FAILURE));
    }
    for (DisconnectReason reason : DisconnectReason.values()) {
      events.add(new ParticipantLeft(header(events, roomSid), participants.get(0), reason));
      events.add(new ConnectionAborted(header(events, roomSid), participants.get(0), reason));
    }
    for (TrackSource source : TrackSource.values()) {
      Track track = new Track("TR_1", "PA_1", "i", source);
      events.add(new TrackPublished(header(events, roomSid), track));
      events.add(new TrackUnpublished(header(events, roomSid), track));
    }
    for (String text : TEXTS) {
      Track track = new Track(text, text, text, TrackSource.CAMERA);
      events.add(new TrackPublished(header(events, roomSid), track));
      events.add(new RoomStarted(header(text, text, roomSid, text, Events.START)));
    }
    events.add(new RosterObserved(header(events, roomSid), List.of()));
    events.add(new RosterObserved(header(events, roomSid), participants));
    events.add(new RosterObserved(header(events, roomSid), participants.subList(3, 5)));
    events.add(new RoomFinished(header("edge", "first", roomSid, "", FieldRules.EARLIEST)));
    events.add(new RoomFinished(header("edge", "last", roomSid, "", LAST)));
    events.add(
        new RoomFinished(
            new EventHeader(
                new EventId("edge", "nothing"),
                new RoomInstance(roomSid, "", Optional.empty()),
                LAST,
                FieldRules.EARLIEST)));
    return List.copyOf(events);
  }

  private static EventHeader header(List<AttendanceEvent> before, String roomSid) {
    // Descending and with repetitions, so that no order of insertion is the order of reading.
    Instant at = Events.START.minusMillis(before.size() / 3);
    return header("awkward", "EV_" + before.size(), roomSid, "a name", at);
  }

  private static EventHeader header(
      String source, String id, String roomSid, String roomName, Instant at) {
    return new EventHeader(
        new EventId(source, id), new RoomInstance(roomSid, roomName, Optional.of(at)), at, at);
  }

  private static Participant participant(String sid, String identity, Optional<JoinTime> joinTime) {
    return new Participant(
        sid, identity, identity, ParticipantKind.STANDARD, false, false, joinTime);
  }

  private static Optional<JoinTime> joinTime(Instant at) {
    return Optional.of(new JoinTime(at, at.equals(LAST)));
  }
}
