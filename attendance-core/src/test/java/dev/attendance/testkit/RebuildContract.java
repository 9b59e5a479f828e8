package dev.attendance.testkit;

import static dev.attendance.cycle.CycleStanding.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.Attendance;
import dev.attendance.RebuildRooms;
import dev.attendance.cycle.CycleId;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.cycle.TrackFacts;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.TrackSource;
import dev.attendance.store.AttendanceStore;
import dev.attendance.store.FoldedCycle;
import dev.attendance.store.FoldedRoom;
import dev.attendance.store.RoomProjection;
import dev.attendance.store.RoomSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * R24: what a store needs to keep for a rebuild from its log to equal what it kept step by step.
 */
public interface RebuildContract extends StoreUnderTest {

  /** The room instances of the tests. */
  List<String> ROOMS = List.of("RM_1", "RM_2", "rm_2");

  @Test
  default void whatWasFoldedComesExactlyAndWhatIsPendingDoesNot() {
    List<AttendanceEvent> all = AwkwardEvents.all("RM_1");
    List<AttendanceEvent> folded = all.subList(0, all.size() / 2 * 2 - 1);
    store().events().append(all);
    store().events().append(AwkwardEvents.all("RM_2"));
    store().folds().fold("RM_1", room -> assertThat(foldedOf(room::folded)).isEmpty());
    store()
        .folds()
        .fold(
            "RM_1",
            room -> {
              room.save(
                  Folded.room("RM_1", 1), marks(List.of(), Map.of()), List.of(), List.of(), folded);
              assertThat(foldedOf(room::folded)).containsExactlyInAnyOrderElementsOf(folded);
            });
    secondNode()
        .folds()
        .fold(
            "RM_1",
            room -> assertThat(foldedOf(room::folded)).containsExactlyInAnyOrderElementsOf(folded));
  }

  @Test
  default void whatIsAppendedWhileEventsAreReadStaysPending() {
    Events events = Events.in("RM_1");
    List<AttendanceEvent> before = List.of(events.joined("ann", 1), events.polled(2, "ann"));
    AttendanceEvent meanwhile = events.left("ann", 3);
    Attendance attendance = attendance(false);
    attendance.record(before);
    attendance.foldPending().runOnce();
    List<AttendanceEvent> read = new ArrayList<>();
    store()
        .folds()
        .fold(
            "RM_1",
            room ->
                room.folded(
                    event -> {
                      if (read.isEmpty()) {
                        Together.elsewhere(() -> secondNode().events().append(List.of(meanwhile)));
                      }
                      read.add(event);
                    }));
    assertThat(read).containsExactlyInAnyOrderElementsOf(before);
    store().folds().fold("RM_1", room -> assertThat(room.pending(9)).containsExactly(meanwhile));
  }

  @Test
  default void theProjectionIsAllThatIsKept() {
    RoomProjection projection = projection("RM_1");
    store().folds().fold("RM_1", room -> assertThat(room.projection()).isEmpty());
    store().folds().fold("RM_1", room -> room.replace(projection));
    store().folds().fold("RM_2", room -> room.replace(projection("RM_2")));
    secondNode().folds().fold("RM_1", room -> assertThat(room.projection()).contains(projection));
    assertThat(store().rooms().room("RM_1"))
        .contains(new FoldedRoom(projection.room(), 1, 1, 0, 7, 8, false));
    assertThat(store().rooms().marks("RM_1")).isEqualTo(projection.marks());
    assertThat(store().rooms().tracks("RM_1")).isEqualTo(projection.tracks());
    assertThat(store().rooms().cycles("RM_1")).containsExactly(projection.cycles().get(0).facts());
  }

  @Test
  default void aReplacementLeavesNothingOfWhatWasThere() {
    Events events = Events.in("RM_1");
    AttendanceEvent pending = events.joined("dan", 1);
    store().events().append(List.of(pending));
    store().folds().fold("RM_1", room -> room.replace(projection("RM_1")));
    RoomProjection other =
        new RoomProjection(
            Folded.room("RM_1", 5),
            marks(List.of(9L), Map.of()),
            List.of(Folded.cycle("RM_1", "eve", OPEN), Folded.cycle("RM_1", "fay", OPEN)),
            List.of(),
            1,
            2);
    store().folds().fold("RM_1", room -> room.replace(other));
    store().folds().fold("RM_1", room -> assertThat(room.projection()).contains(other));
    store().folds().fold("RM_1", room -> assertThat(room.pending(9)).containsExactly(pending));
    assertThat(store().rooms().room("RM_1"))
        .contains(new FoldedRoom(other.room(), 2, 2, 0, 1, 2, false));
    assertThat(store().rooms().totals(Events.at(0)).open()).isEqualTo(2);
    store().folds().fold("RM_1", room -> assertThat(room.cyclesWithoutReportedEnd()).hasSize(2));
  }

