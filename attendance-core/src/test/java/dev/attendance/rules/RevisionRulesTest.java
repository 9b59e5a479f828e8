package dev.attendance.rules;

import static dev.attendance.rules.Room.exactJoin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.Attendance;
import dev.attendance.AttendanceListener;
import dev.attendance.RoomChange;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.CorrectionHeader;
import dev.attendance.record.FieldChange;
import dev.attendance.record.PersonChange;
import dev.attendance.record.PolicyId;
import dev.attendance.record.PolicyStamped;
import dev.attendance.record.RevisionCause;
import dev.attendance.record.RevisionDiff;
import dev.attendance.record.SessionRevision;
import dev.attendance.report.ReportStanding;
import dev.attendance.report.SessionReport;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionState;
import dev.attendance.store.memory.MemoryStore;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** R22 and R23: revisions, why they came about and what they changed. */
class RevisionRulesTest {

  private static final SessionId LESSON = new SessionId("lesson");
  private static final List<String> PEOPLE = List.of("ann", "bob", "cem", "dan");

  /** Something that happens, or that is looked at. */
  private record Step(What what, int who, int from, int length) {}

  private enum What {
    EVENT,
    EVENT_THAT_TELLS_NOTHING,
    POLL,
    PLAN,
    POLICY,
    SETTLE
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of(What.class),
            Arbitraries.integers().between(0, PEOPLE.size() - 1),
            Arbitraries.integers().between(0, 650),
            Arbitraries.integers().between(1, 400))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }

  @Property
  void r23_everyRevisionDiffersFromTheOneBeforeAndSaysWhy(@ForAll("steps") List<Step> steps) {
    World world = new World();
    steps.forEach(world::happens);
    world.happens(new Step(What.SETTLE, 0, 0, 1));

    List<SessionRevision> kept = world.attendance().revisions().list(LESSON, 0, 100);
    assertThat(kept).isEqualTo(world.told).hasSizeGreaterThanOrEqualTo(1);
    for (int i = 0; i < kept.size(); i++) {
      SessionRevision revision = kept.get(i);
      assertThat(revision.revision()).isEqualTo(i + 1);
      assertThat(world.attendance().revisions().revision(LESSON, i + 1)).contains(revision);
      RevisionDiff diff = world.diffs.get(i);
      assertThat(world.attendance().revisions().diff(LESSON, i + 1)).contains(diff);
      if (i == 0) {
        assertThat(revision.causes()).containsExactly(RevisionCause.FIRST);
      } else {
        assertThat(diff.isEmpty()).isFalse();
        assertSaysWhatChanged(kept.get(i - 1), revision, diff);
      }
    }
  }

  /** Person by person and field by field, the slow way. */
  private static void assertSaysWhatChanged(
      SessionRevision before, SessionRevision after, RevisionDiff diff) {
    List<PersonChange> expected = new ArrayList<>();
    for (String person : new TreeSet<>(PEOPLE)) {
      Optional<AttendanceRecord> earlier = find(before, person);
      Optional<AttendanceRecord> later = find(after, person);
      if (!earlier.equals(later)) {
        expected.add(
            new PersonChange(earlier.or(() -> later).orElseThrow().person(), earlier, later));
      }
    }
    assertThat(diff.persons()).isEqualTo(expected);
    assertThat(diff.session())
        .extracting(FieldChange::field)
        .containsExactlyElementsOf(
            Objects.equals(before.summary(), after.summary())
                ? List.of()
                : diff.session().stream().map(FieldChange::field).toList());
    assertThat(diff.session().isEmpty()).isEqualTo(before.summary().equals(after.summary()));
  }

  private static Optional<AttendanceRecord> find(SessionRevision revision, String person) {
    return revision.records().stream()
        .filter(record -> record.person().value().equals(person))
        .findFirst();
  }

  @Property
  void r22_aReportIsFinalOnlyIfItSaysWhatWasSettledLast(@ForAll("steps") List<Step> steps) {
    World world = new World();
    for (Step step : steps) {
      world.happens(step);
      SessionReport report = world.report();
      boolean asSettled =
          !world.told.isEmpty()
              && world
                  .told
                  .get(world.told.size() - 1)
                  .records()
                  .equals(report.attendance().records())
              && world
                  .told
                  .get(world.told.size() - 1)
                  .summary()
                  .equals(report.attendance().summary().in(SessionState.FINAL));
      assertThat(report.revision()).isEqualTo(world.told.size());
      assertThat(report.standing())
          .isEqualTo(
              !asSettled
                  ? ReportStanding.PROVISIONAL
                  : world.told.size() == 1 ? ReportStanding.FINAL : ReportStanding.REVISED);
    }
  }

  /** A lesson of ten minutes that everything happens to, with the oracle beside it. */
  private static final class World {
    private final MemoryStore store = new MemoryStore();
    private final SettableTime time = new SettableTime().set(5000);
    private final Plans plans = new Plans();
    private final List<SessionRevision> told = new ArrayList<>();
    private final List<RevisionDiff> diffs = new ArrayList<>();
    private final Set<RevisionCause> since = EnumSet.noneOf(RevisionCause.class);
    private Set<String> roster = new TreeSet<>();
    private Set<String> settledRoster = new TreeSet<>();
    private int policy = 1;
    private int settledPolicy = 1;
    private int seconds = 5000;
    private int stamps;

    World() {
      plan();
    }

    private void plan() {
      plans.add("lesson", 0, 600, roster.toArray(String[]::new));
    }

    Attendance attendance() {
      return Attendance.builder(store)
          .clock(time)
          .directory(plans)
          .sourceTiming(AtOnce.TIMING)
          .policy(version(1))
          .listener(
              new AttendanceListener() {
                @Override
                public void roomChanged(RoomChange change) {
                  // Not what this is about.
                }

                @Override
                public void sessionSettled(SessionRevision revision, RevisionDiff diff) {
                  told.add(revision);
                  diffs.add(diff);
                }
              })
          .build();
    }

    SessionReport report() {
      return attendance().report(LESSON).orElseThrow();
    }

    void happens(Step step) {
      String who = PEOPLE.get(step.who());
      switch (step.what()) {
        case EVENT -> {
          Room room = new Room();
          room.left(who + "/" + step.from(), step.from() + step.length(), exactJoin(step.from()));
          tell(room, RevisionCause.LATE_EVENT);
        }
        case EVENT_THAT_TELLS_NOTHING -> tell(new Room().started(0), RevisionCause.LATE_EVENT);
        case POLL -> tell(new Room().polled(step.from()), RevisionCause.POLL);
        case PLAN -> {
          if (!roster.remove(who)) {
            roster.add(who);
          }
          plan();
        }
        case POLICY -> stamp(1 + step.length() % 3);
        case SETTLE -> settle();
      }
    }

    private static AttendancePolicy version(int number) {
      return AttendancePolicy.standard().toBuilder().id(new PolicyId("lesson", number)).build();
    }

    /** A later policy reaches a session only if a person says so (R17). */
    private void stamp(int version) {
      policy = version;
      stamps++;
      store
          .corrections()
          .append(
              new PolicyStamped(
                  new CorrectionHeader("C_" + stamps, Room.at(stamps), "head", "agreed"),
                  LESSON,
                  version(version)));
    }

    private void tell(Room room, RevisionCause cause) {
      attendance().record(room.events());
      since.add(cause);
    }

    private void settle() {
      time.set(seconds++);
      SessionReport report = report();
      int before = told.size();
      boolean saved = attendance().calculateSessions().runOnce(LESSON);
      boolean expected =
          report.attendance().settleable() && report.standing() == ReportStanding.PROVISIONAL;
      assertThat(saved).isEqualTo(expected);
      assertThat(told).hasSize(before + (expected ? 1 : 0));
      if (!expected) {
        return;
      }
      SessionRevision revision = told.get(before);
      assertThat(revision.records()).isEqualTo(report.attendance().records());
      if (before > 0) {
        if (!roster.equals(settledRoster)) {
          since.add(RevisionCause.PLAN_CHANGE);
        }
        if (policy != settledPolicy) {
          since.add(RevisionCause.POLICY);
        }
        assertThat(revision.causes()).isEqualTo(since);
      }
      since.clear();
      settledRoster = new TreeSet<>(roster);
      settledPolicy = policy;
    }
  }

  @Example
  void r23_aLateEventIsToldWithWhatItChanged() {
    Lesson lesson = new Lesson();
    lesson.plans.add("lesson", 0, 600, "ann", "bob");
    lesson.told(new Room().left("ann", 100, exactJoin(0)));
    lesson.settleAt(700);
    assertThat(lesson.report("lesson").standing()).isEqualTo(ReportStanding.FINAL);
    lesson.told(new Room().left("ann/2", 600, exactJoin(100)).left("cem", 600, exactJoin(0)));
    assertThat(lesson.report("lesson").standing()).isEqualTo(ReportStanding.PROVISIONAL);
    assertThat(lesson.report("lesson").revision()).isOne();
    lesson.settleAt(800);
    assertThat(lesson.report("lesson").standing()).isEqualTo(ReportStanding.REVISED);
    assertThat(lesson.settled.get(1).causes()).containsExactly(RevisionCause.LATE_EVENT);
    List<PersonChange> persons = lesson.diffs.get(1).persons();
    assertThat(persons).extracting(change -> change.person().value()).containsExactly("ann", "cem");
    assertThat(persons.get(0).fields())
        .extracting(FieldChange::field)
        .contains("status", "counted", "lastLeave", "cycles")
        .doesNotContain("person", "name", "window");
    assertThat(persons.get(0).toString()).doesNotContain("Guest");
    assertThat(persons.get(1).statusBefore()).isEmpty();
    assertThat(persons.get(1).fields()).isEmpty();
  }

  @Example
  void r23_anotherPlanForTheSameRoomIsAChangeOfPlan() {
    Lesson lesson = new Lesson();
    lesson.plans.add("lesson", 0, 600, "ann");
    lesson.told(new Room().left("ann", 500, exactJoin(0)).left("bob", 900, exactJoin(700)));
    lesson.settleAt(1000);
    lesson.plans.add("next", 650, 1250);
    lesson.attendance.calculateSessions().runOnce(LESSON);
    assertThat(lesson.settled.get(lesson.settled.size() - 1).causes())
        .containsExactly(RevisionCause.PLAN_CHANGE);
  }

  @Example
  void r23_whatNothingElseExplainsIsTheRules() {
    MemoryStore store = new MemoryStore();
    SettableTime time = new SettableTime();
    Attendance before = Attendance.builder(store).clock(time).build();
    before.record(new Room().joined("ann", 0).left("ann", 60).finished(60).events());
    time.set(300);
    before.calculateSessions().runOnce();
    Attendance after = Attendance.builder(store).clock(time).filter(profile -> false).build();
    after.calculateSessions().runOnce(new SessionId("RM_0"));
    assertThat(after.revisions().list(new SessionId("RM_0"), 1, 9))
        .extracting(SessionRevision::causes)
        .containsExactly(Set.of(RevisionCause.POLICY));
  }
}
