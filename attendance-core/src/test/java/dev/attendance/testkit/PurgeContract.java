package dev.attendance.testkit;

import static dev.attendance.cycle.CycleStanding.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.PurgeSessions;
import dev.attendance.Retention;
import dev.attendance.cycle.RoomFacts;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.record.SessionRevision;
import dev.attendance.report.SessionReport;
import dev.attendance.session.PersonId;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.store.FoldedRoom;
import dev.attendance.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a store needs to do for sessions that are too old to be purged, and only them. */
public interface PurgeContract extends StoreUnderTest {

  /** Events of sessions are kept for 1 000 seconds, records for 5 000. */
  Retention RETENTION =
      new Retention(Duration.ofSeconds(1_000), Optional.of(Duration.ofSeconds(5_000)));

  @Test
  default void ofAPurgedRoomNothingIsLeftButTheRoom() {
    List<AttendanceEvent> all = AwkwardEvents.all("RM_1");
    store().events().append(all);
    store().events().append(AwkwardEvents.all("RM_2"));
    List.of("RM_1", "RM_2")
        .forEach(
            sid ->
                store()
                    .folds()
                    .fold(
                        sid,
                        room ->
                            room.save(
                                Folded.room(sid, 1),
                                RoomMarks.NONE,
                                List.of(Folded.cycle(sid, "ann", OPEN)),
                                List.of(),
                                List.of())));
    RoomFacts remains = Folded.room("RM_1", 77);
    List<Long> deleted = new ArrayList<>();
    store().folds().fold("RM_1", room -> deleted.add(room.purge(remains)));
    assertThat(deleted).containsExactly((long) all.size());
    assertThat(secondNode().rooms().room("RM_1"))
        .contains(new FoldedRoom(remains, 1, 0, 0, 0, 0, true));
    assertThat(store().events().events("RM_1")).isEmpty();
    assertThat(store().rooms().cycles("RM_1")).isEmpty();
    assertThat(store().rooms().marks("RM_1").isEmpty()).isTrue();
    assertThat(store().rooms().tracks("RM_1")).isEmpty();
    store().folds().fold("RM_1", room -> assertThat(room.pending(999)).isEmpty());
    assertThat(store().rooms().roomsToSettle("", 9))
        .extracting(room -> room.facts().sid())
        .containsExactly("RM_2");
    assertThat(store().events().events("RM_2")).hasSameSizeAs(all);
    assertThat(store().rooms().cycles("RM_2")).hasSize(1);
    store().folds().fold("RM_2", room -> assertThat(room.pending(999)).hasSameSizeAs(all));
  }

  @Test
  default void inactiveRoomsAreThoseWithoutOpenCyclesThatFellSilentBefore() {
    for (String sid : List.of("RM_1", "RM_2", "RM_3", "RM_4")) {
      int last = "RM_2".equals(sid) ? 50 : 49;
      store()
          .folds()
          .fold(
              sid,
              room ->
                  room.save(
                      Folded.room(sid, last),
                      RoomMarks.NONE,
                      "RM_3".equals(sid) ? List.of(Folded.cycle(sid, "ann", OPEN)) : List.of(),
                      List.of(),
                      List.of()));
    }
    assertThat(inactive("", 9)).containsExactly("RM_1", "RM_4");
    assertThat(inactive("", 1)).containsExactly("RM_1");
    assertThat(inactive("RM_1", 1)).containsExactly("RM_4");
    store().folds().fold("RM_4", room -> room.purge(Folded.room("RM_4", 49)));
    assertThat(inactive("", 9)).containsExactly("RM_1");
  }

  private List<String> inactive(String after, int limit) {
    return store().rooms().inactiveRooms(Events.at(50), after, limit).stream()
        .map(room -> room.facts().sid())
        .toList();
  }

