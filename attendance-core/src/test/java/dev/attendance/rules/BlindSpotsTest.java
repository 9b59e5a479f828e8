package dev.attendance.rules;

import static dev.attendance.rules.Room.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.Attendance;
import dev.attendance.cycle.CycleMatcher;
import dev.attendance.cycle.ParticipantFilter;
import dev.attendance.record.AttendanceCalculator;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.Corrections;
import dev.attendance.record.Explanation;
import dev.attendance.record.RevisionCause;
import dev.attendance.record.SessionRevision;
import dev.attendance.report.ExplanationText;
import dev.attendance.report.HtmlReport;
import dev.attendance.report.ReportStanding;
import dev.attendance.session.PersonId;
import dev.attendance.session.PersonResolver;
import dev.attendance.session.Role;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.Session;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.session.SessionTiming;
import dev.attendance.store.memory.MemoryStore;
import dev.attendance.time.Bounds;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** R21: what our own receiver may have missed. */
class BlindSpotsTest {

  private static final int LEAD = 30 + Math.toIntExact(CycleOracle.CONNECTING.toSeconds());
  private static final int CLOCKS = Math.toIntExact(CycleOracle.TOLERANCE.toSeconds());

  private record Beat(int node, int second) {}

  @Provide
  Arbitrary<List<Beat>> beats() {
    // A multiple of the second, so that gaps of exactly the tolerance come up.
    return Combinators.combine(
            Arbitraries.integers().between(0, 2), Arbitraries.integers().between(-25, 60))
        .as((node, tick) -> new Beat(node, tick * 8))
        .list()
        .ofMaxSize(40);
  }

  /** By the second: dark if neither the last beat before it nor the next after it is near. */
  @Property(edgeCases = EdgeCasesMode.NONE)
  void r21_blindSpotsAreWhenNoNodeWasUpAndShortlyBefore(
      @ForAll("beats") List<Beat> beats, @ForAll boolean inOrder) {
    MemoryStore store = new MemoryStore();
    SettableTime time = new SettableTime();
    Plans plans = new Plans().add("lesson", 0, 200);
    List<Attendance> nodes =
        List.of(node(store, time, plans), node(store, time, plans), node(store, time, plans));
    beats.stream()
        .sorted((one, other) -> inOrder ? one.second() - other.second() : 0)
        .forEach(
            beat -> {
              time.set(beat.second());
              nodes.get(beat.node()).heartbeat().runOnce();
            });
    time.set(10_000);

    TreeSet<Integer> seconds = new TreeSet<>();
    beats.forEach(beat -> seconds.add(beat.second()));
    BitSet blind = new BitSet();
    long outages = 0;
    for (int second : seconds) {
      Integer next = seconds.higher(second);
      if (next != null && next - second > 15) {
        outages++;
        blind.or(
            PresenceTable.cells(
                new Interval(
                    at(second).plusMillis(1).minusSeconds(LEAD + CLOCKS), at(next + CLOCKS))));
      }
    }
    assertThat(nodes.get(0).totals().blindSpots()).isEqualTo(outages);
    blind.and(PresenceTable.cells(new Interval(at(0), at(200))));
    IntervalSet found =
        nodes.get(0).report(new SessionId("lesson")).orElseThrow().attendance().blindSpots();
    BitSet cells = new BitSet();
    found.intervals().forEach(interval -> cells.or(PresenceTable.cells(interval)));
    assertThat(cells).isEqualTo(blind);
  }

  private static Attendance node(MemoryStore store, SettableTime time, Plans plans) {
    return Attendance.builder(store)
        .clock(time)
        .directory(plans)
        .sourceTiming(AtOnce.TIMING)
        .build();
  }

  private final Lesson lesson = new Lesson();

  /** From second 100 to second 200 nobody was up; what may be missing is from 5 to 205. */
  private void outage() {
    for (int second = -200; second <= 1_000; second += 5) {
      if (second <= 100 || second >= 200) {
        lesson.time.set(second);
        lesson.attendance.heartbeat().runOnce();
      }
    }
  }

  private static Bounds seconds(double atLeast, double best, double atMost) {
    return new Bounds(millis(atLeast), millis(best), millis(atMost));
  }

