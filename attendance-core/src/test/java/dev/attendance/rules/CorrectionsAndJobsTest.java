package dev.attendance.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attendance.Attendance;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.Correction;
import dev.attendance.record.SessionRevision;
import dev.attendance.report.SessionReport;
import dev.attendance.store.AttendanceStore;
import dev.attendance.store.memory.MemoryStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeTry;

/** Promise 6: no order of automation and correction lets automation win, and no crash does. */
class CorrectionsAndJobsTest {

  private static final MadeCorrections LESSON = MadeCorrections.in("lesson");

  private MemoryStore store;
  private Plans plans;
  private Attendance other;

  /** An instance serves all tries of a property. */
  @BeforeTry
  void anew() {
    store = new MemoryStore();
    plans = new Plans().add("lesson", 0, 120, "user-0", "user-9");
    other = node(store);
  }

  private Attendance node(AttendanceStore seen) {
    return Attendance.builder(seen)
        .clock(() -> AtOnce.LATER.plusSeconds(48 * 3600))
        .directory(plans)
        .sourceTiming(AtOnce.TIMING)
        .foldExecutor(
            fold -> {
              throw new RejectedExecutionException("folded by the job");
            })
        .build();
  }

  @Provide
  Arbitrary<List<AttendanceEvent>> traces() {
    return Traces.ofOneRoom();
  }

  @Provide
  Arbitrary<List<Correction>> corrections() {
    return LESSON.any(7);
  }

  /**
   * Two nodes share a store. What one does may happen between any two accesses of the other. In the
   * end both come to what the sets of events and corrections give at once; and whenever nothing is
   * noted as to settle, what is settled says what a report says.
   */
  @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void p6_noOrderOfAutomationAndCorrectionLetsAutomationWin(
      @ForAll("traces") List<AttendanceEvent> events,
      @ForAll("corrections") List<Correction> corrections,
      @ForAll Random random) {
    List<Runnable> acts = new ArrayList<>();
    events.forEach(event -> acts.add(() -> other.record(List.of(event))));
    corrections.forEach(correction -> acts.add(() -> store.corrections().append(correction)));
    for (int run = 0; run < 4; run++) {
      acts.add(() -> other.foldPending().runOnce());
      acts.add(() -> other.calculateSessions().runOnce());
    }
    Collections.shuffle(acts, random);
    Deque<Runnable> waiting = new ArrayDeque<>(acts);
    Attendance node =
        node(
            Intruder.on(
                store,
                method -> {
                  if (random.nextInt(4) == 0 && !waiting.isEmpty()) {
                    waiting.pop().run();
                  }
                }));
    while (!waiting.isEmpty()) {
      switch (random.nextInt(3)) {
        case 0 -> waiting.pop().run();
        case 1 -> node.foldPending().runOnce();
        default -> node.calculateSessions().runOnce();
      }
      assertSettledSaysWhatIsReported();
    }
    other.foldPending().runOnce();
    node.calculateSessions().runOnce();
    other.calculateSessions().runOnce();
    assertSettledSaysWhatIsReported();
    MemoryStore fresh = new MemoryStore();
    Attendance atOnce = node(fresh);
    atOnce.record(events);
    atOnce.foldPending().runOnce();
    corrections.forEach(fresh.corrections()::append);
    atOnce.calculateSessions().runOnce();
    assertThat(settled(store)).isEqualTo(settled(fresh));
    assertThat(other.report(LESSON.session())).isPresent();
    assertThat(other.report(LESSON.session()).map(SessionReport::attendance))
        .isEqualTo(atOnce.report(LESSON.session()).map(SessionReport::attendance));
  }

  private static Optional<List<AttendanceRecord>> settled(MemoryStore kept) {
    return kept.records().latest(LESSON.session()).map(SessionRevision::records);
  }

  private void assertSettledSaysWhatIsReported() {
    boolean isNoted =
        !store.records().sessionsToSettle(AtOnce.LATER, "", 1).isEmpty()
            || !store.corrections().toSpread(1).isEmpty()
            || !store.rooms().roomsToSettle("", 1).isEmpty();
    Optional<SessionRevision> settled = store.records().latest(LESSON.session());
    if (!isNoted && settled.isPresent()) {
      assertThat(settled.get().records())
          .isEqualTo(other.report(LESSON.session()).orElseThrow().attendance().records());
    }
  }

  @Example
  void p6_aMergeMadeWhileItsSessionIsSettledIsNotLost() {
    Attendance node = node(Intruder.on(store, this::mergeBeforeTheRevisionIsSaved));
    other.record(new Room().joined("user-1", 0).left("user-1", 100).events());
    other.foldPending().runOnce();
    assertThat(node.calculateSessions().runOnce()).isEqualTo(2);
    assertThat(people()).containsExactly("user-0", "user-9");
  }

  @Example
  void p6_norIfTheNodeThatSettledItGoesDownThere() {
    Attendance node =
        node(
            Intruder.on(
                store,
                method -> {
                  mergeBeforeTheRevisionIsSaved(method);
                  if (store.records().latest(LESSON.session()).isPresent()) {
                    throw new IllegalStateException("gone down");
                  }
                }));
    other.record(new Room().joined("user-1", 0).left("user-1", 100).events());
    other.foldPending().runOnce();
    assertThatThrownBy(() -> node.calculateSessions().runOnce()).hasMessage("gone down");
    assertThat(people()).containsExactly("user-0", "user-1", "user-9");
    assertThat(other.calculateSessions().runOnce()).isOne();
    assertThat(people()).containsExactly("user-0", "user-9");
  }

  private void mergeBeforeTheRevisionIsSaved(String method) {
    if (method.equals("save") && store.corrections().ofAllSessions().isEmpty()) {
      other.correct(MadeCorrections.merged("m1", "user-1", "user-9"));
      // Finds no session of either yet.
      store
          .corrections()
          .toSpread(9)
          .forEach(merge -> store.corrections().spread(merge, Set.copyOf(merge.persons())));
    }
  }

  private List<String> people() {
    return store.records().latest(LESSON.session()).orElseThrow().records().stream()
        .map(record -> record.person().value())
        .toList();
  }
}
