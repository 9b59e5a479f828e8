package dev.attendance.testkit;

import static dev.attendance.cycle.CycleStanding.OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attendance.cycle.CycleId;
import dev.attendance.cycle.RoomFacts;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.cycle.TrackFacts;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.EventHeader;
import dev.attendance.event.EventId;
import dev.attendance.event.RoomStarted;
import dev.attendance.event.TrackSource;
import dev.attendance.store.AttendanceStore;
import dev.attendance.store.FoldQueue;
import dev.attendance.store.FoldedRoom;
import dev.attendance.store.RoomTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What {@link FoldQueue} promises. */
public interface FoldQueueContract extends StoreUnderTest {

  @Test
  default void whatIsAppendedIsPendingUntilItIsFolded() {
    Events events = Events.in("RM_1");
    AttendanceEvent joined = events.joined("ann", 1);
    AttendanceEvent left = events.left("ann", 2);
    store().events().append(List.of(joined, left));
    assertThat(secondNode().folds().roomsToFold(10)).containsExactly("RM_1");
    foldOne(joined);
    assertThat(store().folds().roomsToFold(10)).containsExactly("RM_1");
    assertThat(pending("RM_1")).containsExactly(left);
    foldOne(left);
    assertThat(store().folds().roomsToFold(10)).isEmpty();
    assertThat(pending("RM_1")).isEmpty();
    assertThat(store().events().events("RM_1")).containsExactly(joined, left);
  }

  @Test
  default void aDuplicateIsNotPendingAgain() {
    AttendanceEvent joined = Events.in("RM_1").joined("ann", 1);
    store().events().append(List.of(joined));
    foldOne(joined);
    store().events().append(List.of(joined));
    assertThat(store().folds().roomsToFold(10)).isEmpty();
  }

  @Test
  default void pendingEventsOfEveryKindComeExactlyAndAtMostSoMany() {
    List<AttendanceEvent> all = AwkwardEvents.all("RM_1");
    store().events().append(all);
    assertThat(pending("RM_1")).containsExactlyInAnyOrderElementsOf(all);
    store().folds().fold("RM_1", room -> assertThat(room.pending(3)).hasSize(3));
    store()
        .folds()
        .fold("RM_1", room -> room.save(facts(1), RoomMarks.NONE, List.of(), List.of(), all));
    assertThat(pending("RM_1")).isEmpty();
  }

  @Test
  default void foldingAnEventThatIsNotPendingChangesNothing() {
    AttendanceEvent joined = Events.in("RM_1").joined("ann", 1);
    store().events().append(List.of(joined));
    store()
        .folds()
        .fold(
            "RM_1",
            room ->
                room.save(
                    facts(1),
                    RoomMarks.NONE,
                    List.of(),
                    List.of(),
                    List.of(
                        started(new EventId("other", "EV_1")),
                        started(new EventId(Events.SOURCE, "ev_1")),
                        started(new EventId(Events.SOURCE, "EV_1 ")))));
    assertThat(pending("RM_1")).containsExactly(joined);
    assertThat(store().rooms().room("RM_1"))
        .contains(new FoldedRoom(facts(1), 1, 0, 0, 0, 0, false));
  }

  private static AttendanceEvent started(EventId id) {
    return new RoomStarted(
        new EventHeader(id, Events.in("RM_1").room(), Events.at(1), Events.at(1)));
  }

