package dev.attendance.jooq;

import static dev.attendance.jooq.PlanRoomTable.ROOM_NAME;
import static dev.attendance.jooq.PlanRoomTable.SESSION_ID;
import static dev.attendance.jooq.PlanRoomTable.WINDOW_END;
import static dev.attendance.jooq.PlanRoomTable.WINDOW_START;

import dev.attendance.record.AttendancePolicy;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.store.RoomTakenException;
import dev.attendance.store.SessionPlans;
import dev.attendance.time.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The plans of {@link JooqStore}. Plans of one room never overlap, so that of those which begin
 * before an instant the last one ends last: the queries go by that, whatever a room has seen.
 */
final class JooqSessionPlans implements SessionPlans {

  private final Database database;

  JooqSessionPlans(Database database) {
    this.database = database;
  }

  @Override
  public void put(SessionPlan plan) {
    write(
        open -> {
          PlanLockTable.lock(open);
          for (String room : new TreeSet<>(plan.allRoomNames())) {
            holder(open, room, plan)
                .ifPresent(
                    holder -> {
                      throw new RoomTakenException(plan.id(), holder);
                    });
          }
          Map<SessionId, Instant> notes = new TreeMap<>(roomsOf(open, plan));
          PlanRows.read(open, PlanTable.SESSION_ID.eq(plan.id().value()))
              .forEach(before -> notes.putAll(roomsOf(open, before)));
          notes.put(plan.id(), plan.window().end());
          PlanRows.delete(open, plan.id());
          PlanRows.insert(open, plan);
          SettleNotes.add(open, notes);
          return plan;
        });
  }

  /**
   * Who has a room during the window of somebody else's plan. Locks what it reads: so it sees what
   * was committed last, even in a transaction that reads as of its beginning.
   */
  private static Optional<SessionId> holder(DSLContext open, String room, SessionPlan plan) {
    return open.select(SESSION_ID, WINDOW_END)
        .from(PlanRoomTable.TABLE)
        .where(ROOM_NAME.eq(room))
        .and(SESSION_ID.ne(plan.id().value()))
        .and(WINDOW_START.lt(plan.window().end().toEpochMilli()))
        .orderBy(WINDOW_START.desc())
        .limit(1)
        .forUpdate()
        .fetchOptional()
        .filter(last -> last.value2() > plan.window().start().toEpochMilli())
        .map(last -> new SessionId(last.value1()));
  }

  @Override
  public boolean remove(SessionId id) {
    return write(open -> remove(open, PlanTable.SESSION_ID.eq(id.value())));
  }

  @Override
  public void purge(SessionId id, Instant before) {
    database.writeAlone(
        open ->
            remove(
                open,
                PlanTable.SESSION_ID
                    .eq(id.value())
                    .and(PlanTable.WINDOW_END.le(before.toEpochMilli()))));
  }

  private static boolean remove(DSLContext open, Condition which) {
    PlanLockTable.lock(open);
    List<SessionPlan> plans = PlanRows.read(open, which);
    for (SessionPlan plan : plans) {
      SettleNotes.add(open, roomsOf(open, plan));
      PlanRows.delete(open, plan.id());
      SettleNotes.forget(open, plan.id());
    }
    return !plans.isEmpty();
  }

  /** The room instances that a plan may claim, to be settled at once. */
  private static Map<SessionId, Instant> roomsOf(DSLContext open, SessionPlan plan) {
    Map<SessionId, Instant> sids = new TreeMap<>();
    open.select(RoomTable.ROOM_SID)
        .from(RoomTable.TABLE)
        .where(RoomTable.ROOM_NAME.in(plan.allRoomNames()))
        .and(JooqRooms.touches(plan.window()))
        .and(
            RoomTable.LAST_ACTIVITY_AT.ge(
                plan.window().start().minus(AttendancePolicy.LONGEST_OPEN).toEpochMilli()))
        .forEach(row -> sids.put(new SessionId(row.value1()), SettleNotes.AT_ONCE));
    return sids;
  }

  private <T> T write(Function<DSLContext, T> work) {
    return database.writeInCallers(work).orElseGet(() -> database.writeAlone(work));
  }

  @Override
  public Optional<SessionPlan> plan(SessionId id) {
    return database.read(open -> PlanRows.read(open, PlanTable.SESSION_ID.eq(id.value()))).stream()
        .findFirst();
  }

  @Override
  public List<SessionPlan> plans(String roomName, Interval window) {
    return database.read(
        open ->
            PlanRows.read(
                open,
                PlanTable.SESSION_ID.in(
                    DSL.select(SESSION_ID)
                        .from(PlanRoomTable.TABLE)
                        .where(ROOM_NAME.eq(roomName))
                        .and(overlaps(roomName, window)))));
  }

  private static Condition overlaps(String roomName, Interval window) {
    long start = window.start().toEpochMilli();
    Table<Record> earlier = PlanRoomTable.TABLE.as("earlier");
    Field<Long> earlierStart =
        DSL.field(DSL.name("earlier", WINDOW_START.getName()), WINDOW_START.getDataType());
    Field<String> earlierRoom =
        DSL.field(DSL.name("earlier", ROOM_NAME.getName()), ROOM_NAME.getDataType());
    Field<Long> lastBefore =
        DSL.field(
            DSL.select(DSL.max(earlierStart))
                .from(earlier)
                .where(earlierRoom.eq(roomName))
                .and(earlierStart.le(start)));
    return WINDOW_START
        .ge(DSL.coalesce(lastBefore, DSL.val(start)))
        .and(WINDOW_START.lt(window.end().toEpochMilli()))
        .and(WINDOW_END.gt(start));
  }

  @Override
  public long pseudonymise(PersonId person, PersonId pseudonym) {
    return database.writeAlone(
        open -> {
          long removed = 0;
          for (Condition onBoth :
              OneOf.of(open, RosterTable.SESSION_ID, onRosterOf(open, person, pseudonym))) {
            removed +=
                open.deleteFrom(RosterTable.TABLE)
                    .where(RosterTable.PERSON_ID.eq(person.value()))
                    .and(onBoth)
                    .execute();
          }
          return removed
              + open.update(RosterTable.TABLE)
                  .set(RosterTable.PERSON_ID, pseudonym.value())
                  .set(RosterTable.PERSON_NAME, "")
                  .set(RosterTable.EMAIL, (String) null)
                  .where(RosterTable.PERSON_ID.eq(person.value()))
                  .execute();
        });
  }

  /** The sessions whose rosters have both. */
  private static List<String> onRosterOf(DSLContext open, PersonId one, PersonId other) {
    return open.select(RosterTable.SESSION_ID)
        .from(RosterTable.TABLE)
        .where(RosterTable.PERSON_ID.in(one.value(), other.value()))
        .groupBy(RosterTable.SESSION_ID)
        .having(DSL.count().gt(1))
        .fetch(RosterTable.SESSION_ID);
  }
}
