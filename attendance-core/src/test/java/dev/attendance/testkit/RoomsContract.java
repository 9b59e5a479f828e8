package dev.attendance.testkit;

import static dev.attendance.cycle.CycleStanding.ATTEMPT;
import static dev.attendance.cycle.CycleStanding.INFERRED;
import static dev.attendance.cycle.CycleStanding.OPEN;
import static dev.attendance.cycle.CycleStanding.REPORTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.cycle.RoomFacts;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.store.CycleTotals;
import dev.attendance.store.FoldedCycle;
import dev.attendance.store.FoldedRoom;
import dev.attendance.store.Rooms;
import dev.attendance.time.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** What {@link Rooms} promises. */
public interface RoomsContract extends StoreUnderTest {

  @Test
  default void anUnknownRoomIsEmpty() {
    assertThat(store().rooms().room("RM_1")).isEmpty();
    assertThat(store().rooms().cycles("RM_1")).isEmpty();
    assertThat(store().rooms().marks("RM_1")).isEqualTo(RoomMarks.NONE);
    assertThat(store().rooms().tracks("RM_1")).isEmpty();
    assertThat(store().rooms().totals(Events.START)).isEqualTo(new CycleTotals(0, 0, 0, 0, 0, 0));
  }

  @Test
  default void aRoomIsReadAsItWasSaved() {
    RoomMarks marks =
        new RoomMarks(
            new TreeSet<>(List.of(Events.at(4))),
            new TreeMap<>(java.util.Map.of(Events.at(2), Events.at(3))));
    FoldedCycle cycle = Folded.cycle("RM_1", "ann", OPEN);
    store()
        .folds()
        .fold(
            "RM_1",
            room -> room.save(Folded.room("RM_1", 9), marks, List.of(cycle), List.of(), List.of()));
    Rooms rooms = secondNode().rooms();
    assertThat(rooms.room("RM_1"))
        .contains(new FoldedRoom(Folded.room("RM_1", 9), 1, 1, 0, 0, 0, false));
    assertThat(rooms.cycles("RM_1")).containsExactly(cycle.facts());
    assertThat(rooms.marks("RM_1")).isEqualTo(marks);
  }

  @Test
  default void cyclesComeInTheOrderOfTheirParticipantSids() {
    List<FoldedCycle> cycles =
        AwkwardEvents.TEXTS.stream()
            .map(text -> Folded.cycle("RM_1", text, "ann", REPORTED))
            .toList();
    save(Folded.room("RM_1", 1), cycles.toArray(FoldedCycle[]::new));
    assertThat(store().rooms().cycles("RM_1"))
        .extracting(facts -> facts.id().participantSid())
        .containsExactlyElementsOf(AwkwardEvents.TEXTS.stream().sorted().toList());
  }

  @Test
  default void roomsOfANameAreThoseThatTouchTheWindow() {
    save(Folded.room("RM_over", "class", -9, -1));
    save(Folded.room("RM_end", "class", -9, 0));
    save(Folded.room("RM_inside", "class", 3, 4));
    save(Folded.room("RM_all", "class", -5, 99));
    save(Folded.room("RM_last", "class", 9, 9));
    save(Folded.room("RM_later", "class", 10, 12));
    save(Folded.room("RM_ended", "class", -8, -2), Folded.cycle("RM_ended", "ann", REPORTED));
    save(Folded.room("RM_bound", "class", -7, -2), Folded.cycle("RM_bound", "ann", INFERRED));
    save(Folded.room("RM_open", "class", -8, -2), Folded.cycle("RM_open", "ann", OPEN));
    save(Folded.room("RM_open_later", "class", 10, 10), Folded.cycle("RM_open_later", "ann", OPEN));
    Interval window = new Interval(Events.at(0), Events.at(10));
    assertThat(store().rooms().rooms("class", window))
        .extracting(room -> room.facts().sid())
        .containsExactly("RM_end", "RM_open", "RM_bound", "RM_all", "RM_inside", "RM_last");
    assertThat(store().rooms().rooms("other", window)).isEmpty();
  }