  @Test
  default void sessionsSettledBeforeAreThoseOfWhichEveryRevisionWas() {
    store().records().save(Revisions.of("s1", 1));
    store().records().save(Revisions.of("s1", 9));
    store().records().save(Revisions.of("s2", 1));
    store().records().save(Revisions.of("s3", 8));
    Instant before = Events.at(9);
    assertThat(store().records().settledBefore(before, "", 9))
        .containsExactly(new SessionId("s2"), new SessionId("s3"));
    assertThat(store().records().settledBefore(before, "", 1)).containsExactly(new SessionId("s2"));
    assertThat(store().records().settledBefore(before, "s2", 9))
        .containsExactly(new SessionId("s3"));
    store().records().purge(new SessionId("s3"));
    store().records().purge(new SessionId("s4"));
    assertThat(store().records().latest(new SessionId("s3"))).isEmpty();
    assertThat(store().records().latest(new SessionId("s1"))).isPresent();
    assertThat(store().records().settledBefore(before, "", 9)).containsExactly(new SessionId("s2"));
  }

  @Test
  default void aSessionIsPurgedWhenItIsFinalAndOldAndReportsWhatWasSettled() {
    PlannedApp app = app().lesson("lesson", "RM_1", 0, 600, "ann", "bob");
    app.stay("RM_1", "ann", 10, 500);
    app.at(1_700);
    assertThat(purge(app)).isEqualTo(new PurgeSessions.Outcome(0, 0, 0));
    app.settle();
    SessionReport before = app.report("lesson");
    assertThat(before.isFinal()).isTrue();
    app.at(1_599);
    assertThat(purge(app)).isEqualTo(new PurgeSessions.Outcome(0, 0, 0));
    app.at(1_600);
    assertThat(purge(app)).isEqualTo(new PurgeSessions.Outcome(1, 3, 0));
    assertThat(purge(app)).isEqualTo(new PurgeSessions.Outcome(0, 0, 0));
    SessionReport after = app.report("lesson");
    assertThat(after.isFinal()).isTrue();
    assertThat(after.attendance().records()).isEqualTo(before.attendance().records()).hasSize(2);
    assertThat(after.attendance().cycles()).isEmpty();
    assertThat(app.attendance().calculateSessions().runOnce(new SessionId("lesson"))).isFalse();
  }

  @Test
  default void anEventThatComesAfterThePurgeDoesNotBringTheSessionBack() {
    PlannedApp app = app().lesson("lesson", "RM_1", 0, 600);
    List<AttendanceEvent> events = app.stay("RM_1", "ann", 10, 500);
    app.stay("RM_2", "ann", 10, 500);
    app.at(3_000).settle();
    assertThat(purge(app).rooms()).isEqualTo(2);
    List<SessionRevision> settled = app.attendance().revisions().list(new SessionId("RM_2"), 0, 9);
    assertThat(settled).hasSize(1);
    app.attendance().record(events);
    app.stay("RM_2", "bob", 20, 30);
    assertThat(store().folds().roomsToFold(9)).isEmpty();
    assertThat(store().events().events("RM_1")).isEmpty();
    assertThat(store().events().events("RM_2")).isEmpty();
    assertThat(app.settle()).isZero();
    assertThat(app.report("lesson").isFinal()).isTrue();
    assertThat(app.attendance().revisions().list(new SessionId("RM_2"), 0, 9)).isEqualTo(settled);
    assertThat(app.attendance().rebuild().everything("", told -> {}).changed()).isZero();
  }

  @Test
  default void whatIsNotAsSettledStays() {
    PlannedApp app = app().lesson("lesson", "RM_1", 0, 600);
    app.stay("RM_1", "ann", 10, 500);
    app.at(3_000).settle();
    app.stay("RM_1", "bob", 40, 60);
    assertThat(purge(app).rooms()).isZero();
    app.settle();
    assertThat(purge(app).rooms()).isOne();
    assertThat(app.report("lesson").revision()).isEqualTo(2);
  }

  @Test
  default void aRoomStaysAsLongAsAnySessionNeedsIt() {
    PlannedApp app = app().lesson("first", "RM_1", 0, 300).lesson("second", "RM_1", 300, 5_000);
    app.stay("RM_1", "ann", 10, 500);
    app.at(5_500).settle();
    assertThat(purge(app).rooms()).isZero();
    app.at(6_001);
    assertThat(purge(app).rooms()).isOne();
    assertThat(app.report("first").isFinal()).isTrue();
    assertThat(app.report("second").isFinal()).isTrue();
  }