  @Test
  default void whatHasGoneIntoARoomIsCountedOnceAndPollsApart() {
    Events events = Events.in("RM_1");
    List<AttendanceEvent> first = List.of(events.joined("ann", 1), events.polled(2, "ann"));
    List<AttendanceEvent> more =
        List.of(events.left("ann", 3), events.polled(4), events.polled(4), events.finished(5));
    store().events().append(first);
    store()
        .folds()
        .fold("RM_1", room -> room.save(facts(1), RoomMarks.NONE, List.of(), List.of(), first));
    assertThat(store().rooms().room("RM_1"))
        .contains(new FoldedRoom(facts(1), 1, 0, 0, 1, 1, false));
    store().events().append(more);
    List<AttendanceEvent> all = new ArrayList<>(first);
    all.addAll(more);
    secondNode()
        .folds()
        .fold(
            "RM_1",
            room -> {
              room.save(facts(1), RoomMarks.NONE, List.of(), List.of(), more);
              room.save(facts(1), RoomMarks.NONE, List.of(), List.of(), all);
            });
    assertThat(store().rooms().room("RM_1"))
        .contains(new FoldedRoom(facts(1), 3, 0, 0, 3, 3, false));
  }

  @Test
  default void roomsComeByTheirLongestWaitingEventThenBySid() {
    Events late = Events.in("RM_1");
    store().events().append(List.of(late.started(9)));
    store().events().append(List.of(Events.in("RM_3").started(5)));
    store().events().append(List.of(Events.in("RM_2").started(5)));
    assertThat(store().folds().roomsToFold(10)).containsExactly("RM_2", "RM_3", "RM_1");
    store().events().append(List.of(late.started(1)));
    assertThat(store().folds().roomsToFold(10)).containsExactly("RM_1", "RM_2", "RM_3");
    assertThat(store().folds().roomsToFold(2)).containsExactly("RM_1", "RM_2");
  }

  @Test
  default void aFoldThatThrowsChangesNothing() {
    AttendanceEvent joined = Events.in("RM_1").joined("ann", 1);
    store().events().append(List.of(joined));
    IllegalStateException failure = new IllegalStateException("on purpose");
    assertThatThrownBy(() -> store().folds().fold("RM_1", room -> saveAndThrow(room, failure)))
        .isSameAs(failure);
    assertThat(store().rooms().room("RM_1")).isEmpty();
    assertThat(store().rooms().cycles("RM_1")).isEmpty();
    assertThat(store().rooms().marks("RM_1").isEmpty()).isTrue();
    assertThat(store().rooms().tracks("RM_1")).isEmpty();
    assertThat(store().rooms().latestRooms(10)).isEmpty();
    assertThat(pending("RM_1")).containsExactly(joined);
  }

  @Test
  default void aLaterFoldThatThrowsLeavesWhatWasThere() {
    AttendanceEvent joined = Events.in("RM_1").joined("ann", 1);
    store().events().append(List.of(joined));
    foldOne(joined);
    IllegalStateException failure = new IllegalStateException("on purpose");
    assertThatThrownBy(() -> store().folds().fold("RM_1", room -> saveAndThrow(room, failure)))
        .isSameAs(failure);
    assertThat(store().rooms().room("RM_1"))
        .contains(new FoldedRoom(facts(1), 1, 0, 0, 1, 0, false));
    assertThat(store().rooms().cycles("RM_1")).isEmpty();
    assertThat(store().rooms().totals(Events.at(99)).joined()).isZero();
  }

  @Test
  default void aFoldThatSavesNothingChangesNothing() {
    AttendanceEvent joined = Events.in("RM_1").joined("ann", 1);
    store().events().append(List.of(joined));
    store().folds().fold("RM_1", room -> assertThat(room.room()).isEmpty());
    store().folds().fold("RM_unknown", room -> assertThat(room.pending(1)).isEmpty());
    assertThat(store().rooms().room("RM_1")).isEmpty();
    assertThat(store().rooms().room("RM_unknown")).isEmpty();
    assertThat(pending("RM_1")).containsExactly(joined);
  }

  @Test
  default void theVersionGrowsByOneWithEverySave() {
    for (int save = 1; save <= 3; save++) {
      RoomFacts facts = facts(save);
      store()
          .folds()
          .fold("RM_1", room -> room.save(facts, RoomMarks.NONE, List.of(), List.of(), List.of()));
      assertThat(store().rooms().room("RM_1"))
          .contains(new FoldedRoom(facts, save, 0, 0, 0, 0, false));
    }
  }