  @Test
  default void theLogBringsEachRoomInstanceOnce() {
    store().events().append(AwkwardEvents.all("RM_2"));
    store().events().append(AwkwardEvents.all("RM_1"));
    store().events().append(AwkwardEvents.all("rm_2"));
    store().folds().fold("RM_3", room -> room.replace(projection("RM_3")));
    for (int limit : List.of(1, 1_000)) {
      List<String> sids = new ArrayList<>();
      List<String> next = store().events().roomsAfter("", limit);
      while (!next.isEmpty()) {
        sids.addAll(next);
        next = secondNode().events().roomsAfter(next.get(next.size() - 1), limit);
      }
      assertThat(sids).containsExactlyInAnyOrder("RM_1", "RM_2", "rm_2").doesNotHaveDuplicates();
    }
  }

  @Test
  default void roomsOfTheLogComeTogetherAsFarAsTheyAreNotTooLong() {
    for (String sid : List.of("A", "B", "C")) {
      Events events = Events.in(sid);
      store().events().append(List.of(events.joined("ann", 1), events.polled(2, "ann", "bob")));
    }
    assertThat(store().events().roomsAfter("", 1)).containsExactly("A");
    assertThat(store().events().roomsAfter("", 5)).hasSizeBetween(1, 2);
    assertThat(store().events().roomsAfter("", 100)).containsExactly("A", "B", "C");
    assertThat(store().events().roomsAfter("A", 100)).containsExactly("B", "C");
    assertThat(store().events().roomsAfter("C", 100)).isEmpty();
  }

  @Test
  default void aSnapshotIsWhatWasFoldedAndWhatIsKept() {
    Attendance attendance = attendance(false);
    deliver(attendance, new Random(5), ROOMS);
    attendance.foldPending().runOnce();
    Events events = Events.in("RM_2");
    store().events().append(List.of(events.joined("zoe", 1), events.polled(2, "zoe", "yan")));
    store().events().append(AwkwardEvents.all("RM_3"));
    List<String> sids = store().events().roomsAfter("", 10_000);
    assertThat(sids).contains("RM_1", "RM_2", "RM_3", "rm_2");
    List<RoomSnapshot<Told>> snapshots = secondNode().folds().snapshots(sids, 10_000, Told::new);
    assertThat(snapshots).extracting(RoomSnapshot::roomSid).containsExactlyElementsOf(sids);
    for (RoomSnapshot<Told> snapshot : snapshots) {
      store()
          .folds()
          .fold(
              snapshot.roomSid(),
              room -> {
                assertThat(snapshot.folded().orElseThrow().events)
                    .containsExactlyInAnyOrderElementsOf(foldedOf(room::folded));
                assertThat(snapshot.kept()).isEqualTo(room.projection());
              });
    }
  }

  @Test
  default void aRoomIsReadInASnapshotHoweverFewEventsItMayHaveOrNotAtAll() {
    Events events = Events.in("RM_1");
    store().events().append(List.of(events.joined("ann", 1), events.polled(2, "ann", "bob")));
    attendance(false).foldPending().runOnce();
    for (int limit : List.of(1, 2)) {
      RoomSnapshot<Told> snapshot =
          store().folds().snapshots(List.of("RM_1"), limit, Told::new).get(0);
      assertThat(snapshot.folded().map(told -> told.events.size()).orElse(2)).isEqualTo(2);
      assertThat(snapshot.kept().isPresent()).isEqualTo(snapshot.folded().isPresent());
    }
  }

  @Test
  default void whatIsFoldedDuringASnapshotDoesNotGiveHalfOfIt() {
    Attendance attendance = attendance(false);
    Events events = Events.in("RM_1");
    attendance.record(List.of(events.joined("ann", 1)));
    attendance.foldPending().runOnce();
    List<AttendanceEvent> read = new ArrayList<>();
    RoomSnapshot<Consumer<AttendanceEvent>> snapshot =
        store()
            .folds()
            .<Consumer<AttendanceEvent>>snapshots(
                List.of("RM_1"),
                100,
                () ->
                    event -> {
                      read.add(event);
                      if (read.size() == 1) {
                        Together.elsewhere(
                            () -> {
                              secondNode().events().append(List.of(events.left("ann", 3)));
                              attendance(secondNode()).foldPending().runOnce();
                            });
                      }
                    })
            .get(0);
    assertThat(snapshot.folded().isEmpty() || snapshot.kept().orElseThrow().events() == read.size())
        .isTrue();
    assertThat(attendance.rebuild().everything("", told -> {}).changed()).isZero();
  }

