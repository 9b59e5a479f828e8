package dev.attendance.jooq;

import static dev.attendance.jooq.CorrectionTable.CORRECTION_ID;
import static dev.attendance.jooq.CorrectionTable.ENDS_AT;
import static dev.attendance.jooq.CorrectionTable.KIND;
import static dev.attendance.jooq.CorrectionTable.MADE_AT;
import static dev.attendance.jooq.CorrectionTable.MADE_BY;
import static dev.attendance.jooq.CorrectionTable.OTHER_PERSON;
import static dev.attendance.jooq.CorrectionTable.PERSON_ID;
import static dev.attendance.jooq.CorrectionTable.POLICY;
import static dev.attendance.jooq.CorrectionTable.REASON;
import static dev.attendance.jooq.CorrectionTable.SESSION_ID;
import static dev.attendance.jooq.CorrectionTable.STARTS_AT;
import static dev.attendance.jooq.CorrectionTable.STATUS;
import static dev.attendance.jooq.CorrectionTable.WITHDRAWN_ID;

import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.Correction;
import dev.attendance.record.CorrectionHeader;
import dev.attendance.record.CorrectionKind;
import dev.attendance.record.CorrectionWithdrawn;
import dev.attendance.record.PersonsMerged;
import dev.attendance.record.PolicyStamped;
import dev.attendance.record.PresenceAdded;
import dev.attendance.record.PresenceMoved;
import dev.attendance.record.PresenceRemoved;
import dev.attendance.record.StatusSet;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.time.Interval;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Corrections to rows of {@link CorrectionTable} and back. */
final class CorrectionRows {

  /** Where others have a session; no session has this id. */
  static final String ALL_SESSIONS = "";

  static final Columns<Correction> COLUMNS =
      Columns.<Correction>of(CorrectionTable.TABLE)
          .with(SESSION_ID, made -> sessionId(made.scope()))
          .with(CORRECTION_ID, made -> made.header().id())
          .with(KIND, made -> made.kind().name())
          .with(MADE_AT, made -> made.header().madeAt().toEpochMilli())
          .with(MADE_BY, made -> made.header().madeBy())
          .with(REASON, made -> made.header().reason())
          .with(PERSON_ID, made -> person(made, 0))
          .with(OTHER_PERSON, made -> person(made, 1))
          .with(STARTS_AT, made -> interval(made).map(time -> millis(time.start())).orElse(null))
          .with(ENDS_AT, made -> interval(made).map(time -> millis(time.end())).orElse(null))
          .with(STATUS, made -> made instanceof StatusSet set ? set.status().name() : null)
          .with(
              WITHDRAWN_ID,
              made -> made instanceof CorrectionWithdrawn taken ? taken.correction() : null)
          .with(POLICY, made -> made instanceof PolicyStamped set ? set.policy().toText() : null);

  private CorrectionRows() {}

  static String sessionId(Optional<SessionId> scope) {
    return scope.map(SessionId::value).orElse(ALL_SESSIONS);
  }

  private static @Nullable String person(Correction made, int ordinal) {
    return ordinal < made.persons().size() ? made.persons().get(ordinal).value() : null;
  }

  private static Optional<Interval> interval(Correction made) {
    if (made instanceof PresenceAdded added) {
      return Optional.of(added.interval());
    }
    if (made instanceof PresenceRemoved removed) {
      return Optional.of(removed.interval());
    }
    return made instanceof PresenceMoved moved ? Optional.of(moved.interval()) : Optional.empty();
  }

  private static Long millis(Instant instant) {
    return instant.toEpochMilli();
  }

  static Correction correction(Record row) {
    CorrectionHeader header =
        new CorrectionHeader(
            row.get(CORRECTION_ID),
            Instant.ofEpochMilli(row.get(MADE_AT)),
            row.get(MADE_BY),
            row.get(REASON));
    return switch (CorrectionKind.valueOf(row.get(KIND))) {
      case PRESENCE_ADDED ->
          new PresenceAdded(header, session(row), person(row, PERSON_ID), interval(row));
      case PRESENCE_REMOVED ->
          new PresenceRemoved(header, session(row), person(row, PERSON_ID), interval(row));
      case PRESENCE_MOVED ->
          new PresenceMoved(
              header,
              session(row),
              person(row, PERSON_ID),
              person(row, OTHER_PERSON),
              interval(row));
      case STATUS_SET ->
          new StatusSet(
              header,
              session(row),
              person(row, PERSON_ID),
              AttendanceStatus.valueOf(row.get(STATUS)));
      case PERSONS_MERGED ->
          new PersonsMerged(header, person(row, PERSON_ID), person(row, OTHER_PERSON));
      case POLICY_STAMPED ->
          new PolicyStamped(header, session(row), AttendancePolicy.parse(row.get(POLICY)));
      case CORRECTION_WITHDRAWN ->
          new CorrectionWithdrawn(header, scope(row), row.get(WITHDRAWN_ID));
    };
  }

  private static Optional<SessionId> scope(Record row) {
    return row.get(SESSION_ID).equals(ALL_SESSIONS) ? Optional.empty() : Optional.of(session(row));
  }

  private static SessionId session(Record row) {
    return new SessionId(row.get(SESSION_ID));
  }

  private static PersonId person(Record row, Field<String> column) {
    return new PersonId(row.get(column));
  }

  private static Interval interval(Record row) {
    return Interval.ofEpochMilli(row.get(STARTS_AT), row.get(ENDS_AT));
  }
}
