package dev.attendance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attendance.cycle.RoomFacts;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.event.FieldRules;
import dev.attendance.session.PersonId;
import dev.attendance.session.Role;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.store.RoomTakenException;
import dev.attendance.store.SessionPlans;
import dev.attendance.time.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What {@link SessionPlans} promises. */
public interface SessionPlansContract extends StoreUnderTest {

  @Test
  default void everyFieldOfAPlanIsKeptExactly() {
    int start = 1;
    for (String text : AwkwardEvents.TEXTS) {
      SessionPlan plan =
          new SessionPlan(
              new SessionId(text),
              text,
              window(start, start + 1),
              Set.of("own", "second"),
              Set.of(text),
              List.of(
                  new RosterEntry(
                      new PersonId(text),
                      text,
                      Optional.of(text),
                      Role.HOST,
                      Optional.of(window(3, 5))),
                  new RosterEntry(new PersonId("z"), "", Optional.empty()),
                  new RosterEntry(
                      new PersonId("a"),
                      "Å",
                      Optional.empty(),
                      Role.PARTICIPANT,
                      Optional.of(new Interval(FieldRules.EARLIEST, AwkwardEvents.LAST)))));
      store().plans().put(plan);
      assertThat(secondNode().plans().plan(plan.id())).contains(plan);
      assertThat(store().plans().plans(text, plan.window())).containsExactly(plan);
      start += 2;
    }
    SessionPlan bare =
        new SessionPlan(
            new SessionId("bare"),
            "",
            new Interval(FieldRules.EARLIEST, AwkwardEvents.LAST),
            Set.of("elsewhere"),
            List.of());
    store().plans().put(bare);
    assertThat(store().plans().plan(bare.id())).contains(bare);
  }

  @Test
  default void aPlanReplacesTheOneOfItsId() {
    store().plans().put(plan("s1", 10, 20, "math", "ann", "bob"));
    SessionPlan moved = plan("s1", 15, 30, "art", "cy");
    secondNode().plans().put(moved);
    assertThat(store().plans().plan(moved.id())).contains(moved);
    assertThat(store().plans().plans("math", window(0, 99))).isEmpty();
    assertThat(store().plans().plans("art", window(0, 99))).containsExactly(moved);
  }

  @Test
  default void aPlanThatWasRemovedIsGone() {
    SessionPlan plan = plan("s1", 10, 20, "math", "ann");
    assertThat(store().plans().remove(plan.id())).isFalse();
    store().plans().put(plan);
    assertThat(secondNode().plans().remove(plan.id())).isTrue();
    assertThat(store().plans().remove(plan.id())).isFalse();
    assertThat(store().plans().plan(plan.id())).isEmpty();
    assertThat(store().plans().plans("math", window(0, 99))).isEmpty();
    SessionPlan other = plan("s2", 15, 25, "math");
    store().plans().put(other);
    assertThat(store().plans().plans("math", window(0, 99))).containsExactly(other);
  }

  @Test
  default void plansOfARoomAreThoseWhoseWindowOverlaps() {
    SessionPlan first = plan("z", 10, 20, "math");
    SessionPlan second = plan("m", 20, 30, "math");
    SessionPlan third = plan("a", 40, 50, "math");
    for (SessionPlan plan : List.of(third, first, plan("o", 10, 50, "Math"), second)) {
      store().plans().put(plan);
    }
    assertThat(plans(0, 99)).containsExactly(first, second, third);
    assertThat(plans(0, 10)).isEmpty();
    assertThat(plans(0, 11)).containsExactly(first);
    assertThat(plans(10, 20)).containsExactly(first);
    assertThat(plans(12, 13)).containsExactly(first);
    assertThat(plans(19, 21)).containsExactly(first, second);
    assertThat(plans(30, 40)).isEmpty();
    assertThat(plans(29, 41)).containsExactly(second, third);
    assertThat(plans(50, 99)).isEmpty();
  }

  private List<SessionPlan> plans(int from, int to) {
    return store().plans().plans("math", window(from, to));
  }

