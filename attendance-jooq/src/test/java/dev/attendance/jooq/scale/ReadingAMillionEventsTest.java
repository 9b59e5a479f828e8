package dev.attendance.jooq.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.Attendance;
import dev.attendance.event.FieldRules;
import dev.attendance.jooq.AttendanceSchema;
import dev.attendance.jooq.JooqStore;
import dev.attendance.jooq.scale.RecordedStatements.Executed;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.testkit.Events;
import dev.attendance.time.Interval;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What PostgreSQL does to answer, among a million events: every look at a big table is by an index
 * whose first column is asked for, and how many statements it takes does not grow with what is
 * read.
 */
@Tag("scale")
class ReadingAMillionEventsTest {

  private static final Interval EVER = new Interval(FieldRules.EARLIEST, FieldRules.LATEST);
  private static final SessionId SESSION = new SessionId("RM_25000");

  private static EmbeddedPostgres server;
  private static DSLContext open;
  private static Map<String, String> firstColumns;
  private static RecordedStatements statements;
  private static JooqStore store;
  private static Attendance attendance;

  @BeforeAll
  static void fill() throws IOException {
    server = EmbeddedPostgres.start();
    DataSource database = server.getPostgresDatabase();
    AttendanceSchema.of(SQLDialect.POSTGRES).create(database);
    open = DSL.using(database, SQLDialect.POSTGRES);
    MillionEvents.fill(open);
    firstColumns = MillionEvents.firstColumns(open);
    statements = new RecordedStatements(database);
    store = JooqStore.open(statements.dataSource());
    Instant now = Instant.ofEpochMilli(MillionEvents.START).plusSeconds(60L * MillionEvents.ROOMS);
    attendance = Attendance.builder(store).clock(() -> now).build();
  }

  @AfterAll
  static void close() throws IOException {
    server.close();
  }

  @BeforeEach
  void forget() {
    statements.take();
  }

  /** Says how many statements it took. */
  private static int asked(Object answer, String... walkedWhole) {
    assertThat(answer).isNotNull();
    return asked(walkedWhole);
  }

  private static int asked(String... walkedWhole) {
    List<Executed> asked = statements.take();
    assertThat(asked).isNotEmpty();
    for (Executed executed : asked) {
      assertThat(executed.plan().wasteful(MillionEvents.BIG_TABLES, firstColumns))
          .as("%s", executed.sql())
          .allSatisfy(access -> assertThat(access.index()).isIn(Set.of(walkedWhole)));
    }
    return asked.size();
  }

  @Test
  void theTablesAreBigAndAWasteIsNoticed() {
    assertThat(open.fetchCount(DSL.table("attendance_event"))).isGreaterThanOrEqualTo(1_000_000);
    DSL.using(statements.dataSource(), SQLDialect.POSTGRES)
        .fetchCount(DSL.table("attendance_event"), DSL.condition("identity = 'P_1'"));
    assertThat(statements.take().get(0).plan().wasteful(MillionEvents.BIG_TABLES, firstColumns))
        .isNotEmpty();
  }

  @Test
  void whoIsHereAndASessionTakeAsManyStatementsForFourThousandPersonsAsForFive() {
    int ofFive = asked(attendance.report(SESSION).orElseThrow());
    int ofMany = asked(attendance.report(new SessionId(MillionEvents.BIG_ROOM)).orElseThrow());
    assertThat(ofMany).isEqualTo(ofFive).isLessThanOrEqualTo(20);
  }

  @Test
  void aPersonsHistoryIsOneStatementWhateverThePage() {
    PersonId person = new PersonId("P_7");
    assertThat(asked(attendance.history(person, EVER, Optional.empty(), 1))).isOne();
    assertThat(asked(attendance.history(person, EVER, Optional.empty(), 100))).isOne();
  }

  @Test
  void aCourseTakesAsManyStatementsForThreeHundredSessionsAsForThree() {
    int ofThree = asked(attendance.course(sessions(3)));
    assertThat(asked(attendance.course(sessions(300)))).isEqualTo(ofThree).isLessThanOrEqualTo(4);
  }

  private static List<SessionId> sessions(int number) {
    return IntStream.rangeClosed(1, number).mapToObj(n -> new SessionId("RM_" + n * 7)).toList();
  }

  @Test
  void aPlanAndTheRoomsOfANameAreFoundByTheirKeys() {
    Interval hour = new Interval(Instant.ofEpochMilli(MillionEvents.START), FieldRules.LATEST);
    asked(store.plans().plan(new SessionId("S_7")).orElseThrow());
    asked(store.plans().plans("planned 7", hour));
    asked(store.rooms().rooms("class 7", hour));
    asked(store.events().events("RM_7"));
  }

  @Test
  void whatGrowsIsPaged() {
    assertThat(asked(store.rooms().latestRooms(20), "attendance_room_by_activity")).isOne();
    assertThat(asked(store.rooms().roomsWithOpenCycles("RM_3", 20))).isOne();
    assertThat(asked(store.rooms().roomsToSettle("RM_3", 20))).isOne();
    assertThat(asked(store.records().sessionsToSettle(FieldRules.LATEST, "", 20))).isOne();
    assertThat(asked(store.records().settledBefore(FieldRules.LATEST, "RM_3", 20))).isOne();
    assertThat(asked(store.events().roomsAfter("RM_3", 20))).isLessThanOrEqualTo(2);
  }

  @Test
  void anEventIsAppendedAndFoldedByTheKeysOfItsRoom() {
    Events events = Events.in("RM_25000");
    asked(attendance.record(List.of(events.joined("P_5", 1), events.polled(2, "P_5"))));
    asked(attendance.record(List.of(events.left("P_5", 3))));
  }
}
