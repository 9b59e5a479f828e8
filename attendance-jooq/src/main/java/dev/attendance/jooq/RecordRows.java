package dev.attendance.jooq;

import static dev.attendance.jooq.RecordTable.ALONE;
import static dev.attendance.jooq.RecordTable.ATTEMPTS;
import static dev.attendance.jooq.RecordTable.BRIDGED_AT_LEAST;
import static dev.attendance.jooq.RecordTable.BRIDGED_AT_MOST;
import static dev.attendance.jooq.RecordTable.BRIDGED_BEST;
import static dev.attendance.jooq.RecordTable.CAMERA;
import static dev.attendance.jooq.RecordTable.COMPUTED;
import static dev.attendance.jooq.RecordTable.COUNTED_AT_LEAST;
import static dev.attendance.jooq.RecordTable.COUNTED_AT_MOST;
import static dev.attendance.jooq.RecordTable.COUNTED_BEST;
import static dev.attendance.jooq.RecordTable.CYCLES;
import static dev.attendance.jooq.RecordTable.DECIDED_AT;
import static dev.attendance.jooq.RecordTable.DECIDED_BY;
import static dev.attendance.jooq.RecordTable.DECISION_ID;
import static dev.attendance.jooq.RecordTable.DECISION_REASON;
import static dev.attendance.jooq.RecordTable.DEVICES;
import static dev.attendance.jooq.RecordTable.EMAIL;
import static dev.attendance.jooq.RecordTable.EXPECTED;
import static dev.attendance.jooq.RecordTable.FIRST_JOIN;
import static dev.attendance.jooq.RecordTable.LAST_LEAVE;
import static dev.attendance.jooq.RecordTable.LATE;
import static dev.attendance.jooq.RecordTable.LATE_BY;
import static dev.attendance.jooq.RecordTable.LEFT_EARLY;
import static dev.attendance.jooq.RecordTable.LEFT_EARLY_BY;
import static dev.attendance.jooq.RecordTable.LONGEST_GAP;
import static dev.attendance.jooq.RecordTable.MICROPHONE;
import static dev.attendance.jooq.RecordTable.ORDINAL;
import static dev.attendance.jooq.RecordTable.PERSON_ID;
import static dev.attendance.jooq.RecordTable.PERSON_NAME;
import static dev.attendance.jooq.RecordTable.REVISION;
import static dev.attendance.jooq.RecordTable.ROLE;
import static dev.attendance.jooq.RecordTable.SCREEN_SHARE;
import static dev.attendance.jooq.RecordTable.SESSION_ID;
import static dev.attendance.jooq.RecordTable.STATUS;
import static dev.attendance.jooq.RecordTable.UNCLIPPED_AT_LEAST;
import static dev.attendance.jooq.RecordTable.UNCLIPPED_AT_MOST;
import static dev.attendance.jooq.RecordTable.UNCLIPPED_BEST;
import static dev.attendance.jooq.RecordTable.UNCORRECTED_AT_LEAST;
import static dev.attendance.jooq.RecordTable.UNCORRECTED_AT_MOST;
import static dev.attendance.jooq.RecordTable.UNCORRECTED_BEST;
import static dev.attendance.jooq.RecordTable.WINDOW_MILLIS;
import static dev.attendance.jooq.RecordTable.WITH_HOST;

