package dev.attendance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.Attendance;
import dev.attendance.cycle.ParticipantFilter;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.EventHeader;
import dev.attendance.event.EventId;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantKind;
import dev.attendance.event.RoomStarted;
import dev.attendance.record.PersonCycle;
import dev.attendance.report.SessionReport;
import dev.attendance.session.SessionId;
import dev.attendance.store.AppendOutcome;
import dev.attendance.store.memory.MemoryStore;
import dev.attendance.testkit.world.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** R1 and R10: which events count, and which participants. */
class EventRulesTest {

  private MemoryStore store;

  private Attendance attendance(ParticipantFilter filter) {
    store = new MemoryStore();
    return Attendance.builder(store).clock(() -> AtOnce.LATER).filter(filter).build();
  }

  private static SessionReport report(Attendance attendance) {
    return attendance.report(new SessionId("RM_0")).orElseThrow();
  }

  @Property
  void r01_anEventCountsOncePerSource(@ForAll @IntRange(min = 1, max = 5) int repetitions) {
    Attendance attendance = attendance(ParticipantFilter.PEOPLE);
    Room room = new Room().joined("ann", 0).left("ann", 60);
    attendance.record(room.events());
    SessionReport once = report(attendance);
    for (int i = 0; i < repetitions; i++) {
      assertThat(attendance.record(room.events())).containsOnly(AppendOutcome.DUPLICATE);
    }
    assertThat(report(attendance)).isEqualTo(once);
    assertThat(store.events().events("RM_0")).hasSize(2);
  }

  /** Of any events, in any order, each as often as it likes, in batches of any size. */
  @Property(edgeCases = EdgeCasesMode.NONE)
  void r01_whateverComesAgainIsADuplicateAndChangesNothing(
      @ForAll("traces") List<AttendanceEvent> events, @ForAll long seed) {
    Attendance attendance = attendance(ParticipantFilter.PEOPLE);
    List<AttendanceEvent> arriving = new Faults(0, 60, 0).deliver(events, seed);
    Random random = new Random(seed);
    List<AppendOutcome> outcomes = new ArrayList<>();
    for (int from = 0; from < arriving.size(); ) {
      int to = Math.min(arriving.size(), from + 1 + random.nextInt(5));
      outcomes.addAll(attendance.record(arriving.subList(from, to)));
      from = to;
    }
    assertThat(outcomes).filteredOn(AppendOutcome.APPENDED::equals).hasSameSizeAs(events);
    assertThat(outcomes)
        .filteredOn(AppendOutcome.DUPLICATE::equals)
        .hasSize(arriving.size() - events.size());
    SessionReport report = report(attendance);
    assertThat(store.events().events("RM_0")).containsExactlyInAnyOrderElementsOf(events);

    Attendance once = attendance(ParticipantFilter.PEOPLE);
    once.record(events);
    assertThat(report).isEqualTo(report(once));
  }

  @Provide
  Arbitrary<List<AttendanceEvent>> traces() {
    return Traces.ofOneRoom().filter(events -> !events.isEmpty());
  }

  @Example
  void r01_aDuplicateInOneBatchIsADuplicate() {
    var joined = new Room().joined("ann", 0).last();
    assertThat(attendance(ParticipantFilter.PEOPLE).record(List.of(joined, joined)))
        .containsExactly(AppendOutcome.APPENDED, AppendOutcome.DUPLICATE);
  }

  @Example
  void r01_theSameIdOfAnotherSourceIsAnotherEvent() {
    var poll = new Room().polled(10, "ann").last();
    EventId id = new EventId("livekit", poll.header().id().value());
    var started =
        new RoomStarted(new EventHeader(id, poll.header().room(), Room.at(0), Room.at(0)));
    assertThat(attendance(ParticipantFilter.PEOPLE).record(List.of(poll, started)))
        .containsOnly(AppendOutcome.APPENDED);
  }

  @Property
  void r10_streamsAgentsHiddenAndRecordersAreStoredAndNotCounted(
      @ForAll ParticipantKind kind, @ForAll boolean hidden, @ForAll boolean recorder) {
    Attendance attendance = attendance(ParticipantFilter.PEOPLE);
    Participant who =
        new Participant("PA_x", "x", "", kind, hidden, recorder, Optional.of(Room.exactJoin(0)));
    attendance.record(new Room().joined("ann", 0).joined(who, 0).events());

    boolean counts =
        !hidden
            && !recorder
            && switch (kind) {
              case EGRESS, INGRESS, AGENT -> false;
              case STANDARD, SIP, CONNECTOR, BRIDGE, UNRECOGNIZED -> true;
            };
    SessionReport report = report(attendance);
    assertThat(report.attendance().cycles())
        .filteredOn(cycle -> cycle.person().value().equals("x"))
        .singleElement()
        .returns(counts, PersonCycle::counts);
    assertThat(report.attendance().records()).hasSize(counts ? 2 : 1);
    assertThat(report.present()).hasSize(counts ? 2 : 1);
  }

  @Example
  void r10_aFilterDecides() {
    Participant agent =
        new Participant(
            "PA_x", "x", "", ParticipantKind.AGENT, true, true, Optional.of(Room.exactJoin(0)));
    Attendance attendance = attendance(profile -> profile.kind() == ParticipantKind.AGENT);
    attendance.record(new Room().joined("ann", 0).joined(agent, 0).events());
    assertThat(report(attendance).attendance().records())
        .singleElement()
        .returns("x", record -> record.person().value());
  }
}