  @Test
  default void foldsOfOneRoomAreSerialisedAndLoseNoUpdate() {
    long folders = 4;
    long foldsEach = 40;
    AtomicInteger inside = new AtomicInteger();
    List<AttendanceStore> nodes = List.of(store(), secondNode());
    List<Callable<Object>> tasks = new ArrayList<>();
    for (int folder = 0; folder < folders; folder++) {
      AttendanceStore node = nodes.get(folder % 2);
      tasks.add(
          Executors.callable(
              () -> {
                for (int i = 0; i < foldsEach; i++) {
                  node.folds().fold("RM_1", room -> addOneAlone(room, inside));
                }
              }));
    }
    Together.run(tasks);
    assertThat(store().rooms().room("RM_1"))
        .contains(
            new FoldedRoom(facts(folders * foldsEach), folders * foldsEach, 0, 0, 0, 0, false));
  }

  @Test
  default void aFoldHoldsUpNeitherAppendsNorFoldsOfOtherRooms() {
    Events events = Events.in("RM_1");
    AttendanceEvent before = events.joined("ann", 1);
    AttendanceEvent meanwhile = events.joined("bob", 2);
    store().events().append(List.of(before));
    store()
        .folds()
        .fold(
            "RM_1",
            room -> {
              List<AttendanceEvent> pending = room.pending(10);
              Together.elsewhere(() -> secondNode().events().append(List.of(meanwhile)));
              Together.elsewhere(
                  () ->
                      store()
                          .folds()
                          .fold(
                              "RM_2",
                              other ->
                                  other.save(
                                      Folded.room("RM_2", 1),
                                      RoomMarks.NONE,
                                      List.of(),
                                      List.of(),
                                      List.of())));
              room.save(facts(1), RoomMarks.NONE, List.of(), List.of(), pending);
            });
    assertThat(pending("RM_1")).containsExactly(meanwhile);
    assertThat(store().rooms().room("RM_2")).isPresent();
  }

  private void foldOne(AttendanceEvent event) {
    store()
        .folds()
        .fold(
            "RM_1",
            room -> room.save(facts(1), RoomMarks.NONE, List.of(), List.of(), List.of(event)));
  }

  private List<AttendanceEvent> pending(String roomSid) {
    List<AttendanceEvent> pending = new ArrayList<>();
    store()
        .folds()
        .fold(
            roomSid,
            room -> {
              pending.clear();
              pending.addAll(room.pending(100_000));
            });
    return pending;
  }

  private static void saveAndThrow(RoomTransaction room, RuntimeException failure) {
    room.save(
        facts(7),
        new RoomMarks(new java.util.TreeSet<>(List.of(Events.at(7))), new java.util.TreeMap<>()),
        List.of(Folded.cycle("RM_1", "ann", OPEN)),
        List.of(
            new TrackFacts(
                new CycleId("RM_1", "PA_ann"), "TR_1", TrackSource.CAMERA, Folded.millis(1), 0)),
        room.pending(10));
    throw failure;
  }

  private static void addOneAlone(RoomTransaction room, AtomicInteger inside) {
    if (inside.incrementAndGet() != 1) {
      throw new AssertionError("two folds of one room at once");
    }
    try {
      long soFar =
          room.room().map(facts -> facts.lastPresenceAt() - Folded.millis(0)).orElse(0L) / 1000;
      // Waits for another thread: the others come as far as they can without the room.
      Together.elsewhere(() -> {});
      room.save(facts(soFar + 1), RoomMarks.NONE, List.of(), List.of(), List.of());
    } finally {
      inside.decrementAndGet();
    }
  }

  private static RoomFacts facts(long lastActivity) {
    return Folded.room("RM_1", lastActivity);
  }
}