  private static Duration millis(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  @Example
  void r21_whoWasSeenForAllOfItIsNotInDoubt() {
    lesson.plans.add("lesson", 0, 400, "ann");
    lesson.told(new Room().joined("ann", 0).left("ann", 400));
    outage();
    AttendanceRecord record = lesson.record("lesson", "ann");
    assertThat(record.status()).isEqualTo(AttendanceStatus.PRESENT);
    assertThat(record.counted()).isEqualTo(seconds(400, 400, 400));
  }

  @Example
  void r21_whoWasNotSeenMayHaveBeenThere() {
    lesson.plans.add("lesson", 0, 400, "ann", "bob");
    lesson.told(new Room().joined("ann", 0).left("ann", 400));
    outage();
    AttendanceRecord record = lesson.record("lesson", "bob");
    assertThat(record.counted()).isEqualTo(seconds(0, 0, 199.999));
    assertThat(record.status()).isEqualTo(AttendanceStatus.UNRESOLVED);
    Explanation explanation =
        lesson.attendance.explain(new SessionId("lesson"), new PersonId("bob")).orElseThrow();
    assertThat(new ExplanationText(ZoneOffset.UTC).lines(explanation))
        .contains(
            "Our receiver was down: what happened from 09:00:05 to 09:03:25 may not have reached us"
                + " (R21).",
            "It would be settled by knowing whether the person was there unseen between 09:00:05"
                + " and 09:03:25 (R20, R21).");
  }

  @Example
  void r21_whereItCannotChangeTheStatusTheStatusStands() {
    lesson.plans.add("lesson", 0, 400, "ann");
    lesson.told(
        new Room().joined("ann", 0).left("ann", 100).joined("ann/2", 190).left("ann/2", 400));
    outage();
    AttendanceRecord record = lesson.record("lesson", "ann");
    assertThat(record.counted()).isEqualTo(seconds(310, 310, 400));
    assertThat(record.status()).isEqualTo(AttendanceStatus.PRESENT);
    assertThat(lesson.report("lesson").attendance().summary().blind()).hasMillis(199_999);
  }

  @Example
  void r21_aSessionWithABlindSpotIsSettledNevertheless() {
    lesson.plans.add("lesson", 0, 400, "ann", "bob");
    lesson.told(new Room().joined("ann", 0).left("ann", 400));
    outage();
    assertThat(lesson.settleAt(6_000)).isEqualTo(1);
    assertThat(lesson.settled.get(0).summary().blind()).hasMillis(199_999);
  }

  /** The jobs may run on a node that is up while those that receive are down. */
  @Example
  void r23_anOutageThatBecomesKnownAfterASessionWasSettledMakesARevision() {
    lesson.plans.add("lesson", 0, 400, "ann", "bob");
    lesson.told(new Room().joined("ann", 0).left("ann", 400));
    beat(-200, 100);
    assertThat(lesson.settleAt(6_000)).isEqualTo(1);
    assertThat(lesson.report("lesson").standing()).isEqualTo(ReportStanding.FINAL);
    beat(6_000, 6_000);
    assertThat(lesson.settleAt(6_001)).isEqualTo(1);
    SessionRevision revised = lesson.settled.get(1);
    assertThat(revised.causes()).containsExactly(RevisionCause.BLIND_SPOT);
    assertThat(revised.records())
        .extracting(AttendanceRecord::status)
        .containsExactly(AttendanceStatus.PRESENT, AttendanceStatus.UNRESOLVED);
    assertThat(lesson.settleAt(6_002)).isZero();
  }

  private void beat(int from, int to) {
    for (int second = from; second <= to; second += 5) {
      lesson.time.set(second);
      lesson.attendance.heartbeat().runOnce();
    }
  }

  @Example
  void r21_anAdHocSessionMayHaveGoneOnUntilTheReceiverWasBack() {
    lesson.told(new Room().joined("ann", 0).left("ann", 60));
    outage();
    assertThat(lesson.report("RM_0").attendance().blindSpots())
        .isEqualTo(IntervalSet.of(new Interval(at(5.001), at(205))));
    assertThat(lesson.record("RM_0", "ann").unclipped()).isEqualTo(seconds(60, 60, 205));
  }

  @Example
  void r21_thePageSaysSo() throws IOException {
    lesson.plans.add("lesson", 0, 400, "ann");
    lesson.told(new Room().joined("ann", 0).left("ann", 400));
    outage();
    StringBuilder page = new StringBuilder();
    new HtmlReport(ZoneOffset.UTC).write(lesson.report("lesson"), page);
    assertThat(page)
        .contains("Our receiver was down: what happened from 09:00:05 to 09:03:25 may not have");
  }

  @Example
  void r21_outagesLongBeforeAndAfterDoNotMatter() {
    lesson.plans.add("lesson", 1_000, 1_400, "ann");
    lesson.told(new Room().joined("ann", 1_000).left("ann", 1_400));
    for (int second = -500; second <= 3_000; second += 5) {
      if (second < 0 || (second > 300 && second < 1_600) || second > 2_000) {
        lesson.time.set(second);
        lesson.attendance.heartbeat().runOnce();
      }
    }
    assertThat(lesson.attendance.totals().blindSpots()).isEqualTo(2);
    assertThat(lesson.record("lesson", "ann").counted()).isEqualTo(seconds(400, 400, 400));
    // The room was there during the first one already.
    assertThat(lesson.report("lesson").attendance().blindSpots())
        .isEqualTo(IntervalSet.of(new Interval(at(0), at(310))));
  }

  /** Of the lesson's 600 seconds nobody knows what happened from 5 to 205; ann came at 400. */
  private static AttendanceStatus statusOfAnn(AttendancePolicy policy) {
    RosterEntry ann =
        new RosterEntry(new PersonId("ann"), "", Optional.empty(), Role.HOST, Optional.empty());
    SessionPlan plan =
        new SessionPlan(
            new SessionId("lesson"),
            "",
            new Interval(at(0), at(600)),
            Set.of("math"),
            List.of(ann));
    Room room = new Room().joined("ann", 400).left("ann", 600);
    Session session =
        new Session(
            plan.id(),
            Optional.of(plan),
            List.of(AtOnce.fold(room.events()).history()),
            List.of(),
            IntervalSet.of(new Interval(at(5), at(205))));
    AttendanceCalculator calculator =
        new AttendanceCalculator(
            new CycleMatcher(AtOnce.TIMING),
            ParticipantFilter.PEOPLE,
            PersonResolver.IDENTITY,
            SessionTiming.STANDARD);
    List<AttendanceRecord> records =
        calculator.calculate(session, Corrections.NONE, policy, AtOnce.LATER).records();
    assertThat(records).hasSize(1);
    return records.get(0).status();
  }

  /** Whoever makes the window alone has all of it, seen or not. */
  @Example
  void r21_theOnlyHostIsNotMissedBesideHerself() {
    assertThat(statusOfAnn(AttendancePolicy.hostPresent())).isEqualTo(AttendanceStatus.PRESENT);
  }

  @Example
  void r21_somebodyOfWhomNobodyHeardMayHaveMadeTheWindowLonger() {
    assertThat(statusOfAnn(AttendancePolicy.webinar())).isEqualTo(AttendanceStatus.UNRESOLVED);
  }
}