  @Test
  default void whatWasInferredOfARoomStillSaysWhichSessionsClaimIt() {
    PlannedApp app = app().lesson("late", "RM_1", 300, 600);
    Events events = app.in("RM_1");
    app.told(events.joined("ann", 10), events.finished(400));
    app.at(3_000).settle();
    assertThat(app.report("late").isFinal()).isTrue();
    assertThat(app.report("late").attendance().summary().roomSids()).containsExactly("RM_1");
    assertThat(purge(app).rooms()).isOne();
    assertThat(app.report("late").isFinal()).isTrue();
    assertThat(app.settle()).isZero();
  }

  @Test
  default void recordsGoWhenTheirTimeHasComeAndNotBeforeTheEvents() {
    PlannedApp app = app().lesson("lesson", "RM_1", 0, 600);
    app.stay("RM_1", "ann", 10, 500);
    app.at(700).settle();
    app.at(5_701);
    app.stay("RM_1", "bob", 40, 60);
    assertThat(purge(app)).isEqualTo(new PurgeSessions.Outcome(0, 0, 0));
    app.settle();
    assertThat(purge(app)).isEqualTo(new PurgeSessions.Outcome(1, 6, 0));
    assertThat(app.report("lesson").revision()).isEqualTo(2);
    app.at(10_701);
    assertThat(purge(app)).isEqualTo(new PurgeSessions.Outcome(0, 0, 0));
    app.at(10_702);
    assertThat(purge(app)).isEqualTo(new PurgeSessions.Outcome(0, 0, 1));
    assertThat(app.attendance().report(new SessionId("lesson"))).isEmpty();
    assertThat(app.attendance().revisions().list(new SessionId("lesson"), 0, 9)).isEmpty();
    assertThat(app.attendance().calculateSessions().runOnce(new SessionId("lesson"))).isFalse();
  }

  @Test
  default void plansThatTheStoreKeepsGoWithTheRecords() {
    SessionPlan plan = plan(0, 600);
    PlannedApp app = appWithPlansOfTheStore();
    store().plans().put(plan);
    app.stay("RM_1", "ann", 10, 500);
    app.at(3_000).settle();
    assertThat(purge(app)).isEqualTo(new PurgeSessions.Outcome(1, 3, 0));
    assertThat(secondNode().plans().plan(plan.id())).contains(plan);
    app.at(8_001);
    assertThat(purge(app)).isEqualTo(new PurgeSessions.Outcome(0, 0, 1));
    assertThat(secondNode().plans().plan(plan.id())).isEmpty();
    assertThat(secondNode().plans().plans("class RM_1", plan.window())).isEmpty();
    assertThat(app.attendance().report(plan.id())).isEmpty();
    assertThat(app.settle()).isZero();
    assertThat(purge(app)).isEqualTo(new PurgeSessions.Outcome(0, 0, 0));
  }

  @Test
  default void aSessionThatIsPlannedAnewStays() {
    PlannedApp app = appWithPlansOfTheStore();
    store().plans().put(plan(0, 600));
    app.at(3_000).settle();
    SessionPlan anew = plan(8_000, 9_000);
    store().plans().put(anew);
    app.at(8_001);
    assertThat(purge(app)).isEqualTo(new PurgeSessions.Outcome(0, 0, 0));
    store().plans().purge(anew.id(), Events.at(8_999));
    assertThat(secondNode().plans().plan(anew.id())).contains(anew);
    assertThat(app.attendance().revisions().list(anew.id(), 0, 9)).hasSize(1);
    store().plans().purge(anew.id(), Events.at(9_000));
    assertThat(secondNode().plans().plan(anew.id())).isEmpty();
  }

  private static SessionPlan plan(long from, long to) {
    return new SessionPlan(
        new SessionId("lesson"),
        "",
        new Interval(Events.at(from), Events.at(to)),
        Set.of("class RM_1"),
        List.of(new RosterEntry(new PersonId("ann"), "Ann Smith", Optional.empty())));
  }

  private PlannedApp appWithPlansOfTheStore() {
    return new PlannedApp(
        store(), builder -> builder.retention(RETENTION).directory(store().plans()));
  }

  private PlannedApp app() {
    return new PlannedApp(store(), builder -> builder.retention(RETENTION));
  }

  private static PurgeSessions.Outcome purge(PlannedApp app) {
    return app.attendance().purgeSessions().orElseThrow().runOnce();
  }
}
