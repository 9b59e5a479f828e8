package dev.attendance.badinput;

import dev.attendance.cycle.Boundary;
import dev.attendance.cycle.CycleFacts;
import dev.attendance.cycle.CycleId;
import dev.attendance.cycle.Evidence;
import dev.attendance.cycle.OpenCycleRules;
import dev.attendance.cycle.OpenEnd;
import dev.attendance.cycle.ReportedEnd;
import dev.attendance.cycle.RoomFacts;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.cycle.SourceTiming;
import dev.attendance.cycle.TrackFacts;
import dev.attendance.event.DisconnectReason;
import dev.attendance.event.ParticipantKind;
import dev.attendance.event.ParticipantProfile;
import dev.attendance.event.TrackSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class BadCyclesTest {

  private static final Instant T = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration ZERO = Duration.ZERO;

  @TestFactory
  Stream<DynamicTest> refused() {
    String order = "boundary: earliest <= best <= latest must hold, was ";
    return new BadInput()
        .refused(order, () -> boundary(T.plusMillis(1), T, T.plusMillis(2)))
        .refused(order, () -> boundary(T, T.plusMillis(1), T))
        .id("room sid", sid -> new CycleId(sid, "PA_1"))
        .id("participant sid", sid -> new CycleId("RM_1", sid))
        .id("participant identity", identity -> profile(identity, "Ann"))
        .text("participant name", name -> profile("ann", name))
        .instant("reported end", at -> new ReportedEnd(at, DisconnectReason.ROOM_CLOSED))
        .instant("room finish", at -> marks(Set.of(at), Map.of()))
        .instant("poll", at -> marks(Set.of(), Map.of(at, T)))
        .instant("poll answer", at -> marks(Set.of(), Map.of(T, at)))
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> tracks() {
    return new BadInput()
        .id("track sid", sid -> track(sid, 0, 0))
        .millis("publishedAt", at -> track("TR_1", at, 0))
        .millis("unpublishedAt", at -> track("TR_1", 0, at))
        .refused(
            "cannot merge facts of TR_1 and TR_2",
            () -> track("TR_1", 0, 0).merge(track("TR_2", 0, 0)))
        .tests();
  }

  private static TrackFacts track(String sid, long publishedAt, long unpublishedAt) {
    CycleId cycle = new CycleId("RM_1", "PA_1");
    return new TrackFacts(cycle, sid, TrackSource.CAMERA, publishedAt, unpublishedAt);
  }

  @TestFactory
  Stream<DynamicTest> rulesAndTiming() {
    return new BadInput()
        .positive("longest open time", time -> new OpenCycleRules(OpenEnd.LATEST, time))
        .notNegative("detectionDelay", time -> SourceTiming.LIVEKIT.withDetectionDelay(time))
        .notNegative("listingLag", time -> SourceTiming.LIVEKIT.withListingLag(time))
        .notNegative("resolution", time -> timing(time, ZERO, ZERO, ZERO))
        .notNegative("connectLimit", time -> timing(ZERO, time, ZERO, ZERO))
        .notNegative("pollSpacing", time -> timing(ZERO, ZERO, time, ZERO))
        .notNegative("clockTolerance", time -> timing(ZERO, ZERO, ZERO, time))
        .tests();
  }

  private static SourceTiming timing(
      Duration resolution, Duration connectLimit, Duration pollSpacing, Duration clockTolerance) {
    return new SourceTiming(
        resolution, ZERO, connectLimit, ZERO, pollSpacing, clockTolerance, false);
  }

  @TestFactory
  Stream<DynamicTest> facts() {
    return new BadInput()
        .id("room sid", sid -> new RoomFacts(sid, "math", 0, 0, 0, 0))
        .text("room name", name -> new RoomFacts("RM_1", name, 0, 0, 0, 0))
        .millis("createdAt", at -> new RoomFacts("RM_1", "", at, 0, 0, 0))
        .millis("lastStartedAt", at -> new RoomFacts("RM_1", "", 0, at, 0, 0))
        .millis("firstEventAt", at -> new RoomFacts("RM_1", "", 0, 0, at, 0))
        .millis("lastPresenceAt", at -> new RoomFacts("RM_1", "", 0, 0, 0, at))
        .millis("profileAsOf", at -> facts("PA_1", at, 0, 0, 0, 0, 0, 0, 0, 0))
        .millis("joinedAtMillis", at -> facts("PA_1", 0, at, 0, 0, 0, 0, 0, 0, 0))
        .millis("joinedAtSecond", at -> facts("PA_1", 0, 0, at, 0, 0, 0, 0, 0, 0))
        .millis("joinedEventAt", at -> facts("PA_1", 0, 0, 0, at, 0, 0, 0, 0, 0))
        .millis("firstTrackAt", at -> facts("PA_1", 0, 0, 0, 0, at, 0, 0, 0, 0))
        .millis("lastPublishedAt", at -> facts("PA_1", 0, 0, 0, 0, 0, at, 0, 0, 0))
        .millis("lastUnpublishedAt", at -> facts("PA_1", 0, 0, 0, 0, 0, 0, at, 0, 0))
        .millis("firstListedAt", at -> facts("PA_1", 0, 0, 0, 0, 0, 0, 0, at, 0))
        .millis("lastListedAt", at -> facts("PA_1", 0, 0, 0, 0, 0, 0, 0, 0, at))
        .refused("cannot merge facts of RM_1 and RM_2", () -> room("RM_1").merge(room("RM_2")))
        .refused("cannot merge facts of ", () -> cycle("PA_1").merge(cycle("PA_2")))
        .tests();
  }

  private static Boundary boundary(Instant earliest, Instant best, Instant latest) {
    return new Boundary(earliest, best, latest, Evidence.LEFT);
  }

  private static ParticipantProfile profile(String identity, String name) {
    return new ParticipantProfile(identity, name, ParticipantKind.STANDARD, false, false);
  }

  private static RoomMarks marks(Set<Instant> finishes, Map<Instant, Instant> polls) {
    return new RoomMarks(new TreeSet<>(finishes), new TreeMap<>(polls));
  }

  private static RoomFacts room(String sid) {
    return new RoomFacts(sid, "", 0, 0, 0, 0);
  }

  private static CycleFacts cycle(String sid) {
    return facts(sid, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  private static CycleFacts facts(
      String sid,
      long profileAsOf,
      long joinedAtMillis,
      long joinedAtSecond,
      long joinedEventAt,
      long firstTrackAt,
      long lastPublishedAt,
      long lastUnpublishedAt,
      long firstListedAt,
      long lastListedAt) {
    return new CycleFacts(
        new CycleId("RM_1", sid),
        profile("ann", "Ann"),
        profileAsOf,
        joinedAtMillis,
        joinedAtSecond,
        joinedEventAt,
        Optional.empty(),
        Optional.empty(),
        firstTrackAt,
        lastPublishedAt,
        lastUnpublishedAt,
        firstListedAt,
        lastListedAt);
  }
}