  @Test
  default void aRoomCountsItsCyclesWithoutAReportedEnd() {
    save(
        Folded.room("RM_1", 1),
        Folded.cycle("RM_1", "ann", OPEN),
        Folded.cycle("RM_1", "bob", OPEN),
        Folded.cycle("RM_1", "cy", INFERRED),
        Folded.cycle("RM_1", "di", REPORTED));
    save(Folded.room("RM_1", 2), Folded.cycle("RM_1", "ann", INFERRED));
    FoldedRoom expected = new FoldedRoom(Folded.room("RM_1", 2), 2, 1, 2, 0, 0, false);
    assertThat(store().rooms().room("RM_1")).contains(expected);
    assertThat(store().rooms().latestRooms(1)).containsExactly(expected);
  }

  @Test
  default void roomsThatBeganTogetherComeBySid() {
    List.of("RM_c", "RM_B", "RM_a").forEach(sid -> save(Folded.room(sid, "class", 1, 2)));
    assertThat(store().rooms().rooms("class", new Interval(Events.at(0), Events.at(9))))
        .extracting(room -> room.facts().sid())
        .containsExactly("RM_B", "RM_a", "RM_c");
  }

  @Test
  default void roomNamesAreComparedExactly() {
    for (int i = 0; i < AwkwardEvents.TEXTS.size(); i++) {
      save(Folded.room("RM_" + i, AwkwardEvents.TEXTS.get(i), 1, 2));
    }
    Interval window = new Interval(Events.at(0), Events.at(9));
    for (int i = 0; i < AwkwardEvents.TEXTS.size(); i++) {
      assertThat(store().rooms().rooms(AwkwardEvents.TEXTS.get(i), window))
          .extracting(room -> room.facts().sid())
          .containsExactly("RM_" + i);
    }
  }

  @Test
  default void latestRoomsAreThoseWithTheLatestActivity() {
    save(Folded.room("RM_a", 5));
    save(Folded.room("RM_c", 7));
    save(Folded.room("RM_b", 7));
    save(Folded.room("RM_d", 9));
    store().events().append(List.of(Events.in("RM_never_folded").started(99)));
    assertThat(sids(store().rooms().latestRooms(10)))
        .containsExactly("RM_d", "RM_b", "RM_c", "RM_a");
    assertThat(sids(store().rooms().latestRooms(2))).containsExactly("RM_d", "RM_b");
    save(Folded.room("RM_a", 11));
    assertThat(sids(store().rooms().latestRooms(1))).containsExactly("RM_a");
  }

  @Test
  default void roomsWithOpenCyclesArePaged() {
    for (String sid : List.of("RM_5", "RM_2", "RM_4", "RM_1", "RM_3")) {
      save(
          Folded.room(sid, 1),
          Folded.cycle(sid, "ann", OPEN),
          Folded.cycle(sid, "bob", OPEN),
          Folded.cycle(sid, "eve", INFERRED));
    }
    save(Folded.room("RM_0", 1), Folded.cycle("RM_0", "ann", INFERRED));
    save(Folded.room("RM_4", 2), Folded.cycle("RM_4", "ann", REPORTED));
    save(Folded.room("RM_3", 2), Folded.cycle("RM_3", "ann", REPORTED));
    save(Folded.room("RM_3", 2), Folded.cycle("RM_3", "bob", REPORTED));
    assertThat(pages(store().rooms()::roomsWithOpenCycles))
        .containsExactly("RM_1", "RM_2", "RM_4", "RM_5");
    save(Folded.room("RM_3", 3), Folded.cycle("RM_3", "ann", OPEN));
    assertThat(pages(store().rooms()::roomsWithOpenCycles))
        .containsExactly("RM_1", "RM_2", "RM_3", "RM_4", "RM_5");
  }

