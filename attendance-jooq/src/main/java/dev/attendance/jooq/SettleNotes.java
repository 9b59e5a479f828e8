package dev.attendance.jooq;

import static dev.attendance.jooq.SessionToSettleTable.DUE_AT;
import static dev.attendance.jooq.SessionToSettleTable.NOTE;
import static dev.attendance.jooq.SessionToSettleTable.SESSION_ID;

import dev.attendance.session.SessionId;
import dev.attendance.store.SessionToSettle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The notes of {@link SessionToSettleTable}. */
final class SettleNotes {

  /** Due at once. */
  static final Instant AT_ONCE = Instant.EPOCH;

  private record Noted(SessionId session, long note, Instant dueAt) {}

  private static final Columns<Noted> COLUMNS =
      Columns.<Noted>of(SessionToSettleTable.TABLE)
          .with(SESSION_ID, noted -> noted.session().value())
          .with(NOTE, Noted::note)
          .with(DUE_AT, noted -> noted.dueAt().toEpochMilli());

  private static final Map<Field<?>, Field<?>> ANOTHER_NOTE =
      Map.of(NOTE, DSL.excluded(NOTE), DUE_AT, DSL.excluded(DUE_AT));

  private SettleNotes() {}

  /** Notes sessions to be settled at once, each given once. */
  static void add(DSLContext open, Collection<SessionId> sessions) {
    Map<SessionId, Instant> dueAt = new TreeMap<>();
    sessions.forEach(session -> dueAt.put(session, AT_ONCE));
    add(open, dueAt);
  }

  /** Notes sessions to be settled from an instant on. */
  static void add(DSLContext open, Map<SessionId, Instant> dueAt) {
    long note = ThreadLocalRandom.current().nextLong();
    // Sorted, so that two that note the same cannot deadlock.
    List<Noted> noted = new ArrayList<>();
    new TreeMap<>(dueAt).forEach((session, due) -> noted.add(new Noted(session, note, due)));
    Inserts.into(open, COLUMNS).orChange(noted, List.of(SESSION_ID), ANOTHER_NOTE);
  }

  static List<SessionToSettle> page(DSLContext open, Instant dueBy, String after, int limit) {
    return open.select(SESSION_ID, NOTE)
        .from(SessionToSettleTable.TABLE)
        .where(DUE_AT.le(dueBy.toEpochMilli()))
        .and(SESSION_ID.gt(after))
        .orderBy(SESSION_ID)
        .limit(limit)
        .fetch(row -> new SessionToSettle(new SessionId(row.get(SESSION_ID)), row.get(NOTE)));
  }

  /** Takes away whatever is noted of a session. */
  static int forget(DSLContext open, SessionId session) {
    return open.deleteFrom(SessionToSettleTable.TABLE)
        .where(SESSION_ID.eq(session.value()))
        .execute();
  }

  static int remove(DSLContext open, SessionToSettle noted) {
    return open.deleteFrom(SessionToSettleTable.TABLE)
        .where(SESSION_ID.eq(noted.session().value()))
        .and(NOTE.eq(noted.note()))
        .execute();
  }
}
