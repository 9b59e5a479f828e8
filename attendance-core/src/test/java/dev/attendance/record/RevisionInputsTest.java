package dev.attendance.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.cycle.RoomFacts;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.session.PersonId;
import dev.attendance.session.Role;
import dev.attendance.session.RoomHistory;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.Session;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Example;

/** R23: each thing that a revision rests on changes its inputs, and nothing else does. */
class RevisionInputsTest {

  private static final Interval WINDOW = hours(8, 9);

  private static Interval hours(int start, int end) {
    Instant day = Instant.parse("2026-03-02T00:00:00Z");
    return new Interval(day.plusSeconds(3600L * start), day.plusSeconds(3600L * end));
  }

  private static RosterEntry entry(String person) {
    return new RosterEntry(
        new PersonId(person), "Ann", Optional.of("a@b"), Role.HOST, Optional.of(WINDOW));
  }

  private static SessionPlan plan(
      String title, Interval window, Set<String> rooms, Set<String> breakouts, RosterEntry... who) {
    return new SessionPlan(new SessionId("lesson"), title, window, rooms, breakouts, List.of(who));
  }

  private static RevisionInputs inputs(SessionPlan plan, Interval... otherWindows) {
    return RevisionInputs.of(
        new Session(plan.id(), Optional.of(plan), List.of(), List.of(otherWindows)),
        Corrections.NONE,
        List.of());
  }

  @Example
  void r23_windowAndRoomsOfThePlanAndOfOthersAreTheClaim() {
    Interval before = hours(7, 8);
    Interval after = hours(9, 10);
    List<RevisionInputs> all =
        List.of(
            inputs(plan("", WINDOW, Set.of("math"), Set.of())),
            inputs(plan("", hours(8, 10), Set.of("math"), Set.of())),
            inputs(plan("", hours(7, 9), Set.of("math"), Set.of())),
            inputs(plan("", WINDOW, Set.of("art"), Set.of())),
            inputs(plan("", WINDOW, Set.of("math", "art"), Set.of())),
            inputs(plan("", WINDOW, Set.of("math"), Set.of("art"))),
            inputs(plan("", WINDOW, Set.of("math", "others"), Set.of())),
            inputs(plan("", WINDOW, Set.of("math"), Set.of()), before),
            inputs(plan("", WINDOW, Set.of("math"), Set.of()), before, after));
    assertThat(all).extracting(RevisionInputs::claim).doesNotHaveDuplicates();
    assertThat(all).extracting(RevisionInputs::plan).containsOnly(all.get(0).plan());
    assertThat(inputs(plan("", WINDOW, Set.of("math"), Set.of()), after, before))
        .isEqualTo(all.get(all.size() - 1));
  }

  @Example
  void r23_theClaimDoesNotDependOnTheOrderOfRooms() {
    Set<String> rooms = new HashSet<>(List.of("r1", "r2", "r3", "r4", "r5"));
    List<String> reversed = new ArrayList<>(rooms);
    java.util.Collections.reverse(reversed);
    for (int extra = 0; extra < 20; extra++) {
      Set<String> same = new java.util.LinkedHashSet<>(reversed);
      assertThat(inputs(plan("", WINDOW, same, Set.of("b"))).claim())
          .isEqualTo(inputs(plan("", WINDOW, rooms, Set.of("b"))).claim());
      reversed.add(reversed.remove(0));
    }
  }

  @Example
  void r23_titleAndRosterAreThePlan() {
    PersonId ann = new PersonId("ann");
    Optional<String> email = Optional.of("a@b");
    Optional<Interval> enrolled = Optional.of(WINDOW);
    List<RevisionInputs> all =
        List.of(
            titled(""),
            titled("Algebra"),
            titled("", new RosterEntry(ann, "Ann", email, Role.HOST, enrolled)),
            titled("", new RosterEntry(new PersonId("bob"), "Ann", email, Role.HOST, enrolled)),
            titled("", new RosterEntry(ann, "Anna", email, Role.HOST, enrolled)),
            titled("", new RosterEntry(ann, "Ann", Optional.empty(), Role.HOST, enrolled)),
            titled("", new RosterEntry(ann, "Ann", email, Role.PARTICIPANT, enrolled)),
            titled("", new RosterEntry(ann, "Ann", email, Role.HOST, Optional.empty())),
            titled("", new RosterEntry(ann, "Ann", email, Role.HOST, Optional.of(hours(7, 9)))),
            titled("", new RosterEntry(ann, "Ann", email, Role.HOST, Optional.of(hours(8, 10)))),
            titled("", entry("ann"), entry("bob")));
    assertThat(all).extracting(RevisionInputs::plan).doesNotHaveDuplicates();
    assertThat(all).extracting(RevisionInputs::claim).containsOnly(all.get(0).claim());
    assertThat(titled("", entry("bob"), entry("ann"))).isEqualTo(all.get(all.size() - 1));
  }

  private static RevisionInputs titled(String title, RosterEntry... roster) {
    return inputs(plan(title, WINDOW, Set.of("math"), Set.of(), roster));
  }

  @Example
  void r23_whatCameInOfEachRoomIsCounted() {
    RoomHistory room =
        new RoomHistory(
            new RoomFacts("RM_1", "math", 1, 1, 1, 1),
            RoomMarks.NONE,
            List.of(),
            List.of(),
            7,
            3,
            false);
    Session session =
        new Session(new SessionId("RM_1"), Optional.empty(), List.of(room), List.of());
    RevisionInputs inputs = RevisionInputs.of(session, Corrections.NONE, List.of());
    assertThat(inputs.rooms()).containsExactly(new RoomIntake("RM_1", 7, 3));
    assertThat(inputs.plan()).isEmpty();
  }

  @Example
  void r21_blindSpotsAreTold() {
    SessionPlan plan = plan("", WINDOW, Set.of("math"), Set.of());
    Set<String> digests = new HashSet<>();
    for (IntervalSet spots :
        List.of(
            IntervalSet.empty(),
            IntervalSet.of(hours(8, 9)),
            IntervalSet.of(hours(8, 10)),
            IntervalSet.unionOf(List.of(hours(6, 7), hours(8, 9))))) {
      Session session = new Session(plan.id(), Optional.of(plan), List.of(), List.of(), spots);
      digests.add(RevisionInputs.of(session, Corrections.NONE, List.of()).blindSpots());
    }
    assertThat(digests).hasSize(4);
  }

  @Example
  void noTwoSequencesOfTextsHaveTheSameDigest() {
    assertThat(new Digest().hex()).matches("[0-9a-f]{64}");
    assertThat(
            List.of(
                new Digest().hex(),
                new Digest().add("").hex(),
                new Digest().add("").add("").hex(),
                new Digest().add("ab").hex(),
                new Digest().add("a").add("b").hex(),
                new Digest().add("b").add("a").hex(),
                new Digest().add("").add("ab").hex()))
        .doesNotHaveDuplicates();
    assertThat(new Digest().add("ab").hex()).isEqualTo(new Digest().add("ab").hex());
  }
}
