package dev.attendance.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attendance.cycle.RoomMarks;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.Correction;
import dev.attendance.record.CorrectionHeader;
import dev.attendance.record.PersonsMerged;
import dev.attendance.record.StatusSet;
import dev.attendance.session.PersonId;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.store.AppendOutcome;
import dev.attendance.store.AttendanceStore;
import dev.attendance.store.Delivery;
import dev.attendance.store.RawBody;
import dev.attendance.store.RawBodyStorage;
import dev.attendance.store.RoomTakenException;
import dev.attendance.testkit.Events;
import dev.attendance.testkit.Folded;
import dev.attendance.time.Interval;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a store does in its caller's transaction, and what it never does there. */
abstract class CallerTransactionTest {

  private final AttendanceEvent event = Events.in("RM_1").joined("ann", 1);
  private final CorrectionHeader header =
      new CorrectionHeader("c1", Events.at(1), "teacher", "ill");
  private final Correction excused =
      new StatusSet(header, new SessionId("s1"), new PersonId("ann"), AttendanceStatus.EXCUSED);
  private final Correction merged =
      new PersonsMerged(header, new PersonId("ann"), new PersonId("bea"));
  private Optional<Connection> current = Optional.empty();
  private Connection connection;
  private AttendanceStore joining;
  private AttendanceStore other;

  abstract DataSource database() throws Exception;

  abstract SQLDialect dialect();

  /** Takes away what the test left behind; nobody has a transaction open then. */
  abstract void cleanUp() throws Exception;

  @BeforeEach
  final void beginTransaction() throws Exception {
    DataSource database = database();
    joining =
        JooqStore.builder(database, dialect())
            .joining(() -> current)
            .rawBodies(RawBodyStorage.PLAIN)
            .build();
    other = JooqStore.open(database);
    connection = database.getConnection();
    connection.setAutoCommit(false);
    current = Optional.of(connection);
  }

  @AfterEach
  final void closeConnection() throws Exception {
    connection.rollback();
    connection.setAutoCommit(true);
    connection.close();
    cleanUp();
  }

  @Test
  void anAppendIsSeenByOthersWhenTheCallerCommits() throws Exception {
    assertThat(joining.events().append(List.of(event))).containsExactly(AppendOutcome.APPENDED);
    assertThat(joining.events().events("RM_1")).containsExactly(event);
    assertThat(joining.folds().roomsToFold(9)).containsExactly("RM_1");
    assertThat(other.events().events("RM_1")).isEmpty();
    assertThat(connection.isClosed()).isFalse();
    assertThat(connection.getAutoCommit()).isFalse();
    connection.commit();
    assertThat(other.events().events("RM_1")).containsExactly(event);
    assertThat(other.folds().roomsToFold(9)).containsExactly("RM_1");
  }

  @Test
  void anAppendIsGoneWhenTheCallerRollsBack() throws Exception {
    joining.events().append(List.of(event));
    connection.rollback();
    assertThat(joining.events().events("RM_1")).isEmpty();
    assertThat(joining.folds().roomsToFold(9)).isEmpty();
    assertThat(joining.events().append(List.of(event))).containsExactly(AppendOutcome.APPENDED);
  }

  @Test
  void aRawBodyComesAndGoesWithItsEvent() throws Exception {
    RawBody body = RawBody.of(new byte[] {1, 2, 3});
    List<Delivery> delivered = List.of(new Delivery(event, Optional.of(body)));
    joining.events().appendDelivered(delivered);
    assertThat(joining.rawBodies().body("RM_1", Events.id(event))).contains(body);
    connection.rollback();
    assertThat(joining.rawBodies().body("RM_1", Events.id(event))).isEmpty();
    joining.events().appendDelivered(delivered);
    assertThat(other.rawBodies().body("RM_1", Events.id(event))).isEmpty();
    connection.commit();
    assertThat(other.rawBodies().body("RM_1", Events.id(event))).contains(body);
  }

  @Test
  void anEventWhoseRawBodyCannotBeKeptIsNotAppended() throws Exception {
    DSL.using(connection, dialect(), Rendering.settings())
        .insertInto(BodyTable.TABLE)
        .set(BodyTable.ROOM_SID, "RM_1")
        .set(BodyTable.SOURCE, event.header().id().source())
        .set(BodyTable.EVENT_ID, event.header().id().value())
        .set(BodyTable.COMPRESSED, false)
        .set(BodyTable.BODY, new byte[1])
        .execute();
    List<Delivery> delivered =
        List.of(new Delivery(event, Optional.of(RawBody.of(new byte[] {1, 2, 3}))));
    assertThatThrownBy(() -> joining.events().appendDelivered(delivered))
        .isInstanceOf(IntegrityConstraintViolationException.class);
    connection.commit();
    assertThat(other.events().events("RM_1")).isEmpty();
    assertThat(other.folds().roomsToFold(9)).isEmpty();
  }

  @Test
  void aDuplicateDoesNotSpoilTheCallersTransaction() throws Exception {
    other.events().append(List.of(event));
    assertThat(joining.events().append(List.of(event))).containsExactly(AppendOutcome.DUPLICATE);
    connection.commit();
    assertThat(other.events().events("RM_1")).containsExactly(event);
  }

  @Test
  void whatOthersAppendedSinceTheCallersFirstReadIsADuplicate() throws Exception {
    assertThat(joining.events().events("RM_1")).isEmpty();
    other.events().append(List.of(event));
    assertThat(joining.events().append(List.of(event))).containsExactly(AppendOutcome.DUPLICATE);
    connection.commit();
    assertThat(other.events().events("RM_1")).containsExactly(event);
    assertThat(other.folds().roomsToFold(9)).containsExactly("RM_1");
  }

