package dev.attendance.jooq;

import static dev.attendance.jooq.SessionToSettleTable.NOTE;
import static dev.attendance.jooq.SessionToSettleTable.SESSION_ID;

import dev.attendance.session.SessionId;
import dev.attendance.store.SessionToSettle;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The notes of {@link SessionToSettleTable}. */
final class SettleNotes {

  private static final Columns<SessionToSettle> COLUMNS =
      Columns.<SessionToSettle>of(SessionToSettleTable.TABLE)
          .with(SESSION_ID, noted -> noted.session().value())
          .with(NOTE, SessionToSettle::note);

  private static final Map<Field<?>, Field<?>> ANOTHER_NOTE = Map.of(NOTE, DSL.excluded(NOTE));

  private SettleNotes() {}

  /** Notes sessions, each given once. Sorted, so that two that note the same cannot deadlock. */
  static void add(DSLContext open, Collection<SessionId> sessions) {
    long note = ThreadLocalRandom.current().nextLong();
    Inserts.into(open, COLUMNS)
        .orChange(
            sessions.stream().sorted().map(session -> new SessionToSettle(session, note)).toList(),
            List.of(SESSION_ID),
            ANOTHER_NOTE);
  }

  static List<SessionToSettle> page(DSLContext open, String after, int limit) {
    return open.select(SESSION_ID, NOTE)
        .from(SessionToSettleTable.TABLE)
        .where(SESSION_ID.gt(after))
        .orderBy(SESSION_ID)
        .limit(limit)
        .fetch(row -> new SessionToSettle(new SessionId(row.get(SESSION_ID)), row.get(NOTE)));
  }

  static int remove(DSLContext open, SessionToSettle noted) {
    return open.deleteFrom(SessionToSettleTable.TABLE)
        .where(SESSION_ID.eq(noted.session().value()))
        .and(NOTE.eq(noted.note()))
        .execute();
  }
}
