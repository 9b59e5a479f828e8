package dev.attendance.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.DisconnectReason;
import dev.attendance.event.EventHeader;
import dev.attendance.event.EventId;
import dev.attendance.event.JoinTime;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantKind;
import dev.attendance.event.ParticipantProfile;
import dev.attendance.event.RoomInstance;
import dev.attendance.event.RoomStarted;
import dev.attendance.event.RosterObserved;
import dev.attendance.event.Track;
import dev.attendance.event.TrackPublished;
import dev.attendance.event.TrackSource;
import dev.attendance.testkit.Events;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is kept of events that contradict each other: the same whichever came first. */
class FactsTest {

  private static final Instant T = Events.at(0);

  private static EventFacts gathered(AttendanceEvent... events) {
    EventFacts facts = EventFacts.of(List.of(events));
    List<AttendanceEvent> reversed = new ArrayList<>(List.of(events));
    Collections.reverse(reversed);
    assertThat(EventFacts.of(reversed).room()).isEqualTo(facts.room());
    assertThat(EventFacts.of(reversed).cycles())
        .containsExactlyInAnyOrderElementsOf(facts.cycles());
    return facts;
  }

  private static EventHeader header(String id, String roomName, long second) {
    RoomInstance room = new RoomInstance("RM_1", roomName, Optional.empty());
    return new EventHeader(new EventId("livekit", id), room, Events.at(second), Events.at(second));
  }

  private static ParticipantJoined joined(long second, Participant who) {
    return new ParticipantJoined(header("EV_" + who.hashCode() + second, "", second), who);
  }

  private static Participant who(
      String identity, String name, ParticipantKind kind, boolean hidden, boolean recorder) {
    return new Participant(
        "PA_1", identity, name, kind, hidden, recorder, Optional.of(new JoinTime(T, true)));
  }

  private static ParticipantProfile profile(AttendanceEvent... events) {
    return gathered(events).cycles().iterator().next().profile();
  }

  /** Each field by itself decides between two descriptions of one instant. */
  @Property
  void ofTwoDescriptionsOfOneInstantTheOneThatSortsLastIsKept(
      @ForAll @IntRange(max = 31) int one, @ForAll @IntRange(max = 31) int other) {
    ParticipantProfile kept = profile(joined(0, variant(one)), joined(0, variant(other)));
    assertThat(kept).isEqualTo(variant(Math.max(one, other)).profile());
  }

  /** In the order of the numbers. */
  private static Participant variant(int number) {
    return who(
        (number & 16) == 0 ? "ann" : "bob",
        (number & 8) == 0 ? "Ann" : "Bob",
        (number & 4) == 0 ? ParticipantKind.STANDARD : ParticipantKind.SIP,
        (number & 2) != 0,
        (number & 1) != 0);
  }

  @Property
  void otherwiseTheLastDescriptionIsKept(
      @ForAll @IntRange(max = 31) int earlier, @ForAll @IntRange(max = 31) int later) {
    ParticipantProfile kept = profile(joined(0, variant(earlier)), joined(1, variant(later)));
    assertThat(kept).isEqualTo(variant(later).profile());
  }

  @Example
  void aTrackTellsTheIdentityWhereNothingElseDoes() {
    TrackPublished zoe = published(5, "zoe");
    assertThat(profile(zoe)).isEqualTo(ParticipantProfile.ofIdentity("zoe"));
    assertThat(profile(published(1, "amy"), zoe)).isEqualTo(ParticipantProfile.ofIdentity("zoe"));
    assertThat(profile(zoe, joined(0, variant(0))).identity()).isEqualTo("ann");
  }

  private static TrackPublished published(long second, String identity) {
    return new TrackPublished(
        header("EV_" + identity, "", second),
        new Track("TR_" + identity, "PA_1", identity, TrackSource.CAMERA));
  }

  @Example
  void aRoomIsCalledByItsLastNameInOrder() {
    RoomStarted unnamed = new RoomStarted(header("EV_1", "", 0));
    RoomStarted art = new RoomStarted(header("EV_2", "art", 0));
    RoomStarted math = new RoomStarted(header("EV_3", "math", 0));
    assertThat(gathered(unnamed, math, art).room().name()).isEqualTo("math");
    RoomFacts one = gathered(art).room();
    RoomFacts other = gathered(math).room();
    assertThat(one.merge(other)).isEqualTo(other.merge(one)).isEqualTo(one.merge(other).merge(one));
    assertThat(one.merge(other).name()).isEqualTo("math");
  }

