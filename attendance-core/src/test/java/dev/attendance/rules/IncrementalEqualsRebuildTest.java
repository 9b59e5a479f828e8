package dev.attendance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.Attendance;
import dev.attendance.RebuildRooms;
import dev.attendance.cycle.CycleId;
import dev.attendance.cycle.CycleStanding;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.session.SessionId;
import dev.attendance.store.AppendOutcome;
import dev.attendance.store.FoldedCycle;
import dev.attendance.store.FoldedRoom;
import dev.attendance.store.memory.MemoryStore;
import dev.attendance.testkit.world.Faults;
import dev.attendance.testkit.world.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** R24: what is kept step by step is what a rebuild from the log comes to. */
class IncrementalEqualsRebuildTest {

  @Provide
  Arbitrary<List<AttendanceEvent>> oneRoom() {
    return Traces.ofOneRoom();
  }

  @Provide
  Arbitrary<List<AttendanceEvent>> oneOddRoom() {
    return Traces.ofOneOddRoom();
  }

  @Provide
  Arbitrary<World> worlds() {
    return Worlds.any();
  }

  @Provide
  Arbitrary<List<AttendanceEvent>> severalRooms() {
    return Traces.ofSeveralRooms();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void r24_eventByEventInAnyOrderEqualsARebuild(
      @ForAll("oneRoom") List<AttendanceEvent> events, @ForAll long seed) {
    List<AttendanceEvent> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, new Random(seed));
    MemoryStore store = new MemoryStore();
    Attendance attendance = attendance(store, Runnable::run);
    shuffled.forEach(event -> attendance.record(List.of(event)));
    assertEqualsRebuild(store, attendance, events);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void r24_soItDoesForConnectionsThatChangeTheirIdentity(
      @ForAll("oneOddRoom") List<AttendanceEvent> events, @ForAll long seed) {
    List<AttendanceEvent> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, new Random(seed));
    MemoryStore store = new MemoryStore();
    Attendance attendance = attendance(store, Runnable::run);
    shuffled.forEach(event -> attendance.record(List.of(event)));
    assertEqualsRebuild(store, attendance, events);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void r24_anyBatchesWithRepetitionsAndFoldsAtAnyTimeEqualARebuild(
      @ForAll("severalRooms") List<AttendanceEvent> events, @ForAll long seed) {
    Random random = new Random(seed);
    List<AttendanceEvent> delivered = new ArrayList<>(events);
    delivered.addAll(events.subList(0, random.nextInt(events.size() + 1)));
    Collections.shuffle(delivered, random);
    MemoryStore store = new MemoryStore();
    Attendance attendance =
        attendance(
            store,
            fold -> {
              if (random.nextInt(3) == 0) {
                throw new RejectedExecutionException("busy");
              }
              fold.run();
            });
    List<AppendOutcome> outcomes = new ArrayList<>();
    while (!delivered.isEmpty()) {
      List<AttendanceEvent> batch = delivered.subList(0, 1 + random.nextInt(delivered.size()));
      outcomes.addAll(attendance.record(batch));
      batch.clear();
      if (random.nextInt(4) == 0) {
        attendance.foldPending().runOnce();
      }
    }
    attendance.foldPending().runOnce();

    assertThat(outcomes).filteredOn(AppendOutcome.APPENDED::equals).hasSameSizeAs(events);
    assertThat(store.folds().roomsToFold(1)).isEmpty();
    assertEqualsRebuild(store, attendance, events);
  }

  /** What a simulated world tells, which is longer than what is drawn at random. */
  @Property(edgeCases = EdgeCasesMode.NONE)
  void r24_soItDoesForWhatAWorldTells(@ForAll("worlds") World world, @ForAll long seed) {
    MemoryStore store = new MemoryStore();
    Attendance attendance = attendance(store, Runnable::run);
    for (AttendanceEvent event : Faults.ORDER_ONLY.deliver(world.told(), seed)) {
      attendance.record(List.of(event));
    }
    assertEqualsRebuild(store, attendance, world.told());
  }

  @Example
  void r24_moreThanIsFoldedAtOnceEqualsARebuild() {
    Room room = new Room();
    for (int person = 0; person < 700; person++) {
      room.joined("p" + person % 300 + "/" + person, person).published("p" + person % 300, person);
      if (person % 3 == 0) {
        room.left("p" + person % 300 + "/" + person, person + 5);
      }
      if (person % 50 == 0) {
        room.polled(person, "p" + person % 300 + "/" + person).finished(person);
      }
    }
    List<AttendanceEvent> backwards = new ArrayList<>(room.events());
    Collections.reverse(backwards);
    MemoryStore store = new MemoryStore();
    Attendance attendance = attendance(store, Runnable::run);
    attendance.record(backwards);
    assertThat(backwards).hasSizeGreaterThan(1500);
    assertThat(store.folds().roomsToFold(1)).isEmpty();
    assertEqualsRebuild(store, attendance, room.events());
  }

  private static Attendance attendance(MemoryStore store, Executor executor) {
    return Attendance.builder(store)
        .clock(() -> AtOnce.LATER)
        .sourceTiming(AtOnce.TIMING)
        .foldExecutor(executor)
        .build();
  }

  private static void assertEqualsRebuild(
      MemoryStore store, Attendance attendance, List<AttendanceEvent> events) {
    MemoryStore anew = new MemoryStore();
    Attendance rebuilt = attendance(anew, Runnable::run);
    rebuilt.record(events);
    Map<String, List<AttendanceEvent>> byRoom =
        events.stream().collect(Collectors.groupingBy(event -> event.header().room().sid()));
    byRoom.forEach(
        (sid, own) -> {
          AtOnce atOnce = AtOnce.fold(own);
          assertThat(store.rooms().room(sid).map(FoldedRoom::facts)).contains(atOnce.room());
          assertThat(store.rooms().marks(sid)).isEqualTo(atOnce.marks());
          assertThat(store.rooms().cycles(sid)).containsExactlyElementsOf(atOnce.cycles().values());
          assertThat(store.rooms().tracks(sid)).containsExactlyElementsOf(atOnce.tracks().values());
          assertThat(standings(store, sid, atOnce.cycles().keySet())).isEqualTo(atOnce.standings());
          SessionId session = new SessionId(sid);
          assertThat(attendance.report(session)).isPresent().isEqualTo(rebuilt.report(session));
        });
    assertThat(attendance.totals()).isEqualTo(rebuilt.totals());
    List<Optional<FoldedRoom>> kept = byRoom.keySet().stream().map(store.rooms()::room).toList();
    RebuildRooms.Progress progress = attendance.rebuild().everything("", told -> {});
    assertThat(progress.changed()).isZero();
    assertThat(progress.rooms()).isEqualTo(byRoom.size());
    assertThat(progress.events()).isEqualTo(events.size());
    assertThat(byRoom.keySet().stream().map(store.rooms()::room).toList()).isEqualTo(kept);
  }

  private static Map<CycleId, CycleStanding> standings(
      MemoryStore store, String roomSid, Set<String> sids) {
    List<FoldedCycle> kept = new ArrayList<>();
    store
        .folds()
        .fold(
            roomSid,
            transaction -> {
              Collection<FoldedCycle> all = transaction.cycles(sids, Set.of());
              kept.addAll(all);
            });
    Map<CycleId, CycleStanding> standings = new TreeMap<>();
    kept.forEach(cycle -> standings.put(cycle.facts().id(), cycle.standing()));
    return standings;
  }
}