  @Test
  void anAppendThatFailsLeavesTheCallersTransactionAsItWas() throws Exception {
    AttendanceEvent before = Events.in("RM_before").started(1);
    joining.events().append(List.of(before));
    // A row that cannot be there makes the second statement of an append fail.
    DSLContext open = DSL.using(connection, dialect(), Rendering.settings());
    open.insertInto(PendingTable.TABLE)
        .set(PendingTable.ROOM_SID, "RM_1")
        .set(PendingTable.SOURCE, event.header().id().source())
        .set(PendingTable.EVENT_ID, event.header().id().value())
        .set(PendingTable.RECEIVED_AT, 1L)
        .execute();
    assertThatThrownBy(() -> joining.events().append(List.of(event)))
        .isInstanceOf(IntegrityConstraintViolationException.class);
    connection.commit();
    assertThat(other.events().events("RM_1")).isEmpty();
    assertThat(other.events().events("RM_before")).containsExactly(before);
  }

  @Test
  void aFoldIsNeverPartOfTheCallersTransaction() throws Exception {
    joining.events().append(List.of(event));
    joining
        .folds()
        .fold(
            "RM_1",
            room -> {
              assertThat(room.pending(9)).isEmpty();
              room.save(Folded.room("RM_1", 1), RoomMarks.NONE, List.of(), List.of(), List.of());
            });
    connection.rollback();
    assertThat(other.rooms().room("RM_1")).isPresent();
    assertThat(other.events().events("RM_1")).isEmpty();
  }

  @Test
  void aCorrectionIsSeenByOthersWhenTheCallerCommitsAndSoIsWhatItTouches() throws Exception {
    joining.corrections().append(excused);
    assertThat(joining.corrections().append(excused)).isEqualTo(AppendOutcome.DUPLICATE);
    joining.corrections().append(merged);
    assertThat(joining.corrections().of(new SessionId("s1"))).containsExactly(excused);
    assertThat(other.corrections().of(new SessionId("s1"))).isEmpty();
    assertThat(other.records().sessionsToSettle(Events.at(9), "", 9)).isEmpty();
    assertThat(other.corrections().toSpread(9)).isEmpty();
    connection.commit();
    assertThat(other.corrections().of(new SessionId("s1"))).containsExactly(excused);
    assertThat(other.records().sessionsToSettle(Events.at(9), "", 9)).hasSize(1);
    assertThat(other.corrections().toSpread(9)).containsExactly(merged);
  }

  @Test
  void aCorrectionIsGoneWhenTheCallerRollsBackAndSoIsWhatItTouches() throws Exception {
    joining.corrections().append(excused);
    joining.corrections().append(merged);
    connection.rollback();
    assertThat(other.corrections().of(new SessionId("s1"))).isEmpty();
    assertThat(other.corrections().ofAllSessions()).isEmpty();
    assertThat(other.records().sessionsToSettle(Events.at(9), "", 9)).isEmpty();
    assertThat(other.corrections().toSpread(9)).isEmpty();
    assertThat(joining.corrections().append(excused)).isEqualTo(AppendOutcome.APPENDED);
  }

  @Test
  void aPlanIsSeenByOthersWhenTheCallerCommits() throws Exception {
    joining.plans().put(plan("s1", 10, 20));
    assertThat(joining.plans().plan(new SessionId("s1"))).contains(plan("s1", 10, 20));
    assertThat(other.plans().plan(new SessionId("s1"))).isEmpty();
    connection.rollback();
    assertThat(joining.plans().plan(new SessionId("s1"))).isEmpty();
    joining.plans().put(plan("s1", 10, 20));
    connection.commit();
    assertThat(other.plans().plan(new SessionId("s1"))).contains(plan("s1", 10, 20));
    assertThat(other.records().sessionsToSettle(Events.at(20), "", 9)).hasSize(1);
    joining.plans().remove(new SessionId("s1"));
    connection.rollback();
    assertThat(other.plans().plan(new SessionId("s1"))).isPresent();
  }

  @Test
  void aRoomThatWasTakenSinceTheCallersFirstReadIsTaken() throws Exception {
    assertThat(joining.plans().plan(new SessionId("s1"))).isEmpty();
    other.plans().put(plan("s1", 10, 20));
    joining.events().append(List.of(event));
    assertThatThrownBy(() -> joining.plans().put(plan("s2", 15, 25)))
        .isInstanceOf(RoomTakenException.class);
    joining.plans().put(plan("s3", 20, 25));
    connection.commit();
    assertThat(other.events().events("RM_1")).containsExactly(event);
    assertThat(other.plans().plan(new SessionId("s2"))).isEmpty();
    assertThat(other.plans().plan(new SessionId("s3"))).isPresent();
  }

  private static SessionPlan plan(String id, int from, int to) {
    return new SessionPlan(
        new SessionId(id),
        "",
        new Interval(Events.at(from), Events.at(to)),
        Set.of("math"),
        List.of(new RosterEntry(new PersonId("ann"), "Ann", Optional.empty())));
  }

  @Test
  void checkingWhetherItIsWritableIsNoPartOfIt() throws Exception {
    joining.events().append(List.of(event));
    joining.events().checkWritable();
    connection.commit();
    assertThat(other.events().events("RM_1")).containsExactly(event);
    assertThat(Rows.count(database(), dialect(), EventTable.TABLE)).isEqualTo(1);
  }

  @Test
  void withoutATransactionEachCallIsOneOfItsOwn() throws Exception {
    current = Optional.empty();
    joining.events().append(List.of(event));
    assertThat(other.events().events("RM_1")).containsExactly(event);
  }
}
