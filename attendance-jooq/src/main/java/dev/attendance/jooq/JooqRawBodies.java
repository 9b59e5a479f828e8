package dev.attendance.jooq;

import static dev.attendance.jooq.BodyTable.BODY;
import static dev.attendance.jooq.BodyTable.COMPRESSED;
import static dev.attendance.jooq.BodyTable.EVENT_ID;
import static dev.attendance.jooq.BodyTable.ROOM_SID;
import static dev.attendance.jooq.BodyTable.SOURCE;

import dev.attendance.event.EventId;
import dev.attendance.store.Delivery;
import dev.attendance.store.RawBodies;
import dev.attendance.store.RawBody;
import dev.attendance.store.RawBodyStorage;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** The raw bodies of {@link JooqStore}. */
final class JooqRawBodies implements RawBodies {

  /** Few enough for memory, even if each is as long as a webhook may be. */
  private static final int BODIES_AT_ONCE = 50;

  private record Kept(EventKey key, RawBody body) {}

  private static final Columns<Kept> COLUMNS =
      Columns.<Kept>of(BodyTable.TABLE)
          .with(ROOM_SID, row -> row.key().roomSid())
          .with(SOURCE, row -> row.key().id().source())
          .with(EVENT_ID, row -> row.key().id().value())
          .with(COMPRESSED, row -> row.body().isCompressed())
          .with(BODY, row -> row.body().kept());

  private final Database database;
  private final RawBodyStorage storage;

  JooqRawBodies(Database database, RawBodyStorage storage) {
    this.database = database;
    this.storage = storage;
  }

  /** Inserts what is kept of the bodies of events that are new in the log. */
  static void insert(DSLContext open, Collection<Delivery> fresh) {
    Inserts.into(open, COLUMNS)
        .all(
            fresh.stream()
                .filter(delivery -> delivery.body().isPresent())
                .map(
                    delivery ->
                        new Kept(EventKey.of(delivery.event()), delivery.body().orElseThrow()))
                .toList());
  }

  /** Deletes those of the events of a room instance that are about somebody. */
  static void removeOf(DSLContext open, String roomSid, String identity) {
    open.deleteFrom(BodyTable.TABLE)
        .where(ROOM_SID.eq(roomSid))
        .and(
            Rendering.exists(
                DSL.selectOne()
                    .from(EventTable.TABLE)
                    .where(EventTable.ROOM_SID.eq(ROOM_SID))
                    .and(EventTable.SOURCE.eq(SOURCE))
                    .and(EventTable.EVENT_ID.eq(EVENT_ID))
                    .and(EventTable.IDENTITY.eq(identity))))
        .execute();
  }

  @Override
  public boolean areKept() {
    return storage != RawBodyStorage.OFF;
  }

  @Override
  public boolean isEmpty() {
    return database.read(
        open -> open.selectOne().from(BodyTable.TABLE).limit(1).fetchOptional().isEmpty());
  }

  @Override
  public Optional<RawBody> body(String roomSid, EventId event) {
    return database.read(
        open ->
            open.select(COMPRESSED, BODY)
                .from(BodyTable.TABLE)
                .where(is(roomSid, event))
                .fetchOptional(JooqRawBodies::body));
  }

  @Override
  public long remove(String roomSid, Predicate<RawBody> which) {
    return database.writeAlone(open -> remove(open, roomSid, which));
  }

  private static long remove(DSLContext open, String roomSid, Predicate<RawBody> which) {
    long removed = 0;
    Condition next = ROOM_SID.eq(roomSid);
    while (true) {
      List<? extends Record> page =
          open.select(SOURCE, EVENT_ID, COMPRESSED, BODY)
              .from(BodyTable.TABLE)
              .where(next)
              .orderBy(SOURCE, EVENT_ID)
              .limit(BODIES_AT_ONCE)
              .fetch();
      for (Record row : page) {
        EventId event = new EventId(row.get(SOURCE), row.get(EVENT_ID));
        if (which.test(body(row))) {
          removed += open.deleteFrom(BodyTable.TABLE).where(is(roomSid, event)).execute();
        }
        next = ROOM_SID.eq(roomSid).and(follows(event));
      }
      if (page.size() < BODIES_AT_ONCE) {
        return removed;
      }
    }
  }

  private static Condition is(String roomSid, EventId event) {
    return ROOM_SID.eq(roomSid).and(SOURCE.eq(event.source())).and(EVENT_ID.eq(event.value()));
  }

  private static Condition follows(EventId event) {
    return SOURCE.gt(event.source()).or(SOURCE.eq(event.source()).and(EVENT_ID.gt(event.value())));
  }

  private static RawBody body(Record row) {
    return RawBody.ofKept(row.get(BODY), row.get(COMPRESSED));
  }
}
