package dev.attendance.jooq;

import dev.attendance.cycle.RoomFacts;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.cycle.TrackFacts;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.EventId;
import dev.attendance.store.FoldedCycle;
import dev.attendance.store.FoldedRoom;
import dev.attendance.store.RoomTransaction;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/** A fold of {@link JooqStore}: holds the lock on the room instance's row. */
final class JooqRoomTransaction implements RoomTransaction {

  private final DSLContext open;
  private final CycleKeeper cycles;
  private FoldedRoom room;
  private boolean saved;

  private JooqRoomTransaction(DSLContext open, FoldedRoom room) {
    this.open = open;
    this.room = room;
    this.cycles = new CycleKeeper(open, room.facts().sid());
  }

  /** Waits until no other transaction holds the room instance. */
  static JooqRoomTransaction lock(DSLContext open, String roomSid) {
    // MariaDB and MySQL lock the gap where the row is missing, by which two such folds deadlock.
    Optional<Record> row =
        Dialects.isMySql(open.dialect()) ? Optional.empty() : lockedRow(open, roomSid);
    if (row.isEmpty()) {
      Inserts.into(open, RoomRows.UNFOLDED).orKeep(roomSid, List.of(RoomTable.ROOM_SID));
      row = lockedRow(open, roomSid);
    }
    return new JooqRoomTransaction(open, RoomRows.room(row.orElseThrow()));
  }

  private static Optional<Record> lockedRow(DSLContext open, String roomSid) {
    return open.select(RoomRows.FIELDS)
        .from(RoomTable.TABLE)
        .where(RoomTable.ROOM_SID.eq(roomSid))
        .forUpdate()
        .fetchOptional();
  }

  boolean hasSaved() {
    return saved;
  }

  @Override
  public List<AttendanceEvent> pending(int limit) {
    return EventReader.pending(open, sid(), limit);
  }

  @Override
  public Optional<RoomFacts> room() {
    return room.version() == 0 ? Optional.empty() : Optional.of(room.facts());
  }

  @Override
  public List<FoldedCycle> cycles(Set<String> participantSids, Set<String> identities) {
    return cycles.find(participantSids, identities);
  }

  @Override
  public List<FoldedCycle> cyclesWithoutReportedEnd() {
    return cycles.withoutReportedEnd();
  }

  @Override
  public RoomMarks marks(Instant since) {
    return MarkRows.read(open, sid(), since);
  }

  @Override
  public void save(
      RoomFacts facts,
      RoomMarks added,
      Collection<FoldedCycle> changed,
      Collection<TrackFacts> tracks,
      Collection<EventId> folded) {
    requireHeld(facts.sid());
    changed.forEach(cycle -> requireHeld(cycle.facts().id().roomSid()));
    tracks.forEach(track -> requireHeld(track.cycle().roomSid()));
    saveRoom(facts, cycles.save(changed));
    MarkRows.add(open, sid(), added);
    TrackRows.merge(open, tracks);
    removePending(folded);
    saved = true;
  }

  private void saveRoom(RoomFacts facts, Map<Field<Integer>, Integer> countChanges) {
    room = new FoldedRoom(facts, room.version() + 1, room.openCycles(), room.inferredCycles());
    var update =
        open.update(RoomTable.TABLE)
            .set(RoomTable.ROOM_NAME, facts.name())
            .set(RoomTable.CREATED_AT, facts.createdAt())
            .set(RoomTable.LAST_STARTED_AT, facts.lastStartedAt())
            .set(RoomTable.FIRST_EVENT_AT, facts.firstEventAt())
            .set(RoomTable.LAST_PRESENCE_AT, facts.lastPresenceAt())
            .set(RoomTable.BEGAN_AT, facts.beganAt())
            .set(RoomTable.LAST_ACTIVITY_AT, facts.lastActivityAt())
            .set(RoomTable.VERSION, room.version());
    for (Map.Entry<Field<Integer>, Integer> change : countChanges.entrySet()) {
      update = update.set(change.getKey(), change.getKey().plus(change.getValue()));
    }
    update.where(RoomTable.ROOM_SID.eq(sid())).execute();
  }

  private void removePending(Collection<EventId> folded) {
    Map<String, List<String>> bySource =
        folded.stream()
            .collect(
                Collectors.groupingBy(
                    EventId::source, Collectors.mapping(EventId::value, Collectors.toList())));
    bySource.forEach(
        (source, ids) ->
            Chunks.of(ids)
                .forEach(
                    chunk ->
                        open.deleteFrom(PendingTable.TABLE)
                            .where(PendingTable.ROOM_SID.eq(sid()))
                            .and(PendingTable.SOURCE.eq(source))
                            .and(PendingTable.EVENT_ID.in(chunk))
                            .execute()));
  }

  private String sid() {
    return room.facts().sid();
  }

  private void requireHeld(String roomSid) {
    if (!roomSid.equals(sid())) {
      throw new IllegalArgumentException("fold of " + sid() + ": must not save " + roomSid);
    }
  }
}