  /** The events of one room instance of a snapshot. */
  final class Told implements Consumer<AttendanceEvent> {
    private final List<AttendanceEvent> events = new ArrayList<>();

    @Override
    public void accept(AttendanceEvent event) {
      events.add(event);
    }
  }

  @Test
  default void r24_aRebuildChangesNothingWhateverCameAndWhateverIsPending() {
    for (int seed = 0; seed < 8; seed++) {
      List<String> rooms = List.of("A_" + seed, "B_" + seed, "b_" + seed);
      Attendance attendance = attendance(false);
      deliver(attendance, new Random(seed), rooms);
      List<Optional<RoomProjection>> kept = rooms.stream().map(this::kept).toList();
      List<Optional<FoldedRoom>> folded = rooms.stream().map(store().rooms()::room).toList();
      List<RebuildRooms.Progress> told = new ArrayList<>();
      RebuildRooms.Progress progress = attendance.rebuild().everything("", told::add);
      assertThat(progress.changed()).isZero();
      assertThat(told).hasSize((int) progress.rooms()).endsWith(progress);
      assertThat(rooms.stream().map(this::kept).toList()).isEqualTo(kept);
      assertThat(rooms.stream().map(store().rooms()::room).toList()).isEqualTo(folded);
    }
  }

  @Test
  default void r24_aRebuildMendsWhatIsWrong() {
    Attendance attendance = attendance(false);
    deliver(attendance, new Random(99), ROOMS);
    List<Optional<RoomProjection>> kept = ROOMS.stream().map(this::kept).toList();
    for (String sid : ROOMS) {
      FoldedRoom before = store().rooms().room(sid).orElseThrow();
      store().records().settle(sid, before.version());
      store().folds().fold(sid, room -> room.replace(projection(sid)));
    }
    RebuildRooms.Progress progress = attendance.rebuild().room("RM_1");
    assertThat(progress.changed()).isOne();
    progress = attendance.rebuild().everything("", told -> {});
    assertThat(progress.changed()).isEqualTo(2);
    assertThat(ROOMS.stream().map(this::kept).toList()).isEqualTo(kept);
    assertThat(store().rooms().roomsToSettle("", 9)).hasSize(3);
    assertThat(attendance.rebuild().everything("", told -> {}).changed()).isZero();
  }

  private void deliver(Attendance attendance, Random random, List<String> rooms) {
    List<AttendanceEvent> events = new RandomEvents(random, rooms).next(120);
    for (int i = 0; i < events.size(); i += 10) {
      attendance.record(events.subList(Math.max(0, i - 3), i + 10));
      if (random.nextInt(3) == 0) {
        attendance.foldPending().runOnce();
      }
    }
    if (random.nextBoolean()) {
      attendance.foldPending().runOnce();
    }
  }

  private Attendance attendance(AttendanceStore store) {
    return Attendance.builder(store).clock(() -> Events.at(10_000)).build();
  }

  private Attendance attendance(boolean folding) {
    return Attendance.builder(store())
        .clock(() -> Events.at(10_000))
        .foldExecutor(
            fold -> {
              if (!folding) {
                throw new RejectedExecutionException("later");
              }
              fold.run();
            })
        .build();
  }

  private Optional<RoomProjection> kept(String sid) {
    List<RoomProjection> kept = new ArrayList<>();
    store().folds().fold(sid, room -> room.projection().ifPresent(kept::add));
    return kept.stream().findFirst();
  }

  private static List<AttendanceEvent> foldedOf(Consumer<Consumer<AttendanceEvent>> reader) {
    List<AttendanceEvent> events = new ArrayList<>();
    reader.accept(events::add);
    return events;
  }

  private static RoomProjection projection(String sid) {
    FoldedCycle cycle = Folded.cycle(sid, "ann", OPEN);
    return new RoomProjection(
        Folded.room(sid, 3),
        marks(List.of(4L, 5L), Map.of(6L, 7L)),
        List.of(cycle),
        List.of(
            new TrackFacts(
                new CycleId(sid, "PA_ann"), "TR_1", TrackSource.CAMERA, Folded.millis(1), 0)),
        7,
        8);
  }

  private static RoomMarks marks(List<Long> finishes, Map<Long, Long> polls) {
    TreeMap<Instant, Instant> answered = new TreeMap<>();
    polls.forEach((asked, at) -> answered.put(Events.at(asked), Events.at(at)));
    return new RoomMarks(new TreeSet<>(finishes.stream().map(Events::at).toList()), answered);
  }
}
