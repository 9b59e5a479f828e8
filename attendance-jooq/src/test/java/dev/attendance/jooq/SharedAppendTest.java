package dev.attendance.jooq;

import static dev.attendance.store.AppendOutcome.APPENDED;
import static dev.attendance.store.AppendOutcome.DUPLICATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.store.AppendOutcome;
import dev.attendance.store.AttendanceStore;
import dev.attendance.store.StoreUnavailableException;
import dev.attendance.testkit.Events;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Appends of several callers in one transaction, on a database that has some of them refused. */
@Timeout(60)
abstract class SharedAppendTest {

  private final Events room = Events.in("RM_1");
  private final List<Caller<List<AppendOutcome>>> callers = new ArrayList<>();
  private volatile Optional<Connection> current = Optional.empty();
  private GatedDataSource gate;
  private AttendanceStore store;
  private AttendanceStore other;

  /** With our tables. */
  abstract DataSource database() throws Exception;

  abstract SQLDialect dialect();

  /** Takes away what the test left behind. */
  abstract void cleanUp() throws Exception;

  @BeforeEach
  final void open() throws Exception {
    gate = new GatedDataSource(database());
    store =
        JooqStore.builder(gate.dataSource(), dialect())
            .joining(() -> current)
            .appendWriters(1)
            .appendBatch(5)
            .appendQueue(3)
            .build();
    other = JooqStore.open(database());
    DSL.using(database(), dialect())
        .execute(
            "alter table attendance_event add constraint attendance_poison"
                + " check (participant_sid <> 'PA_poison')");
  }

  @AfterEach
  final void close() throws Exception {
    gate.give(1_000);
    for (Caller<List<AppendOutcome>> caller : callers) {
      caller.join();
    }
    DSL.using(database(), dialect())
        .execute("alter table attendance_event drop constraint attendance_poison");
    cleanUp();
  }

  private Caller<List<AppendOutcome>> append(AttendanceEvent... events) {
    Caller<List<AppendOutcome>> caller = new Caller<>(() -> store.events().append(List.of(events)));
    callers.add(caller);
    return caller;
  }

  /** Whose transaction has begun, but no more. */
  private Caller<List<AppendOutcome>> leader() {
    Caller<List<AppendOutcome>> leader = append(Events.in("RM_first").started(1));
    gate.awaitAsked();
    return leader;
  }

  @Test
  void ofSeveralCallersWithAnEventInOneTransactionTheFirstAppendsIt() throws Exception {
    ParticipantJoined event = room.joined("ann", 1);
    // As it is when a webhook comes again: the same event, another object.
    AttendanceEvent again = new ParticipantJoined(event.header(), event.participant());
    AttendanceEvent own = room.left("ann", 2);
    Caller<List<AppendOutcome>> leader = leader();
    Caller<List<AppendOutcome>> first = append(event).waits();
    Caller<List<AppendOutcome>> second = append(own, again, own).waits();
    Caller<List<AppendOutcome>> third = append(again).waits();
    gate.give(2);
    assertThat(leader.get()).containsExactly(APPENDED);
    assertThat(first.get()).containsExactly(APPENDED);
    assertThat(second.get()).containsExactly(APPENDED, DUPLICATE, DUPLICATE);
    assertThat(third.get()).containsExactly(DUPLICATE);
    assertThat(other.events().events("RM_1")).containsExactly(event, own);
  }

  @Test
  void anEventThatTheDatabaseRefusesFailsForItsCallerOnly() throws Exception {
    AttendanceEvent one = room.joined("ann", 1);
    AttendanceEvent beside = room.joined("bob", 2);
    AttendanceEvent poison = room.joined("poison", 2);
    AttendanceEvent three = room.left("ann", 3);
    Caller<List<AppendOutcome>> leader = leader();
    Caller<List<AppendOutcome>> first = append(one).waits();
    Caller<List<AppendOutcome>> poisoned = append(beside, poison).waits();
    Caller<List<AppendOutcome>> third = append(three).waits();
    gate.give(5);
    assertThat(leader.get()).containsExactly(APPENDED);
    assertThat(first.get()).containsExactly(APPENDED);
    assertThat(third.get()).containsExactly(APPENDED);
    assertThat(poisoned.failure()).isInstanceOf(DataAccessException.class);
    assertThat(other.events().events("RM_1")).containsExactly(one, three);
    assertThat(other.folds().roomsToFold(9)).containsExactlyInAnyOrder("RM_1", "RM_first");
  }

  @Test
  void whenTheQueueIsFullTheCallerIsToldAtOnce() throws Exception {
    Caller<List<AppendOutcome>> leader = leader();
    for (int i = 0; i < 3; i++) {
      append(room.started(i)).waits();
    }
    assertThatThrownBy(() -> store.events().append(List.of(room.finished(9))))
        .isInstanceOf(StoreUnavailableException.class);
    gate.give(2);
    leader.get();
    for (Caller<List<AppendOutcome>> caller : callers) {
      assertThat(caller.get()).containsExactly(APPENDED);
    }
    assertThat(other.events().events("RM_1")).hasSize(3);
  }

  @Test
  void aBatchThatFillsATransactionWaitsForNobody() throws Exception {
    leader();
    AttendanceEvent event = room.started(1);
    Caller<List<AppendOutcome>> large = append(event, event, event, event, event);
    gate.awaitAsked();
    gate.give(2);
    assertThat(large.get()).startsWith(APPENDED, DUPLICATE);
  }

  @Test
  void anAppendInATransactionOfTheCallersTakesPartInThatAndWaitsForNobody() throws Exception {
    AttendanceEvent event = room.started(1);
    Caller<List<AppendOutcome>> leader = leader();
    try (Connection connection = database().getConnection()) {
      connection.setAutoCommit(false);
      current = Optional.of(connection);
      assertThat(store.events().append(List.of(event))).containsExactly(APPENDED);
      current = Optional.empty();
      assertThat(other.events().events("RM_1")).isEmpty();
      assertThat(leader.isDone()).isFalse();
      connection.rollback();
      connection.setAutoCommit(true);
    }
    gate.give(1);
    assertThat(leader.get()).containsExactly(APPENDED);
    assertThat(other.events().events("RM_1")).isEmpty();
  }

  @Test
  void whenACommitIsLostAllAreToldAndMayRepeatWithoutHarm() throws Exception {
    AttendanceEvent one = room.joined("ann", 1);
    AttendanceEvent two = room.left("ann", 2);
    Caller<List<AppendOutcome>> leader = leader();
    Caller<List<AppendOutcome>> first = append(one).waits();
    Caller<List<AppendOutcome>> second = append(two).waits();
    gate.loseCommits();
    gate.give(2);
    for (Caller<List<AppendOutcome>> caller : List.of(leader, first, second)) {
      assertThat(caller.failure()).isInstanceOf(StoreUnavailableException.class);
    }
    gate.keepCommits();
    gate.give(1);
    // They were committed after all.
    assertThat(store.events().append(List.of(one, two))).containsExactly(DUPLICATE, DUPLICATE);
    assertThat(other.events().events("RM_1")).containsExactly(one, two);
  }
}
