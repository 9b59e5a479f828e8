package dev.attendance.rules;

import static dev.attendance.rules.Room.at;
import static dev.attendance.rules.Room.exactJoin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.Attendance;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.CorrectionHeader;
import dev.attendance.record.CorrectionWithdrawn;
import dev.attendance.record.Corrections;
import dev.attendance.record.Explanation;
import dev.attendance.record.PolicyId;
import dev.attendance.record.PolicyStamped;
import dev.attendance.record.SessionAttendance;
import dev.attendance.record.SessionRevision;
import dev.attendance.record.Threshold;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.store.memory.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** R17: a session is measured by the policy that it began with, whatever becomes of the policy. */
class PolicyStampTest {

  private static final SessionId LESSON = new SessionId("lesson");
  private static final PersonId ANN = new PersonId("ann");

  private final MemoryStore store = new MemoryStore();
  private final SettableTime time = new SettableTime();
  private final Plans plans = new Plans().add("lesson", 0, 600, "ann");
  private final AtomicReference<AttendancePolicy> configured =
      new AtomicReference<>(presentFrom(75));
  private final Attendance attendance = node();

  private Attendance node() {
    return Attendance.builder(store)
        .clock(time)
        .directory(plans)
        .policies((session, title, plan) -> configured.get())
        .sourceTiming(AtOnce.TIMING)
        .build();
  }

  /** All of one name and version: what they say is what counts. */
  private static AttendancePolicy presentFrom(int percent) {
    return AttendancePolicy.standard().toBuilder()
        .id(new PolicyId("course", 1))
        .present(Threshold.ofPercent(percent))
        .build();
  }

  private AttendancePolicy measuredBy() {
    return attendance.report(LESSON).orElseThrow().attendance().policy();
  }

  private AttendanceStatus status() {
    return attendance.report(LESSON).orElseThrow().attendance().records().get(0).status();
  }

  private void runAt(int second) {
    time.set(second);
    attendance.calculateSessions().runOnce();
  }

  /** Whatever is configured, told and run in whatever order after the first run while it is on. */
  @Property
  void r17_changingThePolicyTouchesNoSessionThatHasBegun(@ForAll Random random) {
    PolicyStampTest app = new PolicyStampTest();
    int atFirst = 1 + random.nextInt(100);
    app.configured.set(presentFrom(atFirst));
    app.attendance.record(new Room().joined("ann", 0).events());
    app.runAt(random.nextInt(600));
    int second = 600;
    for (int step = 0; step < 6; step++) {
      app.configured.set(presentFrom(1 + random.nextInt(100)));
      if (random.nextBoolean()) {
        int left = 1 + random.nextInt(599);
        app.attendance.record(new Room().left("ann", left, exactJoin(0)).events());
      }
      second += random.nextInt(400);
      app.runAt(second);
      assertThat(app.measuredBy()).isEqualTo(presentFrom(atFirst));
      app.store.records().latest(LESSON).ifPresent(revision -> assertMeasuredBy(atFirst, revision));
    }
  }

  private static void assertMeasuredBy(int percent, SessionRevision revision) {
    AttendanceRecord ann = revision.records().get(0);
    long hundredfold = ann.bridged().atLeast().toMillis() * 100;
    if (ann.status() == AttendanceStatus.PRESENT) {
      assertThat(hundredfold).isGreaterThanOrEqualTo(percent * 600_000L);
    } else if (ann.bridged().isExact()) {
      assertThat(hundredfold).isLessThan(percent * 600_000L);
    }
  }

  @Example
  void r17_untilItBeginsItIsMeasuredByWhatIsConfigured() {
    attendance.record(new Room().joined("ann", 0).left("ann", 300).events());
    time.set(500);
    assertThat(measuredBy()).isEqualTo(presentFrom(75));
    configured.set(presentFrom(50));
    assertThat(measuredBy()).isEqualTo(presentFrom(50));
    runAt(510);
    configured.set(presentFrom(99));
    assertThat(measuredBy()).isEqualTo(presentFrom(50));
    runAt(700);
    assertThat(status()).isEqualTo(AttendanceStatus.PRESENT);
    // What comes late is measured by the stamp, too.
    attendance.record(new Room().left("ann/2", 560, exactJoin(290)).events());
    runAt(800);
    assertThat(store.records().latest(LESSON).map(SessionRevision::revision)).contains(2);
    assertThat(measuredBy()).isEqualTo(presentFrom(50));
  }

