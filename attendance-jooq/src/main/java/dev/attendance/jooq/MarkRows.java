package dev.attendance.jooq;

import static dev.attendance.jooq.MarkTable.ANSWERED_AT;
import static dev.attendance.jooq.MarkTable.KIND;
import static dev.attendance.jooq.MarkTable.MARKED_AT;
import static dev.attendance.jooq.MarkTable.ROOM_SID;

import dev.attendance.cycle.RoomMarks;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The marks of room instances to rows of {@link MarkTable} and back. */
final class MarkRows {

  /** Names are part of the stored format. */
  private enum Kind {
    FINISHED,
    POLLED
  }

  private record Mark(String roomSid, Kind kind, Instant at, Instant answeredAt) {}

  private static final Columns<Mark> COLUMNS =
      Columns.<Mark>of(MarkTable.TABLE)
          .with(ROOM_SID, Mark::roomSid)
          .with(KIND, mark -> mark.kind().name())
          .with(MARKED_AT, mark -> mark.at().toEpochMilli())
          .with(ANSWERED_AT, mark -> mark.answeredAt().toEpochMilli());

  private static final List<Field<?>> KEY = List.of(ROOM_SID, KIND, MARKED_AT);

  private static final Map<Field<?>, Field<?>> EARLIER_ANSWER =
      Map.of(ANSWERED_AT, DSL.least(ANSWERED_AT, DSL.excluded(ANSWERED_AT)));

  private MarkRows() {}

  static RoomMarks read(DSLContext database, String roomSid, Instant since) {
    return read(
            database,
            ROOM_SID
                .eq(roomSid)
                // Both kinds by name, so that the whole key is used.
                .and(KIND.in(Kind.FINISHED.name(), Kind.POLLED.name()))
                .and(MARKED_AT.ge(since.toEpochMilli())))
        .getOrDefault(roomSid, RoomMarks.NONE);
  }

  /** By room instance; those without any are left out. */
  static Map<String, RoomMarks> read(DSLContext database, Condition wanted) {
    Map<String, TreeSet<Instant>> finishes = new HashMap<>();
    Map<String, TreeMap<Instant, Instant>> polls = new HashMap<>();
    Row.forEach(
        database.select(ROOM_SID, KIND, MARKED_AT, ANSWERED_AT).from(MarkTable.TABLE).where(wanted),
        row -> {
          String sid = row.get(ROOM_SID);
          Instant at = Instant.ofEpochMilli(row.get(MARKED_AT));
          switch (Kind.valueOf(row.get(KIND))) {
            case FINISHED -> finishes.computeIfAbsent(sid, room -> new TreeSet<>()).add(at);
            case POLLED ->
                polls
                    .computeIfAbsent(sid, room -> new TreeMap<>())
                    .put(at, Instant.ofEpochMilli(row.get(ANSWERED_AT)));
          }
        });
    return Stream.concat(finishes.keySet().stream(), polls.keySet().stream())
        .distinct()
        .collect(
            Collectors.toMap(
                sid -> sid,
                sid ->
                    new RoomMarks(
                        finishes.getOrDefault(sid, new TreeSet<>()),
                        polls.getOrDefault(sid, new TreeMap<>()))));
  }

  static void add(DSLContext database, String roomSid, RoomMarks marks) {
    List<Mark> rows =
        Stream.concat(
                marks.finishes().stream().map(at -> new Mark(roomSid, Kind.FINISHED, at, at)),
                marks.polls().entrySet().stream()
                    .map(poll -> new Mark(roomSid, Kind.POLLED, poll.getKey(), poll.getValue())))
            .toList();
    Inserts.into(database, COLUMNS).orChange(rows, KEY, EARLIER_ANSWER);
  }
}