import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.Company;
import dev.attendance.record.MediaTime;
import dev.attendance.record.SessionRevision;
import dev.attendance.record.StatusDecision;
import dev.attendance.session.PersonId;
import dev.attendance.session.Role;
import dev.attendance.time.Bounds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

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
          .with(ATTEMPTS, row -> row.record().attempts())
          .with(EMAIL, row -> row.record().email().orElse(null))
          .with(ROLE, row -> row.record().role().name())
          .with(COMPUTED, row -> row.record().computed().name())
          .with(DECISION_ID, decision(StatusDecision::correction))
          .with(DECIDED_BY, decision(StatusDecision::madeBy))
          .with(DECIDED_AT, decision(made -> made.madeAt().toEpochMilli()))
          .with(DECISION_REASON, decision(StatusDecision::reason))
          .with(UNCORRECTED_AT_LEAST, uncorrected(Bounds::atLeast))
          .with(UNCORRECTED_BEST, uncorrected(Bounds::best))
          .with(UNCORRECTED_AT_MOST, uncorrected(Bounds::atMost))
          .with(LATE, row -> row.record().late())
          .with(LEFT_EARLY, row -> row.record().leftEarly())
          .with(LONGEST_GAP, millis(AttendanceRecord::longestGap))
          .with(DEVICES, row -> row.record().devices())
          .with(WITH_HOST, millis(record -> record.company().withHost()))
          .with(ALONE, millis(record -> record.company().alone()))
          .with(MICROPHONE, millis(record -> record.media().microphone()))
          .with(CAMERA, millis(record -> record.media().camera()))
          .with(SCREEN_SHARE, millis(record -> record.media().screenShare()));

  private RecordRows() {}

  private static Function<Numbered, Long> millis(Function<AttendanceRecord, Duration> part) {
    return row -> part.apply(row.record()).toMillis();
  }

  private static <V> Function<Numbered, @Nullable V> decision(Function<StatusDecision, V> part) {
    return row -> row.record().decision().map(part).orElse(null);
  }

  private static Function<Numbered, @Nullable Long> uncorrected(Function<Bounds, Duration> part) {
    return row -> row.record().uncorrected().map(part).map(Duration::toMillis).orElse(null);
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
        Optional.ofNullable(row.get(EMAIL)),
        Role.valueOf(row.get(ROLE)),
        row.get(EXPECTED),
        AttendanceStatus.valueOf(row.get(STATUS)),
        AttendanceStatus.valueOf(row.get(COMPUTED)),
        decision(row),
        bounds(row, COUNTED_AT_LEAST, COUNTED_BEST, COUNTED_AT_MOST),
        millis(row, WINDOW_MILLIS),
        bounds(row, BRIDGED_AT_LEAST, BRIDGED_BEST, BRIDGED_AT_MOST),
        bounds(row, UNCLIPPED_AT_LEAST, UNCLIPPED_BEST, UNCLIPPED_AT_MOST),
        row.get(UNCORRECTED_BEST) == null
            ? Optional.empty()
            : Optional.of(bounds(row, UNCORRECTED_AT_LEAST, UNCORRECTED_BEST, UNCORRECTED_AT_MOST)),
        Optional.ofNullable(row.get(FIRST_JOIN)).map(Instant::ofEpochMilli),
        Optional.ofNullable(row.get(LAST_LEAVE)).map(Instant::ofEpochMilli),
        millis(row, LATE_BY),
        millis(row, LEFT_EARLY_BY),
        row.get(LATE),
        row.get(LEFT_EARLY),
        millis(row, LONGEST_GAP),
        row.get(CYCLES),
        row.get(DEVICES),
        row.get(ATTEMPTS),
        new Company(millis(row, WITH_HOST), millis(row, ALONE)),
        new MediaTime(millis(row, MICROPHONE), millis(row, CAMERA), millis(row, SCREEN_SHARE)));
  }

  private static Optional<StatusDecision> decision(Record row) {
    return Optional.ofNullable(row.get(DECISION_ID))
        .map(
            id ->
                new StatusDecision(
                    id,
                    row.get(DECIDED_BY),
                    Instant.ofEpochMilli(row.get(DECIDED_AT)),
                    row.get(DECISION_REASON)));
  }

  private static Duration millis(Record row, Field<Long> field) {
    return Duration.ofMillis(row.get(field));
  }

  private static Bounds bounds(
      Record row, Field<Long> atLeast, Field<Long> best, Field<Long> atMost) {
    return new Bounds(millis(row, atLeast), millis(row, best), millis(row, atMost));
  }
}
