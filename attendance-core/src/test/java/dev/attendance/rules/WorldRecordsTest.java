package dev.attendance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.Attendance;
import dev.attendance.cycle.CycleId;
import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.PersonCycle;
import dev.attendance.report.SessionReport;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.store.memory.MemoryStore;
import dev.attendance.testkit.world.Faults;
import dev.attendance.testkit.world.TrueConnection;
import dev.attendance.testkit.world.World;
import dev.attendance.time.Bounds;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Promise 3 for whole records: the true totals of simulated worlds lie inside the bounds. */
class WorldRecordsTest {

  @Provide
  Arbitrary<World> worlds() {
    return Worlds.any();
  }

  @Provide
  Arbitrary<Faults> faults() {
    return Worlds.faults();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void p3_trueTotalsLieInsideTheBoundsOfRecords(
      @ForAll("worlds") World world, @ForAll("faults") Faults faults, @ForAll long seed) {
    int length = world.scale().minutes() * 60;
    int from = length / 4;
    int until = from + 1 + length / 2;
    Attendance attendance =
        Attendance.builder(new MemoryStore())
            .clock(world::end)
            .sourceTiming(Worlds.timing(world))
            .directory(new Plans().add("lesson", from, until))
            .persons(profile -> new PersonId(profile.identity().replace("-phone", "")))
            .build();
    attendance.record(faults.deliver(world.delivered(), seed));

    SessionReport report = attendance.report(new SessionId("lesson")).orElseThrow();
    Set<CycleId> counted =
        report.attendance().cycles().stream()
            .filter(PersonCycle::counts)
            .map(cycle -> cycle.cycle().id())
            .collect(Collectors.toSet());
    IntervalSet window = IntervalSet.of(new Interval(Room.at(from), Room.at(until)));
    for (AttendanceRecord record : report.attendance().records()) {
      IntervalSet truth =
          IntervalSet.unionOf(
              world.connections().stream()
                  .filter(connection -> connection.person().equals(record.person().value()))
                  .filter(connection -> counted.contains(Worlds.id(connection)))
                  .map(TrueConnection::connected)
                  .toList());
      assertInside(record.unclipped(), truth);
      assertInside(record.counted(), truth.intersection(window));
    }
  }

  private static void assertInside(Bounds bounds, IntervalSet truth) {
    Duration duration = truth.duration();
    assertThat(duration).isBetween(bounds.atLeast(), bounds.atMost());
  }
}
