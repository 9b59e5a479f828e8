package dev.attendance.jooq;

import static dev.attendance.jooq.RecordTable.ATTEMPTS;
import static dev.attendance.jooq.RecordTable.BRIDGED_AT_LEAST;
import static dev.attendance.jooq.RecordTable.BRIDGED_AT_MOST;
import static dev.attendance.jooq.RecordTable.BRIDGED_BEST;
import static dev.attendance.jooq.RecordTable.COUNTED_AT_LEAST;
import static dev.attendance.jooq.RecordTable.COUNTED_AT_MOST;
import static dev.attendance.jooq.RecordTable.COUNTED_BEST;
import static dev.attendance.jooq.RecordTable.CYCLES;
import static dev.attendance.jooq.RecordTable.EXPECTED;
import static dev.attendance.jooq.RecordTable.FIRST_JOIN;
import static dev.attendance.jooq.RecordTable.LAST_LEAVE;
import static dev.attendance.jooq.RecordTable.LATE_BY;
import static dev.attendance.jooq.RecordTable.LEFT_EARLY_BY;
import static dev.attendance.jooq.RecordTable.ORDINAL;
import static dev.attendance.jooq.RecordTable.PERSON_ID;
import static dev.attendance.jooq.RecordTable.PERSON_NAME;
import static dev.attendance.jooq.RecordTable.REVISION;
import static dev.attendance.jooq.RecordTable.SESSION_ID;
import static dev.attendance.jooq.RecordTable.STATUS;
import static dev.attendance.jooq.RecordTable.UNCLIPPED_AT_LEAST;
import static dev.attendance.jooq.RecordTable.UNCLIPPED_AT_MOST;
import static dev.attendance.jooq.RecordTable.UNCLIPPED_BEST;
import static dev.attendance.jooq.RecordTable.WINDOW_MILLIS;

import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.SessionRevision;
import dev.attendance.session.PersonId;
import dev.attendance.time.Bounds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.Record;

/** The persons of revisions to rows of {@link RecordTable} and back. */
final class RecordRows {

  /** A record with its revision and its number in it. */
  record Numbered(SessionRevision revision, int ordinal, AttendanceRecord record) {}

  static final Columns<Numbered> COLUMNS =
      Columns.<Numbered>of(RecordTable.TABLE)
          .with(SESSION_ID, row -> row.revision().summary().id().value())
          .with(REVISION, row -> row.revision().revision())
          .with(ORDINAL, Numbered::ordinal)
          .with(PERSON_ID, row -> row.record().person().value())
          .with(PERSON_NAME, row -> row.record().name())
          .with(EXPECTED, row -> row.record().expected())
          .with(STATUS, row -> row.record().status().name())
          .with(COUNTED_AT_LEAST, millis(record -> record.counted().atLeast()))
          .with(COUNTED_BEST, millis(record -> record.counted().best()))
          .with(COUNTED_AT_MOST, millis(record -> record.counted().atMost()))
          .with(WINDOW_MILLIS, millis(AttendanceRecord::window))
          .with(BRIDGED_AT_LEAST, millis(record -> record.bridged().atLeast()))
          .with(BRIDGED_BEST, millis(record -> record.bridged().best()))
          .with(BRIDGED_AT_MOST, millis(record -> record.bridged().atMost()))
          .with(UNCLIPPED_AT_LEAST, millis(record -> record.unclipped().atLeast()))
          .with(UNCLIPPED_BEST, millis(record -> record.unclipped().best()))
          .with(UNCLIPPED_AT_MOST, millis(record -> record.unclipped().atMost()))
          .with(FIRST_JOIN, row -> row.record().firstJoin().map(Instant::toEpochMilli).orElse(null))
          .with(LAST_LEAVE, row -> row.record().lastLeave().map(Instant::toEpochMilli).orElse(null))
          .with(LATE_BY, millis(AttendanceRecord::lateBy))
          .with(LEFT_EARLY_BY, millis(AttendanceRecord::leftEarlyBy))
          .with(CYCLES, row -> row.record().cycles())
          .with(ATTEMPTS, row -> row.record().attempts());

  private RecordRows() {}

  private static Function<Numbered, Long> millis(Function<AttendanceRecord, Duration> part) {
    return row -> part.apply(row.record()).toMillis();
  }

  static List<Numbered> of(SessionRevision revision) {
    List<AttendanceRecord> records = revision.records();
    return IntStream.range(0, records.size())
        .mapToObj(i -> new Numbered(revision, i, records.get(i)))
        .toList();
  }

  static AttendanceRecord record(Record row) {
    return new AttendanceRecord(
        new PersonId(row.get(PERSON_ID)),
        row.get(PERSON_NAME),
        row.get(EXPECTED),
        AttendanceStatus.valueOf(row.get(STATUS)),
        bounds(row, COUNTED_AT_LEAST, COUNTED_BEST, COUNTED_AT_MOST),
        Duration.ofMillis(row.get(WINDOW_MILLIS)),
        bounds(row, BRIDGED_AT_LEAST, BRIDGED_BEST, BRIDGED_AT_MOST),
        bounds(row, UNCLIPPED_AT_LEAST, UNCLIPPED_BEST, UNCLIPPED_AT_MOST),
        Optional.ofNullable(row.get(FIRST_JOIN)).map(Instant::ofEpochMilli),
        Optional.ofNullable(row.get(LAST_LEAVE)).map(Instant::ofEpochMilli),
        Duration.ofMillis(row.get(LATE_BY)),
        Duration.ofMillis(row.get(LEFT_EARLY_BY)),
        row.get(CYCLES),
        row.get(ATTEMPTS));
  }

  private static Bounds bounds(
      Record row, Field<Long> atLeast, Field<Long> best, Field<Long> atMost) {
    return new Bounds(
        Duration.ofMillis(row.get(atLeast)),
        Duration.ofMillis(row.get(best)),
        Duration.ofMillis(row.get(atMost)));
  }
}
