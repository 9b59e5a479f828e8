package dev.attendance.testkit;

import static dev.attendance.cycle.CycleStanding.ATTEMPT;
import static dev.attendance.cycle.CycleStanding.INFERRED;
import static dev.attendance.cycle.CycleStanding.OPEN;
import static dev.attendance.cycle.CycleStanding.REPORTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attendance.cycle.CycleFacts;
import dev.attendance.cycle.CycleId;
import dev.attendance.cycle.CycleStanding;
import dev.attendance.cycle.ReportedEnd;
import dev.attendance.cycle.RoomFacts;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.event.DisconnectReason;
import dev.attendance.event.FieldRules;
import dev.attendance.event.ParticipantKind;
import dev.attendance.event.ParticipantProfile;
import dev.attendance.store.FoldedCycle;
import dev.attendance.store.RoomTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link RoomTransaction} promises. */
public interface RoomTransactionContract extends StoreUnderTest {

  @Test
  default void cyclesAreFoundBySidAndByIdentityEachOnce() {
    FoldedCycle one = Folded.cycle("RM_1", "PA_1", "ann", REPORTED);
    FoldedCycle two = Folded.cycle("RM_1", "PA_2", "ann", OPEN);
    FoldedCycle three = Folded.cycle("RM_1", "PA_3", "bob", ATTEMPT);
    save("RM_1", RoomMarks.NONE, List.of(one, two, three));
    save("RM_2", RoomMarks.NONE, List.of(Folded.cycle("RM_2", "PA_1", "ann", OPEN)));
    in("RM_1", room -> assertThat(cycles(room, Set.of(), Set.of())).isEmpty());
    in("RM_1", room -> assertThat(cycles(room, Set.of("PA_3"), Set.of())).containsExactly(three));
    in(
        "RM_1",
        room ->
            assertThat(cycles(room, Set.of("PA_1", "PA_3", "PA_9"), Set.of("ann", "eve")))
                .containsExactlyInAnyOrder(one, two, three));
  }

  @Test
  default void sidsAndIdentitiesAreComparedExactly() {
    List<FoldedCycle> all =
        AwkwardEvents.TEXTS.stream().map(text -> Folded.cycle("RM_1", text, text, OPEN)).toList();
    save("RM_1", RoomMarks.NONE, all);
    for (FoldedCycle cycle : all) {
      String text = cycle.facts().profile().identity();
      in("RM_1", room -> assertThat(cycles(room, Set.of(text), Set.of())).containsExactly(cycle));
      in("RM_1", room -> assertThat(cycles(room, Set.of(), Set.of(text))).containsExactly(cycle));
    }
  }

  @Test
  default void aCycleWhoseIdentityChangedIsFoundByTheNewOneOnly() {
    save("RM_1", RoomMarks.NONE, List.of(Folded.cycle("RM_1", "PA_1", "ann", OPEN)));
    FoldedCycle renamed = Folded.cycle("RM_1", "PA_1", "bob", OPEN);
    save("RM_1", RoomMarks.NONE, List.of(renamed));
    in("RM_1", room -> assertThat(cycles(room, Set.of(), Set.of("ann"))).isEmpty());
    in("RM_1", room -> assertThat(cycles(room, Set.of(), Set.of("bob"))).containsExactly(renamed));
  }

  @Test
  default void everyFieldOfACycleIsKeptExactly() {
    List<FoldedCycle> all = new ArrayList<>();
    for (CycleStanding standing : CycleStanding.values()) {
      all.add(cycleOf(all, ParticipantKind.STANDARD, Optional.empty(), standing, 1));
    }
    for (ParticipantKind kind : ParticipantKind.values()) {
      all.add(cycleOf(all, kind, Optional.empty(), OPEN, 1_000));
    }
    for (DisconnectReason reason : DisconnectReason.values()) {
      Instant at = all.size() % 2 == 0 ? FieldRules.EARLIEST : AwkwardEvents.LAST;
      all.add(
          cycleOf(
              all,
              ParticipantKind.SIP,
              Optional.of(new ReportedEnd(at, reason)),
              REPORTED,
              AwkwardEvents.LAST.toEpochMilli() - 20));
    }
    all.add(Folded.cycle("RM_1", "PA_sparse", "sparse", OPEN));
    save("RM_1", RoomMarks.NONE, all);
    in(
        "RM_1",
        room ->
            assertThat(cycles(room, sids(all), Set.of())).containsExactlyInAnyOrderElementsOf(all));
  }

