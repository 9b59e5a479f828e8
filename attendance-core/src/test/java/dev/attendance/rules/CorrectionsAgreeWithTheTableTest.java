package dev.attendance.rules;

import static dev.attendance.rules.Room.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.cycle.Cycle;
import dev.attendance.cycle.CycleMatcher;
import dev.attendance.cycle.OpenCycleRules;
import dev.attendance.cycle.OpenEnd;
import dev.attendance.cycle.ParticipantFilter;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.record.AttendanceCalculator;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.Correction;
import dev.attendance.record.CorrectionEntry;
import dev.attendance.record.CorrectionWithdrawn;
import dev.attendance.record.Corrections;
import dev.attendance.record.Denominator;
import dev.attendance.record.SessionAttendance;
import dev.attendance.record.StatusSet;
import dev.attendance.session.PersonId;
import dev.attendance.session.PersonResolver;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.Session;
import dev.attendance.session.SessionPlan;
import dev.attendance.session.SessionTiming;
import dev.attendance.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.SoftAssertions;

/** Records of any trace with any corrections, against {@link CorrectionOracle} (promise 6). */
class CorrectionsAgreeWithTheTableTest {

  private static final AttendanceCalculator CALCULATOR =
      new AttendanceCalculator(
          new CycleMatcher(AtOnce.TIMING),
          ParticipantFilter.PEOPLE,
          PersonResolver.IDENTITY,
          SessionTiming.STANDARD);
  private static final MadeCorrections LESSON = MadeCorrections.in("lesson");
  private static final Interval WINDOW = new Interval(at(0), at(120));

  @Provide
  Arbitrary<List<AttendanceEvent>> traces() {
    return Traces.ofOneRoom().filter(events -> !events.isEmpty());
  }

  @Provide
  Arbitrary<List<Correction>> corrections() {
    return LESSON.any(7);
  }

  @Provide
  Arbitrary<Set<String>> rosters() {
    return Arbitraries.of(MadeCorrections.PEOPLE).set().ofMaxSize(3);
  }

  @Provide
  Arbitrary<AttendancePolicy> policies() {
    return Arbitraries.of(0, 1_000, 17_456, 60_000)
        .tuple2()
        .map(
            graces ->
                AttendancePolicy.standard().toBuilder()
                    .denominator(graces.get1() == 0 ? Denominator.ACTUAL : Denominator.SCHEDULED)
                    .reconnectGrace(Duration.ofMillis(graces.get2()))
                    // Short, for the tables reach back minutes only.
                    .openCycles(new OpenCycleRules(OpenEnd.LATEST, Duration.ofSeconds(200)))
                    .build());
  }

