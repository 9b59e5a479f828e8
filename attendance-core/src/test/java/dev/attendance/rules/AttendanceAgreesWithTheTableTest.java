package dev.attendance.rules;

import static dev.attendance.rules.Room.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.cycle.CycleMatcher;
import dev.attendance.cycle.OpenCycleRules;
import dev.attendance.cycle.OpenEnd;
import dev.attendance.cycle.ParticipantFilter;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.record.AttendanceCalculator;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.Corrections;
import dev.attendance.record.Denominator;
import dev.attendance.record.SessionAttendance;
import dev.attendance.session.PersonId;
import dev.attendance.session.PersonResolver;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.Session;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.session.SessionState;
import dev.attendance.session.SessionTiming;
import dev.attendance.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  private static Arbitrary<Interval> interval() {
    return Combinators.combine(
            Arbitraries.integers().between(-20, 150), Arbitraries.integers().between(1, 120))
        .as((start, length) -> new Interval(at(start), at(start + length)));
  }

  @Provide
  Arbitrary<Optional<SessionPlan>> plans() {
    Arbitrary<RosterEntry> entry =
        Combinators.combine(Arbitraries.of("user-0", "user-1", "user-9"), interval().optional(0.5))
            .as((person, enrolled) -> new RosterEntry(new PersonId(person), "", enrolled));
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
    return Combinators.combine(
            Arbitraries.of(Denominator.values()),
            Arbitraries.integers().between(1, 100),
            Arbitraries.integers().between(0, 100),
            Arbitraries.of(0, 0, 1_000, 17_456, 60_000),
            Arbitraries.of(OpenEnd.values()),
            Arbitraries.integers().between(30, 300))
        .as(
            (denominator, present, partial, grace, openEnd, longest) ->
                AttendancePolicy.standard().toBuilder()
                    .denominator(denominator)
                    .presentPercent(present)
                    .partialPercent(Math.min(partial, present))
                    .reconnectGrace(Duration.ofMillis(grace))
                    .openCycles(new OpenCycleRules(openEnd, Duration.ofSeconds(longest)))
                    .build());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void r10_to_r20_recordsAreWhatTheRulesSay(
      @ForAll("traces") List<AttendanceEvent> events,
      @ForAll("plans") Optional<SessionPlan> plan,
      @ForAll("otherWindows") List<Interval> otherWindows,
      @ForAll("policies") AttendancePolicy policy,
      @ForAll @IntRange(max = 400) int nowSecond) {
    AtOnce folded = AtOnce.fold(events);
    Instant now = at(nowSecond);
    Session session =
        new Session(new SessionId("lesson"), plan, List.of(folded.history()), otherWindows);
    SessionAttendance attendance = CALCULATOR.calculate(session, Corrections.NONE, policy, now);
    boolean over =
        plan.map(planned -> !now.isBefore(planned.window().end()))
            .orElse(attendance.summary().state() == SessionState.ENDED);
    AttendanceOracle oracle =
        new AttendanceOracle(
            session, policy, folded.match(policy.openCycles(), now).cycles(), over);

    assertThat(attendance.summary().state() == SessionState.ENDED).isEqualTo(over);
    assertThat(attendance.summary().tookPlace()).isEqualTo(oracle.tookPlace());
    assertThat(attendance.summary().window().toMillis()).isEqualTo(oracle.window().cardinality());
    assertThat(attendance.records())
        .extracting(AttendanceRecord::person)
        .containsExactlyElementsOf(oracle.people());
    attendance.records().forEach(record -> agree(record, oracle));
  }

  private static void agree(AttendanceRecord record, AttendanceOracle oracle) {
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
    softly.assertThat(record.status()).isEqualTo(oracle.status(person));
    if (oracle.window().isEmpty()) {
      softly.assertThat(record.percent()).isEmpty();
    } else {
      softly
          .assertThat(record.percent().orElseThrow())
          .isBetween(0.0, 100.0)
          .isEqualTo(
              100.0 * oracle.bridged(person).best().toMillis() / oracle.window().cardinality());
    }
    softly
        .assertThat(record.durationMinutes())
        .isEqualTo(oracle.bridged(person).best().toMillis() / 60_000);
    softly.assertAll();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void r20_whatIsKnownExactlyIsNeverUnresolved(
      @ForAll("traces") List<AttendanceEvent> events,
      @ForAll("plans") Optional<SessionPlan> plan,
      @ForAll("policies") AttendancePolicy policy) {
    Session session =
        new Session(
            new SessionId("lesson"), plan, List.of(AtOnce.fold(events).history()), List.of());
    assertThat(CALCULATOR.calculate(session, Corrections.NONE, policy, AtOnce.LATER).records())
        .filteredOn(record -> record.bridged().isExact())
        .extracting(AttendanceRecord::status)
        .isSubsetOf(AttendanceStatus.PRESENT, AttendanceStatus.PARTIAL, AttendanceStatus.ABSENT);
  }
}