  @Test
  default void aRoomHoldsOnePlanAtATime() {
    SessionPlan kept = breakout("kept", 10, 20, "math", "group");
    store().plans().put(kept);
    for (SessionPlan other :
        List.of(
            plan("other", 19, 30, "math"),
            plan("other", 0, 11, "math"),
            plan("other", 12, 13, "group"),
            plan("other", 0, 99, "math"),
            breakout("other", 5, 15, "art", "group"),
            breakout("other", 5, 15, "art", "math"))) {
      assertThatThrownBy(() -> secondNode().plans().put(other))
          .isInstanceOfSatisfying(
              RoomTakenException.class,
              refusal -> {
                assertThat(refusal.session()).isEqualTo(other.id());
                assertThat(refusal.holder()).isEqualTo(kept.id());
              })
          .hasMessageContaining("a room holds one planned session at a time")
          .hasMessageContaining("session kept");
      assertThat(store().plans().plan(other.id())).isEmpty();
    }
    store().plans().put(plan("before", 0, 10, "math"));
    store().plans().put(plan("after", 20, 30, "group"));
    store().plans().put(plan("elsewhere", 10, 20, "art"));
    store().plans().put(breakout("kept", 12, 18, "math", "group"));
  }

  @Test
  default void aPlanThatIsRefusedLeavesTheOneOfItsIdAsItWas() {
    SessionPlan before = plan("s1", 10, 20, "math", "ann");
    store().plans().put(before);
    store().plans().put(plan("s2", 20, 30, "math"));
    assertThatThrownBy(() -> store().plans().put(plan("s1", 10, 21, "math", "bob")))
        .isInstanceOf(RoomTakenException.class);
    assertThat(store().plans().plan(before.id())).contains(before);
  }

  @Test
  default void ofPlansThatOverlapAndArePutTogetherOneIsKept() {
    for (int round = 0; round < 10; round++) {
      int start = round * 100;
      List<SessionPlan> rivals =
          List.of(
              plan("one " + round, start, start + 20, "math"),
              breakout("two " + round, start + 10, start + 30, "art " + round, "math"));
      List<Callable<Boolean>> puts = new ArrayList<>();
      puts.add(() -> put(store().plans(), rivals.get(0)));
      puts.add(() -> put(secondNode().plans(), rivals.get(1)));
      List<Boolean> kept = Together.run(puts);
      assertThat(kept).containsExactlyInAnyOrder(true, false);
      assertThat(store().plans().plans("math", window(start, start + 99)))
          .containsExactly(rivals.get(kept.indexOf(true)));
    }
  }

  private static boolean put(SessionPlans plans, SessionPlan plan) {
    try {
      plans.put(plan);
      return true;
    } catch (RoomTakenException e) {
      return false;
    }
  }

  @Test
  default void aPlanIsReadAsOneCallPutIt() {
    SessionPlan one = plan("s1", 10, 20, "math", "ann", "bob");
    SessionPlan other = breakout("s1", 12, 30, "math", "group");
    store().plans().put(one);
    AtomicBoolean done = new AtomicBoolean();
    List<Callable<Boolean>> tasks = new ArrayList<>();
    tasks.add(
        () -> {
          for (int i = 0; i < 40; i++) {
            secondNode().plans().put(i % 2 == 0 ? other : one);
          }
          done.set(true);
          return true;
        });
    tasks.add(
        () -> {
          while (!done.get()) {
            assertThat(store().plans().plan(one.id()).orElseThrow()).isIn(one, other);
            assertThat(store().plans().plans("math", window(15, 16)))
                .hasSizeLessThan(2)
                .isSubsetOf(one, other);
          }
          return true;
        });
    assertThat(Together.run(tasks)).containsOnly(true);
  }

  @Test
  default void aPlanNotesItsSessionForWhenItIsOver() {
    store().plans().put(plan("s1", 10, 20, "math"));
    assertThat(notedBy(19)).isEmpty();
    assertThat(notedBy(20)).containsExactly("s1");
    secondNode().plans().put(plan("s1", 10, 30, "math"));
    assertThat(notedBy(29)).isEmpty();
    assertThat(notedBy(30)).containsExactly("s1");
    store().plans().remove(new SessionId("s1"));
    assertThat(notedBy(99)).isEmpty();
  }

