package dev.attendance.jooq;

import static dev.attendance.jooq.ListedTable.EVENT_ID;
import static dev.attendance.jooq.ListedTable.HIDDEN;
import static dev.attendance.jooq.ListedTable.IDENTITY;
import static dev.attendance.jooq.ListedTable.JOINED_AT;
import static dev.attendance.jooq.ListedTable.JOINED_AT_EXACT;
import static dev.attendance.jooq.ListedTable.ORDINAL;
import static dev.attendance.jooq.ListedTable.PARTICIPANT_KIND;
import static dev.attendance.jooq.ListedTable.PARTICIPANT_NAME;
import static dev.attendance.jooq.ListedTable.PARTICIPANT_SID;
import static dev.attendance.jooq.ListedTable.RECORDER;
import static dev.attendance.jooq.ListedTable.ROOM_SID;
import static dev.attendance.jooq.ListedTable.SOURCE;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.EventId;
import dev.attendance.event.JoinTime;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantKind;
import java.util.List;
import java.util.stream.IntStream;

/** Whom polls listed, to rows of {@link ListedTable} and back. */
final class ListedRows {

  /** A participant with the poll and its number in it. */
  record Listed(EventKey poll, int ordinal, Participant participant) {}

  static final Columns<Listed> COLUMNS =
      Columns.<Listed>of(ListedTable.TABLE)
          .with(ROOM_SID, row -> row.poll().roomSid())
          .with(SOURCE, row -> row.poll().id().source())
          .with(EVENT_ID, row -> row.poll().id().value())
          .with(ORDINAL, Listed::ordinal)
          .with(PARTICIPANT_SID, row -> row.participant().sid())
          .with(IDENTITY, row -> row.participant().identity())
          .with(PARTICIPANT_NAME, row -> row.participant().name())
          .with(PARTICIPANT_KIND, row -> row.participant().kind().name())
          .with(HIDDEN, row -> row.participant().hidden())
          .with(RECORDER, row -> row.participant().recorder())
          .with(
              JOINED_AT,
              row ->
                  row.participant().joinTime().map(time -> time.at().toEpochMilli()).orElse(null))
          .with(
              JOINED_AT_EXACT,
              row -> row.participant().joinTime().map(JoinTime::toTheMillisecond).orElse(null));

  private ListedRows() {}

  static List<Listed> of(AttendanceEvent event) {
    List<Participant> listed = EventParts.listed(event);
    return IntStream.range(0, listed.size())
        .mapToObj(i -> new Listed(EventKey.of(event), i, listed.get(i)))
        .toList();
  }

  static EventKey poll(Row row) {
    return new EventKey(row.get(ROOM_SID), new EventId(row.get(SOURCE), row.get(EVENT_ID)));
  }

  static Participant participant(Row row) {
    return new Participant(
        row.get(PARTICIPANT_SID),
        row.get(IDENTITY),
        row.get(PARTICIPANT_NAME),
        ParticipantKind.valueOf(row.get(PARTICIPANT_KIND)),
        row.get(HIDDEN),
        row.get(RECORDER),
        EventRows.joinTime(row.find(JOINED_AT), row.find(JOINED_AT_EXACT)));
  }
}
