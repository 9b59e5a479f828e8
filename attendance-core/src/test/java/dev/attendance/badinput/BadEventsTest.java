package dev.attendance.badinput;

import dev.attendance.event.EventHeader;
import dev.attendance.event.EventId;
import dev.attendance.event.JoinTime;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantKind;
import dev.attendance.event.RoomInstance;
import dev.attendance.event.Track;
import dev.attendance.event.TrackSource;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class BadEventsTest {

  private static final Instant T = Instant.parse("2026-03-02T09:00:00Z");
  private static final EventId ID = new EventId("livekit", "EV_1");
  private static final RoomInstance ROOM = new RoomInstance("RM_1", "", Optional.empty());

  @TestFactory
  Stream<DynamicTest> refused() {
    return new BadInput()
        .id("event source", source -> new EventId(source, "EV_1"))
        .id("event id", value -> new EventId("livekit", value))
        .instant("occurredAt", at -> new EventHeader(ID, ROOM, at, T))
        .instant("receivedAt", at -> new EventHeader(ID, ROOM, T, at))
        .id("room sid", sid -> new RoomInstance(sid, "math", Optional.empty()))
        .text("room name", name -> new RoomInstance("RM_1", name, Optional.empty()))
        .instant("room creation time", at -> new RoomInstance("RM_1", "math", Optional.of(at)))
        .instant("join time", at -> new JoinTime(at, true))
        .id("participant sid", sid -> participant(sid, "ann", "Ann"))
        .id("participant identity", identity -> participant("PA_1", identity, "Ann"))
        .text("participant name", name -> participant("PA_1", "ann", name))
        .id("track sid", sid -> track(sid, "PA_1", "ann"))
        .id("participant sid", sid -> track("TR_1", sid, "ann"))
        .id("participant identity", identity -> track("TR_1", "PA_1", identity))
        .tests();
  }

  private static Participant participant(String sid, String identity, String name) {
    return new Participant(
        sid, identity, name, ParticipantKind.STANDARD, false, false, Optional.empty());
  }

  private static Track track(String sid, String participantSid, String identity) {
    return new Track(sid, participantSid, identity, TrackSource.CAMERA);
  }
}