  @Test
  default void pagesOfAwkwardSidsBringEveryRoomOnce() {
    for (String sid : AwkwardEvents.TEXTS) {
      save(Folded.room(sid, "class", 0, 1), Folded.cycle(sid, "ann", OPEN));
    }
    assertThat(pages(store().rooms()::roomsWithOpenCycles))
        .containsExactlyInAnyOrderElementsOf(AwkwardEvents.TEXTS);
    assertThat(pages(store().rooms()::roomsToSettle))
        .containsExactlyInAnyOrderElementsOf(AwkwardEvents.TEXTS);
  }

  @Test
  default void roomsAreToSettleUntilTheyWereSettledInTheirVersion() {
    List.of("RM_3", "RM_1", "RM_2").forEach(sid -> save(Folded.room(sid, 1)));
    assertThat(pages(store().rooms()::roomsToSettle)).containsExactly("RM_1", "RM_2", "RM_3");
    store().records().settle("RM_2", 1);
    assertThat(pages(store().rooms()::roomsToSettle)).containsExactly("RM_1", "RM_3");
    save(Folded.room("RM_2", 2));
    assertThat(pages(store().rooms()::roomsToSettle)).containsExactly("RM_1", "RM_2", "RM_3");
    store().records().settle("RM_2", 1);
    assertThat(pages(store().rooms()::roomsToSettle)).containsExactly("RM_1", "RM_2", "RM_3");
    store().records().settle("RM_2", 2);
    store().records().settle("RM_2", 1);
    assertThat(pages(store().rooms()::roomsToSettle)).containsExactly("RM_1", "RM_3");
  }

  @Test
  default void settlingAnUnknownRoomChangesNothing() {
    store().records().settle("RM_1", 5);
    assertThat(store().rooms().room("RM_1")).isEmpty();
    save(Folded.room("RM_1", 1));
    assertThat(pages(store().rooms()::roomsToSettle)).containsExactly("RM_1");
  }

  @Test
  default void totalsCountCyclesByWhereTheyStand() {
    save(
        Folded.room("RM_silent", 10),
        Folded.cycle("RM_silent", "a", OPEN),
        Folded.cycle("RM_silent", "b", OPEN),
        Folded.cycle("RM_silent", "c", INFERRED),
        Folded.cycle("RM_silent", "d", REPORTED),
        Folded.cycle("RM_silent", "e", REPORTED),
        Folded.cycle("RM_silent", "f", REPORTED));
    save(
        Folded.room("RM_busy", 20),
        Folded.cycle("RM_busy", "a", OPEN),
        Folded.cycle("RM_busy", "g", ATTEMPT));
    assertThat(totals(20)).isEqualTo(new CycleTotals(7, 3, 1, 3, 2, 1));
    assertThat(totals(10)).isEqualTo(new CycleTotals(7, 3, 1, 3, 0, 1));
    assertThat(totals(21)).isEqualTo(new CycleTotals(7, 3, 1, 3, 3, 1));
    save(
        Folded.room("RM_silent", 10),
        Folded.cycle("RM_silent", "a", REPORTED),
        Folded.cycle("RM_silent", "b", INFERRED),
        Folded.cycle("RM_silent", "c", INFERRED));
    assertThat(totals(20)).isEqualTo(new CycleTotals(7, 4, 2, 1, 0, 1));
  }

  private CycleTotals totals(long silentSince) {
    return store().rooms().totals(Events.at(silentSince));
  }

  private void save(RoomFacts facts, FoldedCycle... cycles) {
    store()
        .folds()
        .fold(
            facts.sid(),
            room -> room.save(facts, RoomMarks.NONE, List.of(cycles), List.of(), List.of()));
  }

  private static List<String> pages(BiFunction<String, Integer, List<FoldedRoom>> read) {
    List<String> all = new ArrayList<>();
    String after = "";
    while (true) {
      List<String> page = sids(read.apply(after, 2));
      assertThat(page.size()).isLessThanOrEqualTo(2);
      if (page.isEmpty()) {
        return all;
      }
      all.addAll(page);
      assertThat(all).doesNotHaveDuplicates();
      after = page.get(page.size() - 1);
    }
  }

  private static List<String> sids(List<FoldedRoom> rooms) {
    return rooms.stream().map(room -> room.facts().sid()).toList();
  }
}