  @Test
  default void aSavedCycleReplacesTheOneKeptAndOthersStay() {
    FoldedCycle stays = Folded.cycle("RM_1", "bob", OPEN);
    FoldedCycle full =
        cycleOf(
            List.of(),
            ParticipantKind.SIP,
            Optional.of(new ReportedEnd(Events.at(3), DisconnectReason.UNKNOWN_REASON)),
            REPORTED,
            500);
    FoldedCycle sparse = Folded.cycle("RM_1", "PA_0", "other", OPEN);
    save("RM_1", RoomMarks.NONE, List.of(full, stays));
    save("RM_1", RoomMarks.NONE, List.of(sparse));
    in(
        "RM_1",
        room ->
            assertThat(cycles(room, Set.of("PA_0", "PA_bob"), Set.of()))
                .containsExactlyInAnyOrder(sparse, stays));
    save("RM_1", RoomMarks.NONE, List.of(full));
    in("RM_1", room -> assertThat(cycles(room, Set.of("PA_0"), Set.of())).containsExactly(full));
  }

  @Test
  default void cyclesWithoutReportedEndAreTheOpenAndTheInferredOnes() {
    FoldedCycle open = Folded.cycle("RM_1", "open", OPEN);
    FoldedCycle inferred = Folded.cycle("RM_1", "inferred", INFERRED);
    save(
        "RM_1",
        RoomMarks.NONE,
        List.of(
            open,
            inferred,
            Folded.cycle("RM_1", "reported", REPORTED),
            Folded.cycle("RM_1", "attempt", ATTEMPT)));
    save("RM_2", RoomMarks.NONE, List.of(Folded.cycle("RM_2", "other", OPEN)));
    in(
        "RM_1",
        room ->
            assertThat(room.cyclesWithoutReportedEnd()).containsExactlyInAnyOrder(open, inferred));
    save("RM_1", RoomMarks.NONE, List.of(Folded.cycle("RM_1", "open", REPORTED)));
    in("RM_1", room -> assertThat(room.cyclesWithoutReportedEnd()).containsExactly(inferred));
  }

  @Test
  default void theRoomIsKeptExactly() {
    long last = AwkwardEvents.LAST.toEpochMilli();
    List<RoomFacts> all = new ArrayList<>();
    all.add(new RoomFacts("RM_1", "", 0, 0, 0, 0));
    all.add(new RoomFacts("RM_1", "n", 1, 2, 3, 4));
    all.add(new RoomFacts("RM_1", "n", last - 3, last - 2, last - 1, last));
    AwkwardEvents.TEXTS.forEach(text -> all.add(new RoomFacts("RM_1", text, 0, 5, 0, 6)));
    in("RM_1", room -> assertThat(room.room()).isEmpty());
    for (RoomFacts facts : all) {
      in("RM_1", room -> room.save(facts, RoomMarks.NONE, List.of(), List.of(), List.of()));
      in("RM_1", room -> assertThat(room.room()).contains(facts));
    }
  }

  @Test
  default void marksAreReadFromAnInstantOn() {
    RoomMarks marks = marks(List.of(1L, 5L, 9L), Map.of(2L, 3L, 5L, 5L, 7L, 8L));
    save("RM_1", marks, List.of());
    save("RM_2", marks(List.of(6L), Map.of(6L, 6L)), List.of());
    in("RM_1", room -> assertThat(room.marks(Events.at(-9))).isEqualTo(marks));
    in(
        "RM_1",
        room ->
            assertThat(room.marks(Events.at(5)))
                .isEqualTo(marks(List.of(5L, 9L), Map.of(5L, 5L, 7L, 8L))));
    in("RM_1", room -> assertThat(room.marks(Events.at(10))).isEqualTo(RoomMarks.NONE));
  }

  @Test
  default void marksAreAddedAndOfTwoAnswersTheEarlierStays() {
    save("RM_1", marks(List.of(1L), Map.of(2L, 9L, 3L, 4L)), List.of());
    save("RM_1", marks(List.of(1L, 6L), Map.of(2L, 5L, 3L, 8L, 7L, 7L)), List.of());
    in(
        "RM_1",
        room ->
            assertThat(room.marks(Instant.EPOCH))
                .isEqualTo(marks(List.of(1L, 6L), Map.of(2L, 5L, 3L, 4L, 7L, 7L))));
  }

