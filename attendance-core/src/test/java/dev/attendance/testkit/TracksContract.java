package dev.attendance.testkit;

import static dev.attendance.cycle.CycleFacts.ABSENT;
import static dev.attendance.event.TrackSource.CAMERA;
import static dev.attendance.event.TrackSource.MICROPHONE;
import static dev.attendance.event.TrackSource.UNKNOWN;
import static dev.attendance.event.TrackSource.UNRECOGNIZED;
import static dev.attendance.testkit.Folded.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attendance.cycle.CycleId;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.cycle.TrackFacts;
import dev.attendance.event.FieldRules;
import dev.attendance.event.TrackSource;
import dev.attendance.store.RoomTransaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link RoomTransaction#save} and {@link dev.attendance.store.Rooms} promise of tracks. */
public interface TracksContract extends StoreUnderTest {

  @Test
  default void everyFieldOfATrackIsKeptExactly() {
    List<TrackFacts> tracks = new ArrayList<>();
    for (TrackSource source : TrackSource.values()) {
      tracks.add(track("PA_1", "TR_" + source, source, 1, 2));
    }
    tracks.add(track("PA_2", "TR_started", CAMERA, 3, ABSENT));
    tracks.add(track("PA_2", "TR_stopped", CAMERA, ABSENT, 4));
    long last = AwkwardEvents.LAST.toEpochMilli();
    tracks.add(track("PA_3", "TR_late", CAMERA, last - 1, last));
    tracks.add(track("PA_3", "TR_early", CAMERA, FieldRules.EARLIEST.toEpochMilli() + 1, ABSENT));
    saveTracks("RM_1", tracks);
    assertThat(secondNode().rooms().tracks("RM_1")).containsExactlyInAnyOrderElementsOf(tracks);
    assertThat(store().rooms().tracks("RM_2")).isEmpty();
  }

  @Test
  default void tracksComeByTheirCyclesAndThenBySidEachComparedExactly() {
    List<TrackFacts> tracks = new ArrayList<>();
    for (String text : AwkwardEvents.TEXTS) {
      tracks.add(track(text, "TR_1", CAMERA, 1, 2));
      tracks.add(track("PA_1", text, CAMERA, 3, 4));
    }
    List<TrackFacts> shuffled = new ArrayList<>(tracks);
    Collections.shuffle(shuffled, new Random(1));
    saveTracks("RM_1", shuffled);
    assertThat(store().rooms().tracks("RM_1"))
        .containsExactlyElementsOf(tracks.stream().sorted(TrackFacts.BY_KEY).toList());
  }

  @Test
  default void whatIsLearnedOfATrackIsMergedWithWhatWasKept() {
    saveTracks(
        "RM_1",
        List.of(
            track("PA_1", "TR_end", CAMERA, millis(5), ABSENT),
            track("PA_1", "TR_start", CAMERA, ABSENT, millis(9)),
            track("PA_1", "TR_earlier", CAMERA, millis(5), millis(9)),
            track("PA_1", "TR_later", CAMERA, millis(5), millis(9)),
            track("PA_1", "TR_none", CAMERA, millis(5), millis(9)),
            track("PA_1", "TR_source", UNRECOGNIZED, millis(5), millis(9)),
            track("PA_1", "TR_other", MICROPHONE, millis(5), millis(9)),
            track("PA_2", "TR_end", CAMERA, millis(6), ABSENT)));
    saveTracks(
        "RM_1",
        List.of(
            track("PA_1", "TR_end", UNKNOWN, ABSENT, millis(7)),
            track("PA_1", "TR_start", UNKNOWN, millis(2), ABSENT),
            track("PA_1", "TR_earlier", UNKNOWN, millis(4), millis(8)),
            track("PA_1", "TR_later", UNKNOWN, millis(6), millis(10)),
            track("PA_1", "TR_none", UNKNOWN, ABSENT, ABSENT),
            track("PA_1", "TR_source", UNKNOWN, ABSENT, ABSENT),
            track("PA_1", "TR_other", CAMERA, ABSENT, ABSENT)));
    assertThat(store().rooms().tracks("RM_1"))
        .containsExactlyInAnyOrder(
            track("PA_1", "TR_end", CAMERA, millis(5), millis(7)),
            track("PA_1", "TR_start", CAMERA, millis(2), millis(9)),
            track("PA_1", "TR_earlier", CAMERA, millis(4), millis(8)),
            track("PA_1", "TR_later", CAMERA, millis(5), millis(9)),
            track("PA_1", "TR_none", CAMERA, millis(5), millis(9)),
            track("PA_1", "TR_source", UNKNOWN, millis(5), millis(9)),
            track("PA_1", "TR_other", CAMERA, millis(5), millis(9)),
            track("PA_2", "TR_end", CAMERA, millis(6), ABSENT));
  }

  @Test
  default void theSameTracksOfTwoRoomsAreKeptApart() {
    TrackFacts one = track("PA_1", "TR_1", CAMERA, 1, 2);
    TrackFacts other = new TrackFacts(new CycleId("RM_2", "PA_1"), "TR_1", MICROPHONE, 3, 4);
    saveTracks("RM_1", List.of(one));
    saveTracks("RM_2", List.of(other));
    assertThat(store().rooms().tracks("RM_1")).containsExactly(one);
    assertThat(store().rooms().tracks("RM_2")).containsExactly(other);
    assertThatThrownBy(() -> saveTracks("RM_1", List.of(other)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  default void manyTracksAreSavedAndReadAtOnce() {
    List<TrackFacts> tracks =
        IntStream.range(0, 2_500)
            .mapToObj(i -> track("PA_" + i % 100, "TR_" + i, CAMERA, 1 + i, ABSENT))
            .toList();
    saveTracks("RM_1", tracks);
    saveTracks("RM_1", tracks);
    assertThat(store().rooms().tracks("RM_1")).containsExactlyInAnyOrderElementsOf(tracks);
  }

  private void saveTracks(String roomSid, List<TrackFacts> tracks) {
    store()
        .folds()
        .fold(
            roomSid,
            room ->
                room.save(Folded.room(roomSid, 1), RoomMarks.NONE, List.of(), tracks, List.of()));
  }

  private static TrackFacts track(
      String participantSid, String sid, TrackSource source, long published, long unpublished) {
    return new TrackFacts(new CycleId("RM_1", participantSid), sid, source, published, unpublished);
  }
}
