package dev.attendance.jooq;

import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.HistoryEntry;
import dev.attendance.record.HistoryPosition;
import dev.attendance.record.RoomIntake;
import dev.attendance.record.SessionRevision;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.store.SessionRecords;
import dev.attendance.store.SessionToSettle;
import dev.attendance.time.Interval;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/** The settled sessions of {@link JooqStore}. */
final class JooqSessionRecords implements SessionRecords {

  private record ClaimedRoom(SessionRevision revision, int ordinal, RoomIntake intake) {}

  private static final Columns<ClaimedRoom> CLAIMED_ROOMS =
      Columns.<ClaimedRoom>of(RevisionRoomTable.TABLE)
          .with(RevisionRoomTable.SESSION_ID, row -> row.revision().summary().id().value())
          .with(RevisionRoomTable.REVISION, row -> row.revision().revision())
          .with(RevisionRoomTable.ORDINAL, ClaimedRoom::ordinal)
          .with(RevisionRoomTable.ROOM_SID, row -> row.intake().roomSid())
          .with(RevisionRoomTable.EVENT_COUNT, row -> row.intake().events())
          .with(RevisionRoomTable.POLL_COUNT, row -> row.intake().polls());

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
    List<RoomIntake> rooms = revision.inputs().rooms();
    Inserts.into(open, CLAIMED_ROOMS)
        .all(
            IntStream.range(0, rooms.size())
                .mapToObj(i -> new ClaimedRoom(revision, i, rooms.get(i)))
                .toList());
    Inserts.into(open, RecordRows.COLUMNS).all(RecordRows.of(revision));
    SettleNotes.add(open, List.of(revision.summary().id()));
    return true;
  }

  @Override
  public Optional<SessionRevision> latest(SessionId session) {
    return one(session, DSL.noCondition());
  }

  @Override
  public Optional<SessionRevision> revision(SessionId session, int revision) {
    return one(session, RevisionTable.REVISION.eq(revision));
  }

  private Optional<SessionRevision> one(SessionId session, Condition which) {
    return read(session, which, RevisionTable.REVISION.desc(), 1).stream().findFirst();
  }

  @Override
  public List<SessionRevision> revisions(SessionId session, int after, int limit) {
    return read(session, RevisionTable.REVISION.gt(after), RevisionTable.REVISION.asc(), limit);
  }

  private List<SessionRevision> read(
      SessionId session, Condition which, SortField<Integer> order, int limit) {
    return database.read(
        open -> {
          List<Record> rows =
              List.copyOf(
                  open.select(RevisionRows.COLUMNS.fields())
                      .from(RevisionTable.TABLE)
                      .where(RevisionTable.SESSION_ID.eq(session.value()))
                      .and(which)
                      .orderBy(order)
                      .limit(limit)
                      .fetch());
          List<Integer> numbers =
              rows.stream().map(row -> row.get(RevisionTable.REVISION)).toList();
          Map<Integer, List<RoomIntake>> rooms = rooms(open, session, numbers);
          Map<Integer, List<AttendanceRecord>> records = records(open, session, numbers);
          return rows.stream()
              .map(
                  row ->
                      RevisionRows.revision(
                          row,
                          rooms.getOrDefault(row.get(RevisionTable.REVISION), List.of()),
                          records.getOrDefault(row.get(RevisionTable.REVISION), List.of())))
              .toList();
        });
  }

  private static Map<Integer, List<RoomIntake>> rooms(
      DSLContext open, SessionId session, List<Integer> revisions) {
    return open.select(CLAIMED_ROOMS.fields())
        .from(RevisionRoomTable.TABLE)
        .where(RevisionRoomTable.SESSION_ID.eq(session.value()))
        .and(RevisionRoomTable.REVISION.in(revisions))
        .orderBy(RevisionRoomTable.REVISION, RevisionRoomTable.ORDINAL)
        .fetchGroups(row -> row.get(RevisionRoomTable.REVISION), RevisionRows::room);
  }

  private static Map<Integer, List<AttendanceRecord>> records(
      DSLContext open, SessionId session, List<Integer> revisions) {
    return open.select(RecordRows.COLUMNS.fields())
        .from(RecordTable.TABLE)
        .where(RecordTable.SESSION_ID.eq(session.value()))
        .and(RecordTable.REVISION.in(revisions))
        .fetchGroups(row -> row.get(RecordTable.REVISION), RecordRows::record);
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

  @Override
  public List<SessionId> settledBefore(Instant before, String after, int limit) {
    return database.read(
        open ->
            open.select(RevisionTable.SESSION_ID)
                .from(RevisionTable.TABLE)
                .where(RevisionTable.SESSION_ID.gt(after))
                .groupBy(RevisionTable.SESSION_ID)
                .having(DSL.max(RevisionTable.SETTLED_AT).lt(before.toEpochMilli()))
                .orderBy(RevisionTable.SESSION_ID)
                .limit(limit)
                .fetch(row -> new SessionId(row.value1())));
  }

  @Override
  public void purge(SessionId session) {
    String id = session.value();
    database.writeAlone(
        open -> {
          open.deleteFrom(RecordTable.TABLE).where(RecordTable.SESSION_ID.eq(id)).execute();
          open.deleteFrom(RevisionRoomTable.TABLE)
              .where(RevisionRoomTable.SESSION_ID.eq(id))
              .execute();
          open.deleteFrom(SessionToSettleTable.TABLE)
              .where(SessionToSettleTable.SESSION_ID.eq(id))
              .execute();
          return open.deleteFrom(RevisionTable.TABLE)
              .where(RevisionTable.SESSION_ID.eq(id))
              .execute();
        });
  }

  @Override
  public long pseudonymise(PersonId person, PersonId pseudonym) {
    return database.writeAlone(
        open ->
            (long)
                    open.update(RecordTable.TABLE)
                        .set(RecordTable.PERSON_ID, pseudonym.value())
                        .set(RecordTable.PERSON_NAME, "")
                        .set(RecordTable.EMAIL, (String) null)
                        .set(
                            RecordTable.DECISION_REASON,
                            DSL.when(RecordTable.DECISION_ID.isNotNull(), ERASED))
                        .set(
                            RecordTable.DECIDED_BY,
                            DSL.when(RecordTable.DECIDED_BY.eq(person.value()), pseudonym.value())
                                .otherwise(RecordTable.DECIDED_BY))
                        .where(RecordTable.PERSON_ID.eq(person.value()))
                        .execute()
                + open.update(RecordTable.TABLE)
                    .set(RecordTable.DECIDED_BY, pseudonym.value())
                    .where(RecordTable.DECIDED_BY.eq(person.value()))
                    .execute());
  }
}