  @Test
  default void aPlanNotesTheRoomInstancesThatItAndTheOneBeforeMayClaim() {
    folded("RM_before", "math", 1, 5);
    folded("RM_during", "math", 12, 14);
    folded("RM_other", "Math", 12, 14);
    folded("RM_group", "group", 19, 22);
    folded("RM_after", "math", 20, 21);
    folded("RM_late", "math", 40, 41);
    store().plans().put(breakout("s1", 10, 20, "math", "group"));
    assertThat(notedBy(0)).containsExactly("RM_during", "RM_group");
    takeNotesAway();
    store().plans().put(plan("s1", 35, 50, "math"));
    assertThat(notedBy(0)).containsExactly("RM_during", "RM_group", "RM_late");
    takeNotesAway();
    store().plans().remove(new SessionId("s1"));
    assertThat(notedBy(0)).containsExactly("RM_late");
  }

  @Test
  default void aPlanThatIsRefusedNotesNothing() {
    store().plans().put(plan("s1", 10, 20, "math"));
    takeNotesAway();
    folded("RM_during", "math", 12, 14);
    assertThat(put(store().plans(), plan("s2", 10, 20, "math"))).isFalse();
    assertThat(notedBy(99)).isEmpty();
  }

  private List<String> notedBy(int second) {
    return store().records().sessionsToSettle(Events.at(second), "", 99).stream()
        .map(note -> note.session().value())
        .toList();
  }

  private void takeNotesAway() {
    store()
        .records()
        .sessionsToSettle(Events.at(99), "", 99)
        .forEach(store().records()::settleSession);
  }

  private void folded(String sid, String name, long began, long lastPresence) {
    RoomFacts facts = Folded.room(sid, name, began, lastPresence);
    store()
        .folds()
        .fold(sid, room -> room.save(facts, RoomMarks.NONE, List.of(), List.of(), List.of()));
  }

  /** Against a list that is gone through from one end to the other. */
  @Test
  default void anySequenceOfChangesGivesWhatAListGives() {
    Random random = new Random(20260302);
    List<String> rooms = List.of("a", "b", "c");
    Map<SessionId, SessionPlan> model = new TreeMap<>();
    for (int step = 0; step < 150; step++) {
      SessionId id = new SessionId("s" + random.nextInt(8));
      if (random.nextInt(4) == 0) {
        assertThat(store().plans().remove(id)).isEqualTo(model.remove(id) != null);
      } else {
        int start = random.nextInt(40);
        String room = rooms.get(random.nextInt(3));
        String breakout = rooms.get(random.nextInt(3));
        int end = start + 1 + random.nextInt(12);
        SessionPlan plan =
            room.equals(breakout)
                ? plan(id.value(), start, end, room, "ann" + step)
                : breakout(id.value(), start, end, room, breakout);
        boolean free =
            model.values().stream()
                .filter(other -> !other.id().equals(id))
                .filter(other -> other.window().overlaps(plan.window()))
                .noneMatch(other -> plan.allRoomNames().stream().anyMatch(other::uses));
        assertThat(put(store().plans(), plan)).isEqualTo(free);
        if (free) {
          model.put(id, plan);
        }
      }
      Interval asked = window(random.nextInt(40), 41 + random.nextInt(12));
      for (String room : rooms) {
        assertThat(store().plans().plans(room, asked))
            .containsExactlyElementsOf(
                model.values().stream()
                    .filter(plan -> plan.uses(room) && plan.window().overlaps(asked))
                    .sorted(Comparator.comparing(plan -> plan.window().start()))
                    .toList());
      }
    }
  }

  private static Interval window(int from, int to) {
    return new Interval(Events.at(from), Events.at(to));
  }

  private static SessionPlan plan(String id, int from, int to, String room, String... persons) {
    List<RosterEntry> roster = new ArrayList<>();
    for (String person : persons) {
      roster.add(new RosterEntry(new PersonId(person), "", Optional.empty()));
    }
    return new SessionPlan(new SessionId(id), "", window(from, to), Set.of(room), roster);
  }

  private static SessionPlan breakout(String id, int from, int to, String room, String breakout) {
    return new SessionPlan(
        new SessionId(id), "", window(from, to), Set.of(room), Set.of(breakout), List.of());
  }
}
