package dev.attendance.jooq;

import static java.util.stream.Collectors.toMap;

import dev.attendance.cycle.RoomMarks;
import dev.attendance.cycle.TrackFacts;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.EventId;
import dev.attendance.event.Participant;
import dev.attendance.store.FoldedCycle;
import dev.attendance.store.FoldedRoom;
import dev.attendance.store.RoomProjection;
import dev.attendance.store.RoomSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * Reads room instances that follow each other in the log together: as many statements for many as
 * for one. Nothing is locked, and no isolation is asked for. What is kept of a room is read before
 * and after all else, and since every fold raises its version, what was read in between is of one
 * time if both are the same. What was appended in between may be taken for folded although it is
 * pending: who finds the room otherwise than it should be then looks again and holds it.
 */
final class RoomSnapshots {

  private final DSLContext open;
  private final List<String> sids;

  private RoomSnapshots(DSLContext open, List<String> sids) {
    this.open = open;
    this.sids = sids;
  }

  /** Reads room instances that follow each other in the log, in the database's order. */
  static <F extends Consumer<AttendanceEvent>> List<RoomSnapshot<F>> read(
      DSLContext open, List<String> sids, int limit, Supplier<F> folds) {
    // Several were found not to be too long a moment ago.
    return sids.size() == 1 && RoomSids.isLonger(open, sids.get(0), limit)
        ? List.of(RoomSnapshot.unread(sids.get(0)))
        : new RoomSnapshots(open, sids).read(folds);
  }

  private Condition covers(Field<String> roomSid) {
    return roomSid.between(sids.get(0), sids.get(sids.size() - 1));
  }

  private <F extends Consumer<AttendanceEvent>> List<RoomSnapshot<F>> read(Supplier<F> folds) {
    Map<String, FoldedRoom> before = rooms();
    Map<String, F> folded = folded(folds);
    Map<String, List<FoldedCycle>> cycles =
        byRoom(rows(CycleRows.COLUMNS, CycleTable.ROOM_SID), CycleTable.ROOM_SID, CycleRows::cycle);
    Map<String, List<TrackFacts>> tracks =
        byRoom(rows(TrackRows.COLUMNS, TrackTable.ROOM_SID), TrackTable.ROOM_SID, TrackRows::facts);
    Map<String, RoomMarks> marks = MarkRows.read(open, covers(MarkTable.ROOM_SID));
    Map<String, Long> afterwards = versions();
    return sids.stream()
        .map(
            sid -> {
              Optional<FoldedRoom> room = Optional.ofNullable(before.get(sid));
              return room.map(FoldedRoom::version).equals(Optional.ofNullable(afterwards.get(sid)))
                  ? new RoomSnapshot<>(
                      sid,
                      Optional.of(folded.computeIfAbsent(sid, none -> folds.get())),
                      room.map(
                          kept ->
                              new RoomProjection(
                                  kept.facts(),
                                  marks.getOrDefault(sid, RoomMarks.NONE),
                                  cycles.getOrDefault(sid, List.of()),
                                  tracks.getOrDefault(sid, List.of()),
                                  kept.events(),
                                  kept.polls())))
                  : RoomSnapshot.<F>unread(sid);
            })
        .toList();
  }

  /** Those that were folded at least once. */
  private Map<String, FoldedRoom> rooms() {
    return Row.fetch(
            open.select(RoomRows.FIELDS).from(RoomTable.TABLE).where(areFolded()), RoomRows::roomOf)
        .stream()
        .collect(toMap(room -> room.facts().sid(), room -> room));
  }

  /** How often each of these was saved: only that need be asked again. */
  private Map<String, Long> versions() {
    Map<String, Long> versions = new HashMap<>();
    Row.forEach(
        open.select(RoomTable.ROOM_SID, RoomTable.VERSION).from(RoomTable.TABLE).where(areFolded()),
        row -> versions.put(row.get(RoomTable.ROOM_SID), row.get(RoomTable.VERSION)));
    return versions;
  }

  private Condition areFolded() {
    return covers(RoomTable.ROOM_SID).and(RoomTable.VERSION.gt(DSL.inline(0L)));
  }

  private <F extends Consumer<AttendanceEvent>> Map<String, F> folded(Supplier<F> folds) {
    Set<EventKey> pending =
        Set.copyOf(
            Row.fetch(
                open.select(PendingTable.ROOM_SID, PendingTable.SOURCE, PendingTable.EVENT_ID)
                    .from(PendingTable.TABLE)
                    .where(covers(PendingTable.ROOM_SID)),
                row ->
                    new EventKey(
                        row.get(PendingTable.ROOM_SID),
                        new EventId(
                            row.get(PendingTable.SOURCE), row.get(PendingTable.EVENT_ID)))));
    Map<String, F> folded = new HashMap<>();
    Map<EventKey, List<Participant>> listed =
        EventReader.listed(open, covers(ListedTable.ROOM_SID));
    EventReader.forEach(
        open,
        covers(EventTable.ROOM_SID),
        listed,
        event -> {
          if (pending.isEmpty() || !pending.contains(EventKey.of(event))) {
            folded.computeIfAbsent(event.header().room().sid(), none -> folds.get()).accept(event);
          }
        });
    return folded;
  }

  private static <T> Map<String, List<T>> byRoom(
      Select<?> rows, Field<String> roomSid, Function<Row, T> mapper) {
    Map<String, List<T>> byRoom = new HashMap<>();
    Row.forEach(
        rows,
        row ->
            byRoom
                .computeIfAbsent(row.get(roomSid), sid -> new ArrayList<>())
                .add(mapper.apply(row)));
    return byRoom;
  }

  private Select<Record> rows(Columns<?> columns, Field<String> roomSid) {
    return open.select(columns.fields()).from(columns.table()).where(covers(roomSid));
  }
}
