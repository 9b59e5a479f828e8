package dev.attendance.jooq;

import static dev.attendance.jooq.CycleTable.ABORTED_AT;
import static dev.attendance.jooq.CycleTable.ABORTED_REASON;
import static dev.attendance.jooq.CycleTable.FIRST_LISTED_AT;
import static dev.attendance.jooq.CycleTable.FIRST_TRACK_AT;
import static dev.attendance.jooq.CycleTable.HIDDEN;
import static dev.attendance.jooq.CycleTable.IDENTITY;
import static dev.attendance.jooq.CycleTable.JOINED_AT_MILLIS;
import static dev.attendance.jooq.CycleTable.JOINED_AT_SECOND;
import static dev.attendance.jooq.CycleTable.JOINED_EVENT_AT;
import static dev.attendance.jooq.CycleTable.LAST_LISTED_AT;
import static dev.attendance.jooq.CycleTable.LAST_PUBLISHED_AT;
import static dev.attendance.jooq.CycleTable.LAST_UNPUBLISHED_AT;
import static dev.attendance.jooq.CycleTable.LEFT_AT;
import static dev.attendance.jooq.CycleTable.LEFT_REASON;
import static dev.attendance.jooq.CycleTable.PARTICIPANT_KIND;
import static dev.attendance.jooq.CycleTable.PARTICIPANT_NAME;
import static dev.attendance.jooq.CycleTable.PARTICIPANT_SID;
import static dev.attendance.jooq.CycleTable.PROFILE_AS_OF;
import static dev.attendance.jooq.CycleTable.RECORDER;
import static dev.attendance.jooq.CycleTable.ROOM_SID;
import static dev.attendance.jooq.CycleTable.STANDING;

import dev.attendance.cycle.CycleFacts;
import dev.attendance.cycle.CycleId;
import dev.attendance.cycle.CycleStanding;
import dev.attendance.cycle.ReportedEnd;
import dev.attendance.event.DisconnectReason;
import dev.attendance.event.ParticipantKind;
import dev.attendance.event.ParticipantProfile;
import dev.attendance.store.FoldedCycle;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cycles to rows of {@link CycleTable} and back. */
final class CycleRows {

  static final Columns<FoldedCycle> COLUMNS =
      Columns.<FoldedCycle>of(CycleTable.TABLE)
          .with(ROOM_SID, cycle -> cycle.facts().id().roomSid())
          .with(PARTICIPANT_SID, cycle -> cycle.facts().id().participantSid())
          .with(IDENTITY, cycle -> cycle.facts().profile().identity())
          .with(PARTICIPANT_NAME, cycle -> cycle.facts().profile().name())
          .with(PARTICIPANT_KIND, cycle -> cycle.facts().profile().kind().name())
          .with(HIDDEN, cycle -> cycle.facts().profile().hidden())
          .with(RECORDER, cycle -> cycle.facts().profile().recorder())
          .with(PROFILE_AS_OF, facts(CycleFacts::profileAsOf))
          .with(JOINED_AT_MILLIS, facts(CycleFacts::joinedAtMillis))
          .with(JOINED_AT_SECOND, facts(CycleFacts::joinedAtSecond))
          .with(JOINED_EVENT_AT, facts(CycleFacts::joinedEventAt))
          .with(LEFT_AT, at(CycleFacts::left))
          .with(LEFT_REASON, reason(CycleFacts::left))
          .with(ABORTED_AT, at(CycleFacts::aborted))
          .with(ABORTED_REASON, reason(CycleFacts::aborted))
          .with(FIRST_TRACK_AT, facts(CycleFacts::firstTrackAt))
          .with(LAST_PUBLISHED_AT, facts(CycleFacts::lastPublishedAt))
          .with(LAST_UNPUBLISHED_AT, facts(CycleFacts::lastUnpublishedAt))
          .with(FIRST_LISTED_AT, facts(CycleFacts::firstListedAt))
          .with(LAST_LISTED_AT, facts(CycleFacts::lastListedAt))
          .with(STANDING, cycle -> cycle.standing().name());

  private CycleRows() {}

  private static Function<FoldedCycle, @Nullable Long> facts(Function<CycleFacts, Long> part) {
    return cycle -> part.apply(cycle.facts());
  }

  private static Function<FoldedCycle, @Nullable Long> at(
      Function<CycleFacts, Optional<ReportedEnd>> end) {
    return cycle -> end.apply(cycle.facts()).map(found -> found.at().toEpochMilli()).orElse(null);
  }

  private static Function<FoldedCycle, @Nullable String> reason(
      Function<CycleFacts, Optional<ReportedEnd>> end) {
    return cycle -> end.apply(cycle.facts()).map(found -> found.reason().name()).orElse(null);
  }

  static FoldedCycle cycle(Row row) {
    return new FoldedCycle(facts(row), CycleStanding.valueOf(row.get(STANDING)));
  }

  static CycleFacts facts(Row row) {
    return new CycleFacts(
        new CycleId(row.get(ROOM_SID), row.get(PARTICIPANT_SID)),
        new ParticipantProfile(
            row.get(IDENTITY),
            row.get(PARTICIPANT_NAME),
            ParticipantKind.valueOf(row.get(PARTICIPANT_KIND)),
            row.get(HIDDEN),
            row.get(RECORDER)),
        row.get(PROFILE_AS_OF),
        row.get(JOINED_AT_MILLIS),
        row.get(JOINED_AT_SECOND),
        row.get(JOINED_EVENT_AT),
        end(row.find(LEFT_AT), row.find(LEFT_REASON)),
        end(row.find(ABORTED_AT), row.find(ABORTED_REASON)),
        row.get(FIRST_TRACK_AT),
        row.get(LAST_PUBLISHED_AT),
        row.get(LAST_UNPUBLISHED_AT),
        row.get(FIRST_LISTED_AT),
        row.get(LAST_LISTED_AT));
  }

  private static Optional<ReportedEnd> end(@Nullable Long at, @Nullable String reason) {
    return at == null || reason == null
        ? Optional.empty()
        : Optional.of(new ReportedEnd(Instant.ofEpochMilli(at), DisconnectReason.valueOf(reason)));
  }
}
