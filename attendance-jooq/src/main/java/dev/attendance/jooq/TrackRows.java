package dev.attendance.jooq;

import static dev.attendance.jooq.TrackTable.PARTICIPANT_SID;
import static dev.attendance.jooq.TrackTable.PUBLISHED_AT;
import static dev.attendance.jooq.TrackTable.ROOM_SID;
import static dev.attendance.jooq.TrackTable.TRACK_SID;
import static dev.attendance.jooq.TrackTable.TRACK_SOURCE;
import static dev.attendance.jooq.TrackTable.UNPUBLISHED_AT;

import dev.attendance.cycle.CycleFacts;
import dev.attendance.cycle.CycleId;
import dev.attendance.cycle.TrackFacts;
import dev.attendance.event.TrackSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What is known of tracks to rows of {@link TrackTable} and back. */
final class TrackRows {

  static final Columns<TrackFacts> COLUMNS =
      Columns.<TrackFacts>of(TrackTable.TABLE)
          .with(ROOM_SID, track -> track.cycle().roomSid())
          .with(PARTICIPANT_SID, track -> track.cycle().participantSid())
          .with(TRACK_SID, TrackFacts::trackSid)
          .with(TRACK_SOURCE, track -> track.source().name())
          .with(PUBLISHED_AT, TrackFacts::publishedAt)
          .with(UNPUBLISHED_AT, TrackFacts::unpublishedAt);

  private static final List<Field<?>> KEY = List.of(ROOM_SID, PARTICIPANT_SID, TRACK_SID);

  /** As {@link TrackFacts#merge} does, so that nothing has to be read. */
  private static final Map<Field<?>, Field<?>> MERGED =
      Map.of(
          TRACK_SOURCE,
          DSL.least(TRACK_SOURCE, DSL.excluded(TRACK_SOURCE)),
          PUBLISHED_AT,
          first(PUBLISHED_AT),
          UNPUBLISHED_AT,
          first(UNPUBLISHED_AT));

  private TrackRows() {}

  private static Field<Long> first(Field<Long> column) {
    Field<Long> told = DSL.excluded(column);
    Field<Long> absent = DSL.inline(CycleFacts.ABSENT);
    return DSL.when(column.eq(absent), told)
        .when(told.eq(absent), column)
        .otherwise(DSL.least(column, told));
  }

  static void merge(DSLContext database, Collection<TrackFacts> tracks) {
    Inserts.into(database, COLUMNS).orChange(tracks, KEY, MERGED);
  }

  /** Where none can be there yet. */
  static void add(DSLContext database, Collection<TrackFacts> tracks) {
    Inserts.into(database, COLUMNS).all(tracks);
  }

  static List<TrackFacts> read(DSLContext database, String roomSid) {
    return Row.fetch(
        database.select(COLUMNS.fields()).from(TrackTable.TABLE).where(ROOM_SID.eq(roomSid)),
        TrackRows::facts);
  }

  static TrackFacts facts(Row row) {
    return new TrackFacts(
        new CycleId(row.get(ROOM_SID), row.get(PARTICIPANT_SID)),
        row.get(TRACK_SID),
        TrackSource.valueOf(row.get(TRACK_SOURCE)),
        row.get(PUBLISHED_AT),
        row.get(UNPUBLISHED_AT));
  }
}