  @Test
  default void readsSeeWhatWasSavedThroughTheSameTransaction() {
    Events events = Events.in("RM_1");
    store().events().append(List.of(events.started(1), events.started(2)));
    save("RM_1", marks(List.of(1L), Map.of()), List.of(Folded.cycle("RM_1", "ann", OPEN)));
    FoldedCycle ended = Folded.cycle("RM_1", "ann", REPORTED);
    FoldedCycle fresh = Folded.cycle("RM_1", "bob", OPEN);
    in(
        "RM_1",
        room -> {
          room.save(
              Folded.room("RM_1", 8),
              marks(List.of(2L), Map.of()),
              List.of(ended, fresh),
              List.of(),
              List.of(room.pending(10).get(0)));
          assertThat(room.room()).contains(Folded.room("RM_1", 8));
          assertThat(room.pending(10)).hasSize(1);
          assertThat(room.marks(Events.at(0))).isEqualTo(marks(List.of(1L, 2L), Map.of()));
          assertThat(room.cyclesWithoutReportedEnd()).containsExactly(fresh);
          assertThat(cycles(room, Set.of(), Set.of("ann", "bob")))
              .containsExactlyInAnyOrder(ended, fresh);
          room.save(Folded.room("RM_1", 9), RoomMarks.NONE, List.of(), List.of(), List.of());
        });
    assertThat(store().rooms().room("RM_1").map(room -> room.version())).contains(3L);
  }

  @Test
  default void manyCyclesAreSavedAndFoundAtOnce() {
    List<FoldedCycle> all =
        IntStream.range(0, 2_500).mapToObj(i -> Folded.cycle("RM_1", "p" + i, OPEN)).toList();
    TreeSet<Instant> finishes = new TreeSet<>();
    TreeMap<Instant, Instant> polls = new TreeMap<>();
    IntStream.range(0, 2_500).mapToObj(Events::at).forEach(at -> finishes.add(at));
    IntStream.range(0, 2_500).mapToObj(Events::at).forEach(at -> polls.put(at, at.plusMillis(1)));
    RoomMarks marks = new RoomMarks(finishes, polls);
    save("RM_1", marks, all);
    Set<String> identities = new HashSet<>();
    all.forEach(cycle -> identities.add(cycle.facts().profile().identity()));
    in("RM_1", room -> assertThat(cycles(room, sids(all), identities)).hasSize(2_500));
    in("RM_1", room -> assertThat(room.cyclesWithoutReportedEnd()).hasSize(2_500));
    in("RM_1", room -> assertThat(room.marks(Instant.EPOCH)).isEqualTo(marks));
  }

  @Test
  default void anotherRoomCannotBeSaved() {
    assertThatThrownBy(
            () ->
                in(
                    "RM_1",
                    room ->
                        room.save(
                            Folded.room("RM_2", 1),
                            RoomMarks.NONE,
                            List.of(),
                            List.of(),
                            List.of())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> save("RM_1", RoomMarks.NONE, List.of(Folded.cycle("RM_2", "ann", OPEN))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store().rooms().latestRooms(10)).isEmpty();
  }

  private void in(String roomSid, Consumer<RoomTransaction> work) {
    store().folds().fold(roomSid, work);
  }

  private void save(String roomSid, RoomMarks marks, Collection<FoldedCycle> cycles) {
    in(roomSid, room -> room.save(Folded.room(roomSid, 1), marks, cycles, List.of(), List.of()));
  }

  private static List<FoldedCycle> cycles(
      RoomTransaction room, Set<String> sids, Set<String> identities) {
    return room.cycles(sids, identities);
  }

  private static Set<String> sids(List<FoldedCycle> cycles) {
    Set<String> sids = new HashSet<>();
    cycles.forEach(cycle -> sids.add(cycle.facts().id().participantSid()));
    return sids;
  }

  private static RoomMarks marks(List<Long> finishes, Map<Long, Long> polls) {
    TreeSet<Instant> finishedAt = new TreeSet<>();
    finishes.forEach(second -> finishedAt.add(Events.at(second)));
    TreeMap<Instant, Instant> polledAt = new TreeMap<>();
    polls.forEach((asked, answered) -> polledAt.put(Events.at(asked), Events.at(answered)));
    return new RoomMarks(finishedAt, polledAt);
  }

  /** A cycle whose every instant is another one, so that no two columns can be mixed up. */
  private static FoldedCycle cycleOf(
      List<FoldedCycle> before,
      ParticipantKind kind,
      Optional<ReportedEnd> end,
      CycleStanding standing,
      long from) {
    int number = before.size();
    String text = AwkwardEvents.TEXTS.get(number % AwkwardEvents.TEXTS.size());
    ParticipantProfile profile =
        new ParticipantProfile(text, text, kind, number % 2 == 0, number % 3 == 0);
    return new FoldedCycle(
        new CycleFacts(
            new CycleId("RM_1", "PA_" + number),
            profile,
            from,
            from + 1,
            from + 2,
            from + 3,
            end,
            end.map(left -> new ReportedEnd(Events.at(number), left.reason())),
            from + 4,
            from + 5,
            from + 6,
            from + 7,
            from + 8),
        standing);
  }
}
