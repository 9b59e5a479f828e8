package dev.attendance.jooq;

import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.HistoryEntry;
import dev.attendance.record.HistoryPosition;
import dev.attendance.record.PolicyId;
import dev.attendance.record.RoomIntake;
import dev.attendance.record.SessionRevision;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.time.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Reads the latest revisions of many sessions, and a person's records in them. */
final class LatestRevisions {

  private static final Table<Record> NEWER = RevisionTable.TABLE.as("newer");

  /**
   * That it has the highest number. A query for each row, which the key of the table answers; that
   * there is no higher one PostgreSQL may find out by reading the table whole.
   */
  private static final Condition IS_LATEST =
      RevisionTable.REVISION.eq(
          DSL.select(DSL.max(Schema.count(NEWER, RevisionTable.REVISION.getName())))
              .from(NEWER)
              .where(
                  Schema.text(NEWER, RevisionTable.SESSION_ID.getName())
                      .eq(RevisionTable.SESSION_ID)));

  /** When the session was. */
  private static final Field<Long> HELD_AT =
      DSL.coalesce(RevisionTable.SPAN_START, RevisionTable.SETTLED_AT);

  private LatestRevisions() {}

  /** In the order of the ids. One statement for the revisions of a thousand sessions. */
  static List<SessionRevision> of(DSLContext open, Collection<SessionId> sessions) {
    List<SessionRevision> found = new ArrayList<>();
    for (List<String> ids : Chunks.of(values(sessions))) {
      List<Record> rows =
          List.copyOf(
              open.select(RevisionRows.COLUMNS.fields())
                  .from(RevisionTable.TABLE)
                  .where(RevisionTable.SESSION_ID.in(ids))
                  .and(IS_LATEST)
                  .fetch());
      // By number, for revisions never change: whatever is saved meanwhile has another one.
      Map<Integer, List<Record>> byNumber =
          rows.stream().collect(Collectors.groupingBy(row -> row.get(RevisionTable.REVISION)));
      byNumber.forEach((number, same) -> found.addAll(read(open, number, same)));
    }
    found.sort(Comparator.comparing(revision -> revision.summary().id()));
    return found;
  }

  private static Collection<String> values(Collection<SessionId> sessions) {
    return sessions.stream().map(SessionId::value).collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<SessionRevision> read(DSLContext open, int number, List<Record> rows) {
    List<String> ids = rows.stream().map(row -> row.get(RevisionTable.SESSION_ID)).toList();
    Map<String, List<RoomIntake>> rooms =
        open.select(
                RevisionRoomTable.SESSION_ID,
                RevisionRoomTable.ROOM_SID,
                RevisionRoomTable.EVENT_COUNT,
                RevisionRoomTable.POLL_COUNT)
            .from(RevisionRoomTable.TABLE)
            .where(RevisionRoomTable.SESSION_ID.in(ids))
            .and(RevisionRoomTable.REVISION.eq(number))
            .orderBy(RevisionRoomTable.SESSION_ID, RevisionRoomTable.ORDINAL)
            .fetchGroups(row -> row.get(RevisionRoomTable.SESSION_ID), RevisionRows::room);
    Map<String, List<AttendanceRecord>> records =
        open.select(RecordRows.COLUMNS.fields())
            .from(RecordTable.TABLE)
            .where(RecordTable.SESSION_ID.in(ids))
            .and(RecordTable.REVISION.eq(number))
            .orderBy(RecordTable.SESSION_ID, RecordTable.ORDINAL)
            .fetchGroups(row -> row.get(RecordTable.SESSION_ID), RecordRows::record);
    return rows.stream()
        .map(
            row -> {
              String id = row.get(RevisionTable.SESSION_ID);
              return RevisionRows.revision(
                  row, rooms.getOrDefault(id, List.of()), records.getOrDefault(id, List.of()));
            })
        .toList();
  }

  /** One statement, which looks at no more than the rows of that person. */
  static List<HistoryEntry> history(
      DSLContext open,
      PersonId person,
      Interval during,
      Optional<HistoryPosition> before,
      int limit) {
    List<Field<?>> fields = new ArrayList<>(RevisionRows.COLUMNS.fields());
    fields.addAll(RecordRows.COLUMNS.fields());
    return open.select(fields)
        .from(RecordTable.TABLE)
        .join(RevisionTable.TABLE)
        .on(RevisionTable.SESSION_ID.eq(RecordTable.SESSION_ID))
        .and(RevisionTable.REVISION.eq(RecordTable.REVISION))
        .where(RecordTable.PERSON_ID.eq(person.value()))
        .and(HELD_AT.ge(during.start().toEpochMilli()))
        .and(HELD_AT.lt(during.end().toEpochMilli()))
        .and(before.map(LatestRevisions::behind).orElse(DSL.noCondition()))
        .and(IS_LATEST)
        .orderBy(HELD_AT.desc(), RevisionTable.SESSION_ID.desc())
        .limit(limit)
        .fetch(LatestRevisions::entry);
  }

  private static Condition behind(HistoryPosition position) {
    long at = position.at().toEpochMilli();
    return HELD_AT
        .lt(at)
        .or(HELD_AT.eq(at).and(RevisionTable.SESSION_ID.lt(position.session().value())));
  }

  private static HistoryEntry entry(Record row) {
    return new HistoryEntry(
        new SessionId(row.get(RevisionTable.SESSION_ID)),
        row.get(RevisionTable.TITLE),
        RevisionRows.span(row),
        new PolicyId(row.get(RevisionTable.POLICY_NAME), row.get(RevisionTable.POLICY_VERSION)),
        row.get(RevisionTable.TOOK_PLACE),
        row.get(RevisionTable.REVISION),
        Instant.ofEpochMilli(row.get(RevisionTable.SETTLED_AT)),
        RecordRows.record(row));
  }
}