  @Example
  void theLastPresenceIsTheLastEventOfAnybody() {
    assertThat(gathered(joined(3, variant(0))).room().lastPresenceAt())
        .isEqualTo(Events.at(3).toEpochMilli());
    assertThat(gathered(published(7, "ann")).room().lastPresenceAt())
        .isEqualTo(Events.at(7).toEpochMilli());
    assertThat(gathered(new RoomStarted(header("EV_1", "", 9))).room().lastPresenceAt())
        .isEqualTo(CycleFacts.ABSENT);
    Events events = Events.in("RM_1");
    assertThat(gathered(events.left("ann", 11)).room().lastPresenceAt())
        .isEqualTo(Events.at(11).toEpochMilli());
    assertThat(gathered(events.unpublished("ann", 12)).room().lastPresenceAt())
        .isEqualTo(Events.at(12).toEpochMilli());
    assertThat(gathered(events.polled(13)).room().lastPresenceAt()).isEqualTo(CycleFacts.ABSENT);
    assertThat(gathered(events.polled(14, "ann")).room().lastPresenceAt())
        .isEqualTo(Events.at(14).toEpochMilli());
  }

  @Property
  void ofTwoPollsAskedAtOnceTheEarlierAnswerIsKept(
      @ForAll @IntRange(max = 9) int one, @ForAll @IntRange(max = 9) int other) {
    RosterObserved first = polled("EV_1", one);
    RosterObserved second = polled("EV_2", other);
    RoomMarks merged = gathered(first).marks().merge(gathered(second).marks());
    assertThat(merged.polls()).isEqualTo(Map.of(T, Events.at(Math.min(one, other))));
    assertThat(gathered(first, second).marks()).isEqualTo(merged);
  }

  private static RosterObserved polled(String id, long answered) {
    RoomInstance room = new RoomInstance("RM_1", "", Optional.empty());
    EventHeader header = new EventHeader(new EventId("poll", id), room, T, Events.at(answered));
    return new RosterObserved(header, List.of());
  }

  @Property
  void r09_ofTwoSourcesOfATrackAKnownOneIsKept(@ForAll TrackSource one, @ForAll TrackSource other) {
    TrackFacts merged = track(one, 3).merge(track(other, 2));
    assertThat(merged).isEqualTo(track(other, 2).merge(track(one, 3)));
    assertThat(merged.publishedAt()).isEqualTo(2);
    assertThat(merged.source().name())
        .isEqualTo(Collections.min(List.of(one.name(), other.name())));
    assertThat(track(TrackSource.UNKNOWN, 1).merge(track(TrackSource.CAMERA, 1)).source())
        .isEqualTo(TrackSource.CAMERA);
  }

  private static TrackFacts track(TrackSource source, long publishedAt) {
    return new TrackFacts(new CycleId("RM_1", "PA_1"), "TR_1", source, publishedAt, 0);
  }

  @Example
  void r09_aTrackEventTellsOfItsTrack() {
    Events events = Events.in("RM_1");
    assertThat(gathered(events.published("ann", 3)).tracks())
        .singleElement()
        .returns(Events.at(3).toEpochMilli(), TrackFacts::publishedAt)
        .returns(CycleFacts.ABSENT, TrackFacts::unpublishedAt);
    assertThat(gathered(events.unpublished("ann", 4)).tracks())
        .singleElement()
        .returns(CycleFacts.ABSENT, TrackFacts::publishedAt)
        .returns(Events.at(4).toEpochMilli(), TrackFacts::unpublishedAt);
  }

  @Example
  void everyEvidenceIsToldInWords() {
    for (Evidence evidence : Evidence.values()) {
      assertThat(evidence.description()).contains(" ");
    }
  }

  @Example
  void noPersonalDataIsShown() {
    assertThat(variant(0).profile()).hasToString("ParticipantProfile[STANDARD]");
    assertThat(new ReportedEnd(T, DisconnectReason.ROOM_CLOSED).toString()).contains("ROOM_CLOSED");
  }
}