  private static Session session(List<AttendanceEvent> events, Set<String> roster) {
    return new Session(
        LESSON.session(),
        Optional.of(
            new SessionPlan(
                LESSON.session(),
                "",
                WINDOW,
                Set.of("math"),
                roster.stream()
                    .map(who -> new RosterEntry(new PersonId(who), who, Optional.empty()))
                    .toList())),
        List.of(AtOnce.fold(events).history()),
        List.of());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void p6_recordsAreWhatPeopleSaid(
      @ForAll("traces") List<AttendanceEvent> events,
      @ForAll("rosters") Set<String> roster,
      @ForAll("corrections") List<Correction> corrections,
      @ForAll("policies") AttendancePolicy policy) {
    SessionAttendance attendance =
        CALCULATOR.calculate(
            session(events, roster), Corrections.of(corrections), policy, AtOnce.LATER);
    List<Cycle> counted =
        AtOnce.fold(events).match(policy.openCycles(), AtOnce.LATER).cycles().stream()
            .filter(cycle -> ParticipantFilter.PEOPLE.counts(cycle.profile()))
            .toList();
    CorrectionOracle oracle = new CorrectionOracle(corrections, counted);

    BitSet scheduled = PresenceTable.cells(WINDOW);
    PresenceTable everybody = new PresenceTable(new BitSet(), new BitSet(), new BitSet());
    for (PresenceTable theirs : oracle.presence().values()) {
      everybody.certain().or(theirs.certain());
      everybody.best().or(theirs.best());
      everybody.possible().or(theirs.possible());
    }
    BitSet anybody = everybody.within(scheduled).best();
    PresenceTable window =
        policy.denominator() == Denominator.ACTUAL
            ? everybody.within(scheduled)
            : new PresenceTable(scheduled, scheduled, scheduled);
    Set<String> people = new TreeSet<>(oracle.presence().keySet());
    people.addAll(oracle.decisions().keySet());
    if (!everybody.within(scheduled).possible().isEmpty()) {
      roster.forEach(who -> people.add(oracle.who(who)));
    }
    assertThat(attendance.summary().tookPlace()).isEqualTo(!anybody.isEmpty());
    assertThat(attendance.summary().window().toMillis()).isEqualTo(window.best().cardinality());
    assertThat(attendance.records())
        .extracting(record -> record.person().value())
        .containsExactlyElementsOf(people);
    for (AttendanceRecord record : attendance.records()) {
      agree(record, oracle, window, Math.toIntExact(policy.reconnectGrace().toMillis()));
      if (roster.contains(record.person().value())) {
        assertThat(record.name()).isEqualTo(record.person().value());
      }
      assertThat(record.expected())
          .isEqualTo(
              roster.stream().anyMatch(who -> oracle.who(who).equals(record.person().value())));
    }
  }

  private static void agree(
      AttendanceRecord record, CorrectionOracle oracle, PresenceTable window, int grace) {
    String who = record.person().value();
    PresenceTable presence = oracle.presence().getOrDefault(who, PresenceTable.of(List.of()));
    SoftAssertions softly = new SoftAssertions();
    softly.assertThat(record.unclipped()).isEqualTo(presence.duration());
    softly.assertThat(record.counted()).isEqualTo(presence.within(window).duration());
    softly
        .assertThat(record.bridged())
        .isEqualTo(oracle.bridged(who, grace).within(window).duration());
    softly
        .assertThat(record.uncorrected())
        .isEqualTo(
            oracle.isCorrected(who)
                ? Optional.of(oracle.byTheFacts(who).bridged(grace).within(window).duration())
                : Optional.empty());
    if (oracle.isCorrected(who)) {
      softly.assertThat(record.firstJoin()).isEqualTo(PresenceTable.first(presence.best()));
      softly.assertThat(record.lastLeave()).isEqualTo(PresenceTable.end(presence.best()));
    }
    Optional<StatusSet> decision = Optional.ofNullable(oracle.decisions().get(who));
    softly
        .assertThat(record.status())
        .isEqualTo(decision.map(StatusSet::status).orElse(record.computed()));
    softly
        .assertThat(record.decision().map(made -> made.correction()))
        .isEqualTo(decision.map(set -> set.header().id()));
    softly.assertAll();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void p6_orderAndRepetitionOfCorrectionsDoNotMatter(
      @ForAll("corrections") List<Correction> corrections, @ForAll Random random) {
    List<Correction> shuffled = new ArrayList<>(corrections);
    shuffled.addAll(corrections);
    Collections.shuffle(shuffled, random);
    Corrections resolved = Corrections.of(corrections);
    assertThat(Corrections.of(shuffled)).isEqualTo(resolved).hasSameHashCodeAs(resolved);
    assertThat(Corrections.of(shuffled).entries()).isEqualTo(resolved.entries());
    assertThat(resolved.entries())
        .extracting(CorrectionEntry::correction)
        .containsExactlyInAnyOrderElementsOf(corrections);
  }

  /** Whatever else was corrected meanwhile, as long as nobody withdrew it before. */
  @Property(edgeCases = EdgeCasesMode.NONE)
  void p6_whatIsWithdrawnIsAsIfItHadNeverBeen(
      @ForAll("traces") List<AttendanceEvent> events,
      @ForAll("rosters") Set<String> roster,
      @ForAll("corrections") List<Correction> corrections,
      @ForAll("policies") AttendancePolicy policy,
      @ForAll @IntRange(max = 400) int nowSecond) {
    Session session = session(events, roster);
    List<Correction> withdrawals =
        corrections.stream()
            .map(made -> MadeCorrections.withdrawn("w" + made.kind() + made.header().id(), made))
            .toList();
    List<Correction> without = new ArrayList<>();
    for (int i = 0; i < corrections.size(); i++) {
      if (i % 2 == 0) {
        without.add(corrections.get(i));
      }
    }
    List<Correction> with = new ArrayList<>(without);
    for (int i = 1; i < corrections.size(); i += 2) {
      if (!(corrections.get(i) instanceof CorrectionWithdrawn)) {
        with.add(corrections.get(i));
        with.add(withdrawals.get(i));
      }
    }
    Instant now = at(nowSecond);
    SessionAttendance never = CALCULATOR.calculate(session, Corrections.of(without), policy, now);
    SessionAttendance restored = CALCULATOR.calculate(session, Corrections.of(with), policy, now);
    assertThat(restored.summary()).isEqualTo(never.summary());
    assertThat(restored.records()).isEqualTo(never.records());
    assertThat(restored.cycles()).isEqualTo(never.cycles());
  }

  /** What people said is there whenever they said it: the decision is the report's from then on. */
  @Property(edgeCases = EdgeCasesMode.NONE)
  void p6_aDecisionHoldsWhateverHappens(
      @ForAll("traces") List<AttendanceEvent> events,
      @ForAll("rosters") Set<String> roster,
      @ForAll("corrections") List<Correction> corrections,
      @ForAll @IntRange(min = -100, max = 400) int nowSecond) {
    Corrections resolved = Corrections.of(corrections);
    SessionAttendance attendance =
        CALCULATOR.calculate(
            session(events, roster), resolved, AttendancePolicy.standard(), at(nowSecond));
    TreeMap<String, AttendanceStatus> shown = new TreeMap<>();
    attendance.records().forEach(record -> shown.put(record.person().value(), record.status()));
    new CorrectionOracle(corrections, List.of())
        .decisions()
        .forEach((who, set) -> assertThat(shown).containsEntry(who, set.status()));
  }
}
