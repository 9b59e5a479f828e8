package dev.attendance.rules;

import static dev.attendance.rules.Room.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.cycle.Attempt;
import dev.attendance.cycle.Cycle;
import dev.attendance.cycle.CycleMatcher;
import dev.attendance.cycle.ParticipantFilter;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.record.AttendanceCalculator;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.Breakouts;
import dev.attendance.record.Corrections;
import dev.attendance.record.Counting;
import dev.attendance.record.PersonAttempt;
import dev.attendance.record.PersonCycle;
import dev.attendance.record.SessionAttendance;
import dev.attendance.session.PersonId;
import dev.attendance.session.PersonResolver;
import dev.attendance.session.Role;
import dev.attendance.session.RoomHistory;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.Session;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.session.SessionState;
import dev.attendance.session.SessionTiming;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.SoftAssertions;

/** Records of any trace under any policy, against {@link AttendanceOracle}. */
class AttendanceAgreesWithTheTableTest {

  private static final AttendanceCalculator CALCULATOR =
      new AttendanceCalculator(
          new CycleMatcher(AtOnce.TIMING),
          ParticipantFilter.PEOPLE,
          PersonResolver.IDENTITY,
          SessionTiming.STANDARD);

  @Provide
  Arbitrary<List<AttendanceEvent>> traces() {
    return Traces.ofOneRoom().filter(events -> !events.isEmpty());
  }

  @Provide
  Arbitrary<List<AttendanceEvent>> severalRooms() {
    return Traces.ofSeveralRooms();
  }

  private static Arbitrary<Interval> interval() {
    return Combinators.combine(
            Arbitraries.integers().between(-20, 150), Arbitraries.integers().between(1, 120))
        .as((start, length) -> new Interval(at(start), at(start + length)));
  }

  @Provide
  Arbitrary<Optional<SessionPlan>> plans() {
    Arbitrary<RosterEntry> entry =
        Combinators.combine(
                Arbitraries.of("user-0", "user-1", "user-9"),
                Arbitraries.of(Role.values()),
                interval().optional(0.5))
            .as(
                (person, role, enrolled) ->
                    new RosterEntry(new PersonId(person), "", Optional.empty(), role, enrolled));
    return Combinators.combine(
            interval(), entry.list().ofMaxSize(3).uniqueElements(RosterEntry::person))
        .as(
            (window, roster) ->
                new SessionPlan(new SessionId("lesson"), "", window, Set.of("math"), roster))
        .optional(0.8);
  }

  @Provide
  Arbitrary<List<Interval>> otherWindows() {
    return interval().list().ofMaxSize(2);
  }

  @Provide
  Arbitrary<AttendancePolicy> policies() {
    return AnyPolicy.ofSmallWorlds();
  }

