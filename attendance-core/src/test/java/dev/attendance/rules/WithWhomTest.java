package dev.attendance.rules;

import static dev.attendance.rules.Room.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attendance.cycle.Cycle;
import dev.attendance.cycle.CycleMatcher;
import dev.attendance.cycle.OpenCycleRules;
import dev.attendance.cycle.OpenEnd;
import dev.attendance.cycle.ParticipantFilter;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.TrackSource;
import dev.attendance.record.AttendanceCalculator;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.Company;
import dev.attendance.record.Corrections;
import dev.attendance.record.Crowd;
import dev.attendance.record.MediaTime;
import dev.attendance.record.PersonCycle;
import dev.attendance.record.SessionAttendance;
import dev.attendance.session.PersonId;
import dev.attendance.session.Role;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.Session;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.session.SessionTiming;
import dev.attendance.time.Interval;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.SoftAssertions;

/** Presence with whom, and what was published (R9, R13), against {@link WithWhomOracle}. */
class WithWhomTest {

  /** Of a few identities and names more persons are made. */
  private static final AttendanceCalculator CALCULATOR =
      new AttendanceCalculator(
          new CycleMatcher(AtOnce.TIMING),
          ParticipantFilter.PEOPLE,
          profile -> new PersonId(profile.identity() + " " + profile.name()),
          SessionTiming.STANDARD);

  @Provide
  Arbitrary<List<AttendanceEvent>> traces() {
    return Traces.ofOneRoom().filter(events -> !events.isEmpty());
  }

