package dev.attendance.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** R23: the causes of a revision, against what differs, item by item. */
class RevisionCauseTest {

  /** Each digest is one of two. */
  @Provide
  Arbitrary<RevisionInputs> inputs() {
    Arbitrary<String> digest = Arbitraries.of("0", "1");
    Arbitrary<RoomIntake> room =
        Combinators.combine(
                Arbitraries.of("RM_1", "RM_2"), Arbitraries.of(0L, 1L, 2L), Arbitraries.of(0L, 1L))
            .as(RoomIntake::new);
    return Combinators.combine(
            digest,
            digest,
            digest,
            digest,
            digest,
            room.list().ofMaxSize(2).uniqueElements(RoomIntake::roomSid))
        .as(RevisionInputs::new);
  }

  @Property
  void r23_theCausesAreWhatDiffers(
      @ForAll("inputs") RevisionInputs before,
      @ForAll("inputs") RevisionInputs after,
      @ForAll boolean samePolicy) {
    Set<RevisionCause> expected = EnumSet.noneOf(RevisionCause.class);
    boolean sameClaim = before.claim().equals(after.claim());
    if (!sameClaim || !before.plan().equals(after.plan())) {
      expected.add(RevisionCause.PLAN_CHANGE);
    }
    if (!before.blindSpots().equals(after.blindSpots())) {
      expected.add(RevisionCause.BLIND_SPOT);
    }
    if (!before.corrections().equals(after.corrections())
        && !before.bearing().equals(after.bearing())) {
      expected.add(RevisionCause.CORRECTION);
    }
    Map<String, RoomIntake> earlier = byRoom(before);
    Map<String, RoomIntake> later = byRoom(after);
    for (String room : rooms(earlier, later)) {
      boolean inBoth = earlier.containsKey(room) && later.containsKey(room);
      if (inBoth || sameClaim) {
        RoomIntake one = earlier.getOrDefault(room, new RoomIntake(room, 0, 0));
        RoomIntake other = later.getOrDefault(room, new RoomIntake(room, 0, 0));
        boolean gone = !later.containsKey(room);
        if (gone || one.events() != other.events()) {
          expected.add(RevisionCause.LATE_EVENT);
        }
        if (!gone && one.polls() != other.polls()) {
          expected.add(RevisionCause.POLL);
        }
      }
    }
    if (!samePolicy || expected.isEmpty()) {
      expected.add(RevisionCause.POLICY);
    }
    PolicyId policy = new PolicyId("p", 1);
    assertThat(
            RevisionCause.between(
                policy, before, samePolicy ? policy : new PolicyId("p", 2), after))
        .isEqualTo(expected);
  }

  private static Map<String, RoomIntake> byRoom(RevisionInputs inputs) {
    Map<String, RoomIntake> rooms = new TreeMap<>();
    inputs.rooms().forEach(room -> rooms.put(room.roomSid(), room));
    return rooms;
  }

  private static List<String> rooms(
      Map<String, RoomIntake> earlier, Map<String, RoomIntake> later) {
    Set<String> all = new TreeSet<>(earlier.keySet());
    all.addAll(later.keySet());
    return new ArrayList<>(all);
  }
}
