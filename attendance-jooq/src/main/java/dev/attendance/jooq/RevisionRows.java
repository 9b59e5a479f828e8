package dev.attendance.jooq;

import static dev.attendance.jooq.RevisionTable.BEARING_DIGEST;
import static dev.attendance.jooq.RevisionTable.BLIND_MILLIS;
import static dev.attendance.jooq.RevisionTable.BLIND_SPOTS_DIGEST;
import static dev.attendance.jooq.RevisionTable.CAUSES;
import static dev.attendance.jooq.RevisionTable.CLAIM_DIGEST;
import static dev.attendance.jooq.RevisionTable.CORRECTIONS_DIGEST;
import static dev.attendance.jooq.RevisionTable.HOST_PRESENT;
import static dev.attendance.jooq.RevisionTable.PEAK;
import static dev.attendance.jooq.RevisionTable.PERSON_TIME;
import static dev.attendance.jooq.RevisionTable.PLANNED;
import static dev.attendance.jooq.RevisionTable.PLAN_DIGEST;
import static dev.attendance.jooq.RevisionTable.POLICY_NAME;
import static dev.attendance.jooq.RevisionTable.POLICY_VERSION;
import static dev.attendance.jooq.RevisionTable.REVISION;
import static dev.attendance.jooq.RevisionTable.SESSION_ID;
import static dev.attendance.jooq.RevisionTable.SESSION_STATE;
import static dev.attendance.jooq.RevisionTable.SETTLED_AT;
import static dev.attendance.jooq.RevisionTable.SPAN_END;
import static dev.attendance.jooq.RevisionTable.SPAN_START;
import static dev.attendance.jooq.RevisionTable.TITLE;
import static dev.attendance.jooq.RevisionTable.TOOK_PLACE;
import static dev.attendance.jooq.RevisionTable.WINDOW_MILLIS;

import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.Crowd;
import dev.attendance.record.PolicyId;
import dev.attendance.record.RevisionCause;
import dev.attendance.record.RevisionInputs;
import dev.attendance.record.RoomIntake;
import dev.attendance.record.SessionRevision;
import dev.attendance.record.SessionSummary;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionState;
import dev.attendance.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Revisions to rows of {@link RevisionTable} and back. */
final class RevisionRows {

  static final Columns<SessionRevision> COLUMNS =
      Columns.<SessionRevision>of(RevisionTable.TABLE)
          .with(SESSION_ID, revision -> revision.summary().id().value())
          .with(REVISION, SessionRevision::revision)
          .with(SETTLED_AT, revision -> revision.settledAt().toEpochMilli())
          .with(CAUSES, RevisionRows::causes)
          .with(CLAIM_DIGEST, revision -> revision.inputs().claim())
          .with(PLAN_DIGEST, revision -> revision.inputs().plan())
          .with(CORRECTIONS_DIGEST, revision -> revision.inputs().corrections())
          .with(BEARING_DIGEST, revision -> revision.inputs().bearing())
          .with(BLIND_SPOTS_DIGEST, revision -> revision.inputs().blindSpots())
          .with(TITLE, revision -> revision.summary().title())
          .with(PLANNED, revision -> revision.summary().planned())
          .with(SESSION_STATE, revision -> revision.summary().state().name())
          .with(
              SPAN_START,
              revision ->
                  revision.summary().span().map(span -> span.start().toEpochMilli()).orElse(null))
          .with(
              SPAN_END,
              revision ->
                  revision.summary().span().map(span -> span.end().toEpochMilli()).orElse(null))
          .with(WINDOW_MILLIS, revision -> revision.summary().window().toMillis())
          .with(POLICY_NAME, revision -> revision.summary().policy().name())
          .with(POLICY_VERSION, revision -> revision.summary().policy().version())
          .with(TOOK_PLACE, revision -> revision.summary().tookPlace())
          .with(PEAK, revision -> revision.summary().crowd().peak())
          .with(PERSON_TIME, revision -> revision.summary().crowd().personTime().toMillis())
          .with(HOST_PRESENT, revision -> revision.summary().crowd().hostPresent().toMillis())
          .with(BLIND_MILLIS, revision -> revision.summary().blind().toMillis());

  private RevisionRows() {}

  private static String causes(SessionRevision revision) {
    return revision.causes().stream().map(RevisionCause::name).collect(Collectors.joining(","));
  }

  static SessionRevision revision(
      Record row, List<RoomIntake> rooms, List<AttendanceRecord> records) {
    SessionSummary summary =
        new SessionSummary(
            new SessionId(row.get(SESSION_ID)),
            row.get(TITLE),
            row.get(PLANNED),
            SessionState.valueOf(row.get(SESSION_STATE)),
            rooms.stream().map(RoomIntake::roomSid).toList(),
            span(row),
            Duration.ofMillis(row.get(WINDOW_MILLIS)),
            new PolicyId(row.get(POLICY_NAME), row.get(POLICY_VERSION)),
            row.get(TOOK_PLACE),
            new Crowd(
                row.get(PEAK),
                Duration.ofMillis(row.get(PERSON_TIME)),
                Duration.ofMillis(row.get(HOST_PRESENT))),
            Duration.ofMillis(row.get(BLIND_MILLIS)));
    return new SessionRevision(
        row.get(REVISION),
        Instant.ofEpochMilli(row.get(SETTLED_AT)),
        Arrays.stream(row.get(CAUSES).split(","))
            .map(RevisionCause::valueOf)
            .collect(Collectors.toSet()),
        new RevisionInputs(
            row.get(CLAIM_DIGEST),
            row.get(PLAN_DIGEST),
            row.get(CORRECTIONS_DIGEST),
            row.get(BEARING_DIGEST),
            row.get(BLIND_SPOTS_DIGEST),
            rooms),
        summary,
        // Not by their numbers: a person who was erased has another id by now.
        records.stream().sorted(Comparator.comparing(AttendanceRecord::person)).toList());
  }

  static Optional<Interval> span(Record row) {
    @Nullable Long start = row.get(SPAN_START);
    @Nullable Long end = row.get(SPAN_END);
    return start == null || end == null
        ? Optional.empty()
        : Optional.of(Interval.ofEpochMilli(start, end));
  }

  /** Of a row of {@link RevisionRoomTable}. */
  static RoomIntake room(Record row) {
    return new RoomIntake(
        row.get(RevisionRoomTable.ROOM_SID),
        row.get(RevisionRoomTable.EVENT_COUNT),
        row.get(RevisionRoomTable.POLL_COUNT));
  }
}