  @Provide
  Arbitrary<Optional<SessionPlan>> plans() {
    Arbitrary<RosterEntry> entry =
        Combinators.combine(
                Arbitraries.of(
                    "user-0 Guest", "user-0 Zoë", "user-1 Guest", "user-1 Zoë", "nobody"),
                Arbitraries.of(Role.values()))
            .as(
                (person, role) ->
                    new RosterEntry(
                        new PersonId(person), "", Optional.empty(), role, Optional.empty()));
    return Combinators.combine(
            Arbitraries.integers().between(-20, 60),
            Arbitraries.integers().between(1, 200),
            entry.list().ofMaxSize(5).uniqueElements(RosterEntry::person))
        .as(
            (start, length, roster) ->
                new SessionPlan(
                    new SessionId("lesson"),
                    "",
                    new Interval(at(start), at(start + length)),
                    Set.of("math"),
                    roster))
        .optional(0.8);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void r9_r13_companyAndMediaAreWhatTheTableSays(
      @ForAll("traces") List<AttendanceEvent> events,
      @ForAll("plans") Optional<SessionPlan> plan,
      @ForAll OpenEnd openEnd,
      @ForAll @IntRange(max = 400) int now) {
    SessionAttendance attendance = attendance(events, plan, openEnd, now);
    WithWhomOracle oracle = oracle(attendance, plan, events);

    Crowd crowd = attendance.summary().crowd();
    assertThat(crowd.peak()).isEqualTo(oracle.peak());
    assertThat(crowd.personTime()).isEqualTo(oracle.personTime());
    assertThat(crowd.hostPresent()).isEqualTo(oracle.hostPresent());
    attendance.records().forEach(record -> agree(record, oracle));
  }

  private static SessionAttendance attendance(
      List<AttendanceEvent> events, Optional<SessionPlan> plan, OpenEnd openEnd, int now) {
    Session session =
        new Session(
            new SessionId("lesson"), plan, List.of(AtOnce.fold(events).history()), List.of());
    AttendancePolicy policy =
        AttendancePolicy.standard().toBuilder()
            .openCycles(new OpenCycleRules(openEnd, Duration.ofMinutes(5)))
            .build();
    return CALCULATOR.calculate(session, Corrections.NONE, policy, at(now));
  }

  private static WithWhomOracle oracle(
      SessionAttendance attendance, Optional<SessionPlan> plan, List<AttendanceEvent> events) {
    Map<PersonId, List<Cycle>> cycles = new HashMap<>();
    BitSet anybody = new BitSet();
    for (PersonCycle cycle : attendance.cycles()) {
      if (cycle.counts()) {
        cycles.computeIfAbsent(cycle.person(), person -> new ArrayList<>()).add(cycle.cycle());
        anybody.or(PresenceTable.cells(cycle.cycle().best()));
      }
    }
    Set<PersonId> hosts = new HashSet<>();
    plan.ifPresent(
        known ->
            known.roster().stream()
                .filter(entry -> entry.role() == Role.HOST)
                .forEach(entry -> hosts.add(entry.person())));
    return new WithWhomOracle(
        cycles,
        hosts,
        plan.map(known -> PresenceTable.cells(known.window())).orElse(anybody),
        events);
  }

  private static void agree(AttendanceRecord record, WithWhomOracle oracle) {
    PersonId person = record.person();
    SoftAssertions softly = new SoftAssertions();
    softly
        .assertThat(record.company())
        .isEqualTo(new Company(oracle.withHost(person), oracle.alone(person)));
    softly.assertThat(record.longestGap()).isEqualTo(oracle.longestGap(person));
    softly
        .assertThat(record.media())
        .isEqualTo(
            new MediaTime(
                oracle.published(person, Set.of(TrackSource.MICROPHONE)),
                oracle.published(person, Set.of(TrackSource.CAMERA)),
                oracle.published(
                    person, Set.of(TrackSource.SCREEN_SHARE, TrackSource.SCREEN_SHARE_AUDIO))));
    softly
        .assertThat(
            List.of(
                record.company().withHost(),
                record.company().alone(),
                record.media().microphone(),
                record.media().camera(),
                record.media().screenShare()))
        .allMatch(time -> time.compareTo(record.counted().best()) <= 0);
    softly.assertAll();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void p2_neitherOrderNorRepetitionChangesThem(
      @ForAll("traces") List<AttendanceEvent> events,
      @ForAll("plans") Optional<SessionPlan> plan,
      @ForAll Random random) {
    List<AttendanceEvent> again = new ArrayList<>(events);
    again.addAll(events);
    Collections.shuffle(again, random);
    assertThat(attendance(again, plan, OpenEnd.LATEST, 400))
        .isEqualTo(attendance(events, plan, OpenEnd.LATEST, 400));
  }

  private static final RosterEntry TEACHER = host("teacher");

  private static RosterEntry host(String person) {
    return new RosterEntry(new PersonId(person), "", Optional.empty(), Role.HOST, Optional.empty());
  }

  private static Lesson over(List<RosterEntry> roster, Room room) {
    Lesson lesson = new Lesson();
    lesson.plans.add("lesson", 0, 600, roster);
    lesson.told(room);
    lesson.time.set(900);
    return lesson;
  }

  private static Company company(int withHost, int alone) {
    return new Company(Duration.ofSeconds(withHost), Duration.ofSeconds(alone));
  }

  @Example
  void whoWaitsForATeacherWhoComesLateIsAloneUntilThen() {
    Lesson lesson =
        over(
            List.of(TEACHER),
            new Room()
                .joined("ann", -30)
                .left("ann", 500)
                .joined("teacher", 120)
                .left("teacher", 600));
    assertThat(lesson.record("lesson", "ann").company()).isEqualTo(company(380, 120));
    assertThat(lesson.record("lesson", "teacher").company()).isEqualTo(company(0, 100));
    assertThat(lesson.report("lesson").attendance().summary().crowd())
        .isEqualTo(new Crowd(2, Duration.ofSeconds(980), Duration.ofMinutes(8)));
  }

  @Example
  void aHostIsWithAHostWhileAnotherOneIsThere() {
    Lesson lesson =
        over(
            List.of(TEACHER, host("tutor")),
            new Room()
                .joined("teacher", 0)
                .left("teacher", 400)
                .joined("tutor", 300)
                .left("tutor", 600));
    assertThat(lesson.record("lesson", "teacher").company()).isEqualTo(company(100, 300));
    assertThat(lesson.record("lesson", "tutor").company()).isEqualTo(company(100, 200));
  }

  @Example
  void twoDevicesOfOnePersonAreNoCompany() {
    Lesson lesson =
        over(
            List.of(TEACHER),
            new Room()
                .joined("teacher/laptop", 0)
                .left("teacher/laptop", 600)
                .joined("teacher/phone", 100)
                .left("teacher/phone", 200));
    assertThat(lesson.record("lesson", "teacher").company()).isEqualTo(company(0, 600));
    assertThat(lesson.report("lesson").attendance().summary().crowd().peak()).isEqualTo(1);
  }

  @Example
  void whoFollowsAnotherAtTheSameInstantWasNotThereTogether() {
    Lesson lesson =
        over(
            List.of(),
            new Room().joined("ann", 0).left("ann", 300).joined("bob", 300).left("bob", 600));
    assertThat(lesson.report("lesson").attendance().summary().crowd())
        .isEqualTo(new Crowd(1, Duration.ofMinutes(10), Duration.ZERO));
    assertThat(lesson.record("lesson", "ann").company()).isEqualTo(company(0, 300));
  }

  @Example
  void theMeanIsOverTheWholeWindow() {
    Lesson lesson =
        over(
            List.of(TEACHER),
            new Room().joined("ann", 0).left("ann", 300).joined("bob", 0).left("bob", 600));
    Crowd crowd = lesson.report("lesson").attendance().summary().crowd();
    assertThat(crowd.mean(Duration.ofMinutes(10)).orElseThrow()).isCloseTo(1.5, within(1e-9));
    assertThat(crowd.mean(Duration.ZERO)).isEqualTo(OptionalDouble.empty());
  }

  @Example
  void theLongestGapIsTimeAwayAndNotTimeBeforeOrAfter() {
    Lesson lesson =
        over(
            List.of(),
            new Room()
                .joined("ann/1", 200)
                .left("ann/1", 250)
                .joined("ann/2", 290)
                .left("ann/2", 300)
                .joined("ann/3", 320)
                .left("ann/3", 330));
    assertThat(lesson.record("lesson", "ann").longestGap()).hasSeconds(40);
  }

  @Example
  void r9_aTrackWithoutAnEndLastsUntilItsCycleEnds() {
    Lesson lesson =
        over(List.of(), new Room().joined("ann", 10).published("ann", 20).left("ann", 50));
    assertThat(lesson.record("lesson", "ann").media().camera()).hasSeconds(30);
  }

  @Example
  void r9_aTrackThatIsToldOfLateDoesNotReachOutOfItsCycle() {
    Lesson lesson =
        over(
            List.of(),
            new Room()
                .joined("ann", 10)
                .published("ann", 20)
                .left("ann", 50)
                .unpublished("ann", 70));
    assertThat(lesson.record("lesson", "ann").media().camera()).hasSeconds(30);
    assertThat(lesson.record("lesson", "ann").counted().best()).hasSeconds(40);
  }

  @Example
  void r9_whatIsPublishedOutsideTheWindowDoesNotCount() {
    Lesson lesson =
        over(
            List.of(),
            new Room()
                .joined("ann", -100)
                .published("ann", -50)
                .unpublished("ann", 30)
                .left("ann", 60));
    assertThat(lesson.record("lesson", "ann").media())
        .isEqualTo(new MediaTime(Duration.ZERO, Duration.ofSeconds(30), Duration.ZERO));
  }
}
