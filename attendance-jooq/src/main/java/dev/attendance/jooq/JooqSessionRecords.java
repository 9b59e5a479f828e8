package dev.attendance.jooq;

import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.HistoryEntry;
import dev.attendance.record.HistoryPosition;
import dev.attendance.record.SessionRevision;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.store.SessionRecords;
import dev.attendance.store.SessionToSettle;
import dev.attendance.time.Interval;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/** The settled sessions of {@link JooqStore}. */
final class JooqSessionRecords implements SessionRecords {

  private record ClaimedRoom(SessionRevision revision, int ordinal, String roomSid) {}

  private static final Columns<ClaimedRoom> CLAIMED_ROOMS =
      Columns.<ClaimedRoom>of(RevisionRoomTable.TABLE)
          .with(RevisionRoomTable.SESSION_ID, row -> row.revision().summary().id().value())
          .with(RevisionRoomTable.REVISION, row -> row.revision().revision())
          .with(RevisionRoomTable.ORDINAL, ClaimedRoom::ordinal)
          .with(RevisionRoomTable.ROOM_SID, ClaimedRoom::roomSid);

  private static final List<Field<?>> KEY =
      List.of(RevisionTable.SESSION_ID, RevisionTable.REVISION);

  private final Database database;

  JooqSessionRecords(Database database) {
    this.database = database;
  }

  @Override
  public boolean save(SessionRevision revision) {
    return database.writeAlone(open -> insert(open, revision));
  }

  private static boolean insert(DSLContext open, SessionRevision revision) {
    if (Inserts.into(open, RevisionRows.COLUMNS).ofNewKeys(List.of(revision), KEY).isEmpty()) {
      return false;
    }
    List<String> roomSids = revision.summary().roomSids();
    Inserts.into(open, CLAIMED_ROOMS)
        .all(
            IntStream.range(0, roomSids.size())
                .mapToObj(i -> new ClaimedRoom(revision, i, roomSids.get(i)))
                .toList());
    Inserts.into(open, RecordRows.COLUMNS).all(RecordRows.of(revision));
    SettleNotes.add(open, List.of(revision.summary().id()));
    return true;
  }

  @Override
  public Optional<SessionRevision> latest(SessionId session) {
    return database.read(
        open ->
            open.select(RevisionRows.COLUMNS.fields())
                .from(RevisionTable.TABLE)
                .where(RevisionTable.SESSION_ID.eq(session.value()))
                .orderBy(RevisionTable.REVISION.desc())
                .limit(1)
                .fetchOptional()
                .map(row -> revision(open, row)));
  }

  private static SessionRevision revision(DSLContext open, Record row) {
    String session = row.get(RevisionTable.SESSION_ID);
    int number = row.get(RevisionTable.REVISION);
    List<String> roomSids =
        open.select(RevisionRoomTable.ROOM_SID)
            .from(RevisionRoomTable.TABLE)
            .where(RevisionRoomTable.SESSION_ID.eq(session))
            .and(RevisionRoomTable.REVISION.eq(number))
            .orderBy(RevisionRoomTable.ORDINAL)
            .fetch(RevisionRoomTable.ROOM_SID);
    List<AttendanceRecord> records =
        open.select(RecordRows.COLUMNS.fields())
            .from(RecordTable.TABLE)
            .where(RecordTable.SESSION_ID.eq(session))
            .and(RecordTable.REVISION.eq(number))
            .orderBy(RecordTable.ORDINAL)
            .fetch(RecordRows::record);
    return RevisionRows.revision(row, roomSids, records);
  }

  @Override
  public List<SessionRevision> latest(Collection<SessionId> sessions) {
    return database.read(open -> LatestRevisions.of(open, sessions));
  }

  @Override
  public List<HistoryEntry> history(
      PersonId person, Interval during, Optional<HistoryPosition> before, int limit) {
    return database.read(open -> LatestRevisions.history(open, person, during, before, limit));
  }

  @Override
  public void settle(String roomSid, long version) {
    database.writeAlone(
        open ->
            open.update(RoomTable.TABLE)
                .set(RoomTable.SETTLED_VERSION, version)
                .where(RoomTable.ROOM_SID.eq(roomSid))
                .and(RoomTable.SETTLED_VERSION.lt(version))
                .execute());
  }

  @Override
  public List<SessionToSettle> sessionsToSettle(Instant dueBy, String after, int limit) {
    return database.read(open -> SettleNotes.page(open, dueBy, after, limit));
  }

  @Override
  public void settleSession(SessionToSettle settled) {
    database.writeAlone(open -> SettleNotes.remove(open, settled));
  }
}
