package dev.attendance.jooq;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import dev.attendance.cycle.CycleFacts;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.cycle.TrackFacts;
import dev.attendance.store.CycleTotals;
import dev.attendance.store.FoldedRoom;
import dev.attendance.store.Rooms;
import dev.attendance.time.Interval;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

/** The reading side of {@link JooqStore}. Sorts in Java where an order is promised exactly. */
final class JooqRooms implements Rooms {

  private static final Comparator<FoldedRoom> BY_BEGINNING =
      Comparator.<FoldedRoom>comparingLong(room -> room.facts().beganAt())
          .thenComparing(room -> room.facts().sid());

  private static final Comparator<FoldedRoom> LATEST_FIRST =
      Comparator.<FoldedRoom>comparingLong(room -> -room.facts().lastActivityAt())
          .thenComparing(room -> room.facts().sid());

  // Constants of conditions are written out: PostgreSQL uses a partial index only if it sees them.
  private static final Condition HAS_OPEN_CYCLES = RoomTable.OPEN_CYCLES.gt(inline(0));
  private static final Condition IS_TO_SETTLE = RoomTable.VERSION.gt(RoomTable.SETTLED_VERSION);

  private final Database database;

  JooqRooms(Database database) {
    this.database = database;
  }

  private static SelectConditionStep<Record> folded(DSLContext open) {
    return open.select(RoomRows.FIELDS)
        .from(RoomTable.TABLE)
        .where(RoomTable.VERSION.gt(inline(0L)));
  }

  @Override
  public Optional<FoldedRoom> room(String roomSid) {
    return database.read(
        open -> folded(open).and(RoomTable.ROOM_SID.eq(roomSid)).fetchOptional(RoomRows::room));
  }

  @Override
  public List<FoldedRoom> rooms(String roomName, Interval window) {
    return database
        .read(
            open ->
                folded(open)
                    .and(RoomTable.ROOM_NAME.eq(roomName))
                    .and(touches(window))
                    .fetch(RoomRows::room))
        .stream()
        .sorted(BY_BEGINNING)
        .toList();
  }

  static Condition touches(Interval window) {
    return RoomTable.BEGAN_AT
        .lt(window.end().toEpochMilli())
        .and(
            RoomTable.LAST_ACTIVITY_AT
                .ge(window.start().toEpochMilli())
                .or(HAS_OPEN_CYCLES)
                .or(RoomTable.INFERRED_CYCLES.gt(inline(0))));
  }

  @Override
  public List<FoldedRoom> latestRooms(int limit) {
    return database
        .read(
            open ->
                folded(open)
                    .orderBy(RoomTable.LAST_ACTIVITY_AT.desc(), RoomTable.ROOM_SID)
                    .limit(limit)
                    .fetch(RoomRows::room))
        .stream()
        .sorted(LATEST_FIRST)
        .toList();
  }

  @Override
  public List<FoldedRoom> roomsWithOpenCycles(String after, int limit) {
    return page(HAS_OPEN_CYCLES, after, limit);
  }

  @Override
  public List<FoldedRoom> roomsToSettle(String after, int limit) {
    return page(IS_TO_SETTLE, after, limit);
  }

  @Override
  public List<FoldedRoom> inactiveRooms(Instant since, String after, int limit) {
    return page(
        RoomTable.LAST_ACTIVITY_AT
            .lt(since.toEpochMilli())
            .and(RoomTable.OPEN_CYCLES.eq(inline(0)))
            .and(RoomTable.PURGED.eq(inline(false))),
        after,
        limit);
  }

  private List<FoldedRoom> page(Condition condition, String after, int limit) {
    return database.read(
        open ->
            folded(open)
                .and(condition)
                .and(RoomTable.ROOM_SID.gt(after))
                .orderBy(RoomTable.ROOM_SID)
                .limit(limit)
                .fetch(RoomRows::room));
  }

  @Override
  public List<CycleFacts> cycles(String roomSid) {
    return database
        .read(
            open ->
                Row.fetch(
                    open.select(CycleRows.COLUMNS.fields())
                        .from(CycleTable.TABLE)
                        .where(CycleTable.ROOM_SID.eq(roomSid)),
                    CycleRows::facts))
        .stream()
        .sorted(Comparator.comparing(CycleFacts::id))
        .toList();
  }

  @Override
  public List<TrackFacts> tracks(String roomSid) {
    return database.read(open -> TrackRows.read(open, roomSid)).stream()
        .sorted(TrackFacts.BY_KEY)
        .toList();
  }

  @Override
  public RoomMarks marks(String roomSid) {
    return database.read(open -> MarkRows.read(open, roomSid, Instant.EPOCH));
  }

  @Override
  public CycleTotals totals(Instant silentSince) {
    Field<BigDecimal> closed = total(RoomTable.REPORTED_CYCLES);
    Field<BigDecimal> inferred = total(RoomTable.INFERRED_CYCLES);
    Field<BigDecimal> open = total(RoomTable.OPEN_CYCLES);
    Field<BigDecimal> orphaned =
        total(
            when(RoomTable.LAST_ACTIVITY_AT.lt(silentSince.toEpochMilli()), RoomTable.OPEN_CYCLES)
                .otherwise(inline(0)));
    Field<BigDecimal> attempts = total(RoomTable.ATTEMPTS);
    return database.read(
        context ->
            context
                .select(closed, inferred, open, orphaned, attempts)
                .from(RoomTable.TABLE)
                .fetchSingle(
                    row ->
                        new CycleTotals(
                            row.value1().add(row.value2()).add(row.value3()).longValueExact(),
                            row.value1().longValueExact(),
                            row.value2().longValueExact(),
                            row.value3().longValueExact(),
                            row.value4().longValueExact(),
                            row.value5().longValueExact())));
  }

  private static Field<BigDecimal> total(Field<Integer> count) {
    return coalesce(sum(count), inline(BigDecimal.ZERO));
  }
}