  /** As often as not, none. */
  @Provide
  Arbitrary<IntervalSet> blindSpots() {
    return Arbitraries.oneOf(
        Arbitraries.just(IntervalSet.empty()),
        interval().list().ofMinSize(1).ofMaxSize(2).map(IntervalSet::unionOf));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void r10_to_r21_recordsAreWhatTheRulesSay(
      @ForAll("traces") List<AttendanceEvent> events,
      @ForAll("plans") Optional<SessionPlan> plan,
      @ForAll("otherWindows") List<Interval> otherWindows,
      @ForAll("blindSpots") IntervalSet blindSpots,
      @ForAll("policies") AttendancePolicy policy,
      @ForAll @IntRange(max = 400) int nowSecond) {
    AtOnce folded = AtOnce.fold(events);
    Instant now = at(nowSecond);
    Session session =
        new Session(
            new SessionId("lesson"), plan, List.of(folded.history()), otherWindows, blindSpots);
    SessionAttendance attendance = CALCULATOR.calculate(session, Corrections.NONE, policy, now);
    boolean over =
        plan.map(planned -> !now.isBefore(planned.window().end()))
            .orElse(attendance.summary().state() == SessionState.ENDED);
    AttendanceOracle oracle =
        new AttendanceOracle(
            session, policy, folded.match(policy.openCycles(), now).cycles(), over);

    assertThat(attendance.summary().state() == SessionState.ENDED).isEqualTo(over);
    assertThat(attendance.summary().tookPlace()).isEqualTo(oracle.tookPlace());
    assertThat(attendance.summary().window().toMillis())
        .isEqualTo(oracle.window().best().cardinality());
    assertThat(attendance.records())
        .extracting(AttendanceRecord::person)
        .containsExactlyElementsOf(oracle.people());
    attendance.records().forEach(record -> agree(record, policy, over, oracle));
  }

  /** Three instances of two rooms, of which the second is a breakout room. */
  @Property(edgeCases = EdgeCasesMode.NONE)
  void r11_r13_severalRoomsAndBreakoutsAreWhatTheRulesSay(
      @ForAll("severalRooms") List<AttendanceEvent> events,
      @ForAll("plans") Optional<SessionPlan> plan,
      @ForAll("policies") AttendancePolicy policy) {
    SessionPlan planned = withBreakout(plan.orElse(EVERYTHING));
    List<RoomHistory> rooms = new ArrayList<>();
    List<Cycle> matched = new ArrayList<>();
    events.stream()
        .collect(Collectors.groupingBy(event -> event.header().room().sid()))
        .forEach(
            (sid, own) -> {
              AtOnce folded = AtOnce.fold(own).inRoom(sid.equals("RM_2") ? "group" : "math");
              rooms.add(folded.history());
              matched.addAll(folded.match(policy.openCycles(), AtOnce.LATER).cycles());
            });
    Session session = new Session(planned.id(), Optional.of(planned), rooms, List.of());
    SessionAttendance attendance =
        CALCULATOR.calculate(session, Corrections.NONE, policy, AtOnce.LATER);
    AttendanceOracle oracle = new AttendanceOracle(session, policy, matched, true);
    assertThat(attendance.records())
        .extracting(AttendanceRecord::person)
        .containsExactlyElementsOf(oracle.people());
    attendance.records().forEach(record -> agree(record, policy, true, oracle));
    assertThat(attendance.cycles()).hasSameSizeAs(matched);
    assertThat(attendance.cycles())
        .allSatisfy(cycle -> assertThat(cycle.counting()).isEqualTo(counting(cycle, policy)));
    assertThat(attendance.cycles())
        .extracting(PersonCycle::cycle)
        .isSortedAccordingTo(
            Comparator.<Cycle, Instant>comparing(cycle -> cycle.start().best())
                .thenComparing(Cycle::id));
    assertThat(attendance.attempts())
        .extracting(PersonAttempt::attempt)
        .isSortedAccordingTo(Comparator.comparing(Attempt::at).thenComparing(Attempt::id));
  }

  private static Counting counting(PersonCycle cycle, AttendancePolicy policy) {
    if (!ParticipantFilter.PEOPLE.counts(cycle.cycle().profile())) {
      return Counting.FILTERED;
    }
    boolean uncounted =
        policy.breakouts() == Breakouts.RAW && cycle.cycle().id().roomSid().equals("RM_2");
    return uncounted ? Counting.BREAKOUT : Counting.COUNTED;
  }

  private static final SessionPlan EVERYTHING =
      new SessionPlan(
          new SessionId("lesson"), "", new Interval(at(0), at(200)), Set.of("math"), List.of());

  private static SessionPlan withBreakout(SessionPlan plan) {
    return new SessionPlan(
        plan.id(), plan.title(), plan.window(), plan.roomNames(), Set.of("group"), plan.roster());
  }

  private static void agree(
      AttendanceRecord record, AttendancePolicy policy, boolean over, AttendanceOracle oracle) {
    PersonId person = record.person();
    PresenceTable presence = oracle.presence(person);
    SoftAssertions softly = new SoftAssertions();
    softly.assertThat(record.expected()).isEqualTo(oracle.expected().contains(person));
    softly.assertThat(record.counted()).isEqualTo(presence.within(oracle.window()).duration());
    softly.assertThat(record.unclipped()).isEqualTo(presence.duration());
    softly.assertThat(record.bridged()).isEqualTo(oracle.bridged(person));
    softly.assertThat(record.firstJoin()).isEqualTo(oracle.firstJoin(person));
    softly.assertThat(record.lastLeave()).isEqualTo(oracle.lastLeave(person));
    softly.assertThat(record.lateBy()).isEqualTo(oracle.lateBy(person));
    softly.assertThat(record.leftEarlyBy()).isEqualTo(oracle.leftEarlyBy(person));
    softly
        .assertThat(record.late())
        .isEqualTo(oracle.lateBy(person).toMillis() > policy.lateAfter().toMillis());
    softly
        .assertThat(record.leftEarly())
        .isEqualTo(
            over && oracle.leftEarlyBy(person).toMillis() > policy.leftEarlyBefore().toMillis());
    softly.assertThat(record.status()).isEqualTo(oracle.status(person));
    if (oracle.window().best().isEmpty()) {
      softly.assertThat(record.percent()).isEmpty();
    } else {
      softly
          .assertThat(record.percent().orElseThrow())
          .isBetween(0.0, 100.0)
          .isEqualTo(
              100.0
                  * oracle.bridged(person).best().toMillis()
                  / oracle.window().best().cardinality());
    }
    softly
        .assertThat(record.durationMinutes())
        .isEqualTo(oracle.bridged(person).best().toMillis() / 60_000);
    softly.assertAll();
  }

  /** Persons by name have several identities each. */
  @Property(edgeCases = EdgeCasesMode.NONE)
  void r06_r11_aRecordCountsTheCyclesDevicesAndAttemptsThatAreListed(
      @ForAll("traces") List<AttendanceEvent> events,
      @ForAll("plans") Optional<SessionPlan> plan,
      @ForAll("policies") AttendancePolicy policy) {
    AttendanceCalculator byName =
        new AttendanceCalculator(
            new CycleMatcher(AtOnce.TIMING),
            ParticipantFilter.PEOPLE,
            profile -> new PersonId(profile.name().isEmpty() ? "?" : profile.name()),
            SessionTiming.STANDARD);
    Session session =
        new Session(
            new SessionId("lesson"), plan, List.of(AtOnce.fold(events).history()), List.of());
    SessionAttendance attendance =
        byName.calculate(session, Corrections.NONE, policy, AtOnce.LATER);
    for (AttendanceRecord record : attendance.records()) {
      List<Cycle> cycles =
          attendance.cycles().stream()
              .filter(cycle -> cycle.counts() && cycle.person().equals(record.person()))
              .map(PersonCycle::cycle)
              .toList();
      assertThat(record.cycles()).isEqualTo(cycles.size());
      assertThat(record.devices())
          .isEqualTo(cycles.stream().map(cycle -> cycle.profile().identity()).distinct().count());
      assertThat(record.attempts())
          .isEqualTo(
              attendance.attempts().stream()
                  .filter(attempt -> attempt.person().equals(record.person()))
                  .count());
      if (!record.expected()) {
        assertThat(record.name()).isEqualTo(cycles.get(cycles.size() - 1).profile().name());
      }
    }
  }

  private static SessionAttendance afterwards(
      List<AttendanceEvent> events, Optional<SessionPlan> plan, AttendancePolicy policy) {
    Session session =
        new Session(
            new SessionId("lesson"), plan, List.of(AtOnce.fold(events).history()), List.of());
    return CALCULATOR.calculate(session, Corrections.NONE, policy, AtOnce.LATER);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void r20_whatIsKnownExactlyIsNeverUnresolved(
      @ForAll("traces") List<AttendanceEvent> events,
      @ForAll("plans") Optional<SessionPlan> plan,
      @ForAll("policies") AttendancePolicy policy) {
    SessionAttendance attendance = afterwards(events, plan, policy);
    assertThat(attendance.records())
        .filteredOn(record -> attendance.inDoubt().isEmpty() && record.bridged().isExact())
        .extracting(AttendanceRecord::status)
        .isSubsetOf(AttendanceStatus.PRESENT, AttendanceStatus.PARTIAL, AttendanceStatus.ABSENT);
  }
}
