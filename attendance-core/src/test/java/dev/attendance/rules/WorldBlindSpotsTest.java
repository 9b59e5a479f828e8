package dev.attendance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.Attendance;
import dev.attendance.Heartbeat;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.ConnectionAborted;
import dev.attendance.event.ParticipantLeft;
import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.SessionAttendance;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.store.memory.MemoryStore;
import dev.attendance.testkit.world.Phenomenon;
import dev.attendance.testkit.world.TrueConnection;
import dev.attendance.testkit.world.World;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** R21 against simulated worlds: with heartbeats the bounds hold for what nobody heard of, too. */
class WorldBlindSpotsTest {

  @Provide
  Arbitrary<World> worlds() {
    return Worlds.any();
  }

  /**
   * What was lost with a node of the server is not our receiver's doing, nor is an end that the
   * server never told: it is only missed if it was told. Nor is who was told of as an attempt alone
   * (R6).
   */
  @Property(edgeCases = EdgeCasesMode.NONE)
  void r21_trueTotalsLieInsideTheBoundsWhateverTheReceiverMissed(@ForAll("worlds") World world) {
    int length = world.scale().minutes() * 60;
    int from = length / 4;
    int until = from + 1 + length / 2;
    Set<String> ended =
        sids(
            world.told().stream()
                .filter(
                    event -> event instanceof ParticipantLeft || event instanceof ConnectionAborted)
                .toList());
    Set<String> heardOf = sids(world.delivered());
    boolean lostWithNode = world.phenomena().containsKey(Phenomenon.LOST_WITH_NODE);
    Predicate<TrueConnection> missedByUs =
        connection -> ended.contains(connection.participantSid()) && !lostWithNode;

    SessionAttendance attendance = attendance(world, from, until);
    Set<String> counted =
        attendance.cycles().stream()
            .filter(cycle -> cycle.counts())
            .map(cycle -> cycle.cycle().id().participantSid())
            .collect(Collectors.toSet());
    IntervalSet window = IntervalSet.of(new Interval(Room.at(from), Room.at(until)));
    for (AttendanceRecord record : attendance.records()) {
      IntervalSet truth =
          IntervalSet.unionOf(
              world.connections().stream()
                  .filter(connection -> connection.person().equals(record.person().value()))
                  .filter(
                      connection ->
                          heardOf.contains(connection.participantSid())
                              ? counted.contains(connection.participantSid())
                              : missedByUs.test(connection))
                  .map(TrueConnection::connected)
                  .toList());
      assertThat(truth.intersection(window).duration())
          .isBetween(record.counted().atLeast(), record.counted().atMost());
    }
  }

  private static SessionAttendance attendance(World world, int from, int until) {
    SettableTime time = new SettableTime();
    String[] people =
        world.connections().stream()
            .map(TrueConnection::person)
            .filter(person -> person.startsWith("person-"))
            .distinct()
            .toArray(String[]::new);
    Attendance attendance =
        Attendance.builder(new MemoryStore())
            .clock(time)
            .sourceTiming(Worlds.timing(world))
            .directory(new Plans().add("lesson", from, until, people))
            .persons(profile -> new PersonId(profile.identity().replace("-phone", "")))
            .build();
    for (Instant at = World.START;
        at.isBefore(world.end());
        at = at.plus(Heartbeat.DEFAULT_EVERY)) {
      Instant beat = at;
      if (world.receiverAway().intervals().stream().noneMatch(away -> away.contains(beat))) {
        time.set(beat);
        attendance.heartbeat().runOnce();
      }
    }
    time.set(world.end());
    attendance.record(world.delivered());
    return attendance.report(new SessionId("lesson")).orElseThrow().attendance();
  }

  private static Set<String> sids(List<AttendanceEvent> events) {
    Set<String> sids = new HashSet<>();
    events.forEach(event -> sids.addAll(Told.sids(event)));
    return sids;
  }
}