  @Example
  void r17_ofSeveralNodesTheFirstStampHolds() {
    attendance.record(new Room().joined("ann", 0).events());
    runAt(100);
    configured.set(presentFrom(10));
    node().calculateSessions().runOnce();
    assertThat(measuredBy()).isEqualTo(presentFrom(75));
    assertThat(store.corrections().of(LESSON)).hasSize(1);
    assertThat(store.corrections().of(LESSON).get(0).header().madeBy()).isEqualTo("attendance");
  }

  @Example
  void r17_aPersonMayStampAnewBeforeOrAfterAndItWins() {
    attendance.record(new Room().joined("ann", 0).left("ann", 300).events());
    store.corrections().append(stamp("early", 10, 40));
    runAt(700);
    assertThat(measuredBy()).isEqualTo(presentFrom(40));
    assertThat(status()).isEqualTo(AttendanceStatus.PRESENT);
    store.corrections().append(stamp("late", 800, 90));
    runAt(900);
    assertThat(measuredBy()).isEqualTo(presentFrom(90));
    assertThat(status()).isEqualTo(AttendanceStatus.PARTIAL);
    assertThat(store.records().latest(LESSON).map(SessionRevision::revision)).contains(2);
    withdraw("late");
    runAt(1000);
    assertThat(measuredBy()).isEqualTo(presentFrom(40));
  }

  /** Made by a node whose clock is ahead, or in the moment before: a person decided. */
  @Property
  void r17_thePersonsStampWinsWhicheverCameFirst(
      @ForAll @IntRange(max = 1000) int madeAt, @ForAll boolean before) {
    PolicyStampTest app = new PolicyStampTest();
    app.attendance.record(new Room().joined("ann", 0).left("ann", 300).events());
    if (before) {
      app.store.corrections().append(stamp("head", madeAt, 40));
    }
    app.store.corrections().append(PolicyStamped.atBeginning(LESSON, presentFrom(75), at(500)));
    if (!before) {
      app.store.corrections().append(stamp("head", madeAt, 40));
    }
    assertThat(app.measuredBy()).isEqualTo(presentFrom(40));
  }

  @Example
  void r17_theStampOfTheBeginningCannotBeWithdrawn() {
    attendance.record(new Room().joined("ann", 0).events());
    runAt(100);
    configured.set(presentFrom(10));
    withdraw(PolicyStamped.AT_BEGINNING);
    runAt(200);
    assertThat(measuredBy()).isEqualTo(presentFrom(75));
  }

  @Example
  void r17_aSessionWithoutAPlanIsStampedToo() {
    attendance.record(
        new Room("RM_9", "art").joined("ann", 0).left("ann", 300).finished(320).events());
    runAt(330);
    configured.set(presentFrom(10));
    SessionAttendance adHoc = attendance.report(new SessionId("RM_9")).orElseThrow().attendance();
    assertThat(adHoc.policy()).isEqualTo(presentFrom(75));
  }

  @Example
  void r17_theExplanationSaysWhatItWasMeasuredBy() {
    attendance.record(new Room().joined("ann", 0).left("ann", 300).events());
    runAt(100);
    configured.set(presentFrom(10));
    assertThat(attendance.explain(LESSON, ANN).map(Explanation::policy)).contains(presentFrom(75));
  }

  @Example
  void r7_howLongACycleMayBeOpenIsForThePolicyOfThePlanToSay() {
    plans.add("evening", 50_000, 50_600, "ann");
    attendance.record(new Room().joined("ann", 0).events());
    time.set(50_300);
    SessionId evening = new SessionId("evening");
    assertThat(attendance.report(evening).orElseThrow().attendance().cycles()).isEmpty();
    store
        .corrections()
        .append(
            new PolicyStamped(
                header("long", 1),
                evening,
                AttendancePolicy.standard().toBuilder().longestOpen(Duration.ofHours(20)).build()));
    assertThat(attendance.report(evening).orElseThrow().attendance().cycles()).hasSize(1);
  }

  private void withdraw(String id) {
    store
        .corrections()
        .append(new CorrectionWithdrawn(header("without " + id, 950), Optional.of(LESSON), id));
  }

  private static PolicyStamped stamp(String id, int second, int percent) {
    return new PolicyStamped(header(id, second), LESSON, presentFrom(percent));
  }

  private static CorrectionHeader header(String id, int second) {
    return new CorrectionHeader(id, at(second), "head", "agreed with the parents");
  }

  /** Entries of the log and where they stand. */
  @Example
  void theLogShowsWhichStampHolds() {
    store.corrections().append(stamp("one", 10, 40));
    store.corrections().append(stamp("two", 20, 50));
    assertThat(Corrections.of(store.corrections().of(LESSON)).entries())
        .extracting(entry -> entry.correction().header().id() + " " + entry.standing())
        .isEqualTo(List.of("one OVERRULED", "two IN_FORCE"));
  }
}
