package dev.attendance.jooq;

import dev.attendance.cycle.RoomFacts;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.cycle.TrackFacts;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.EventId;
import dev.attendance.event.EventKind;
import dev.attendance.store.FoldedCycle;
import dev.attendance.store.FoldedRoom;
import dev.attendance.store.RoomProjection;
import dev.attendance.store.RoomTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.UpdateSetMoreStep;
import org.jooq.impl.DSL;

/** A fold of {@link JooqStore}: holds the lock on the room instance's row. */
final class JooqRoomTransaction implements RoomTransaction {

  /**
   * All that a fold reads and deletes it finds by its key. As long as nobody has counted the rows
   * of a table that grows fast, PostgreSQL takes reading it whole for the cheaper way: in a burst,
   * all that waits, for each fold. Asked for with the room, it takes no round trip; until the
   * transaction ends.
   */
  private static final Field<String> BY_KEY =
      DSL.field("set_config('enable_seqscan', 'off', true)", String.class);

  private final DSLContext open;
  private CycleKeeper cycles;
  private FoldedRoom room;
  private boolean saved;

  private JooqRoomTransaction(DSLContext open, FoldedRoom room) {
    this.open = open;
    this.room = room;
    this.cycles = new CycleKeeper(open, room.facts().sid(), room.version() == 0);
  }

  /** Waits until no other transaction holds the room instance. */
  static JooqRoomTransaction lock(DSLContext open, String roomSid) {
    // MariaDB and MySQL lock the gap where the row is missing, by which two such folds deadlock.
    Optional<FoldedRoom> room =
        Dialects.isMySql(open.dialect()) ? Optional.empty() : locked(open, roomSid);
    return new JooqRoomTransaction(open, room.orElseGet(() -> lockedAnew(open, roomSid)));
  }

  private static Optional<FoldedRoom> locked(DSLContext open, String roomSid) {
    List<Field<?>> fields = new ArrayList<>(RoomRows.FIELDS);
    if (open.family() == SQLDialect.POSTGRES) {
      fields.add(BY_KEY);
    }
    return open.select(fields)
        .from(RoomTable.TABLE)
        .where(RoomTable.ROOM_SID.eq(roomSid))
        .forUpdate()
        .fetchOptional(RoomRows::room);
  }

  private static FoldedRoom lockedAnew(DSLContext open, String roomSid) {
    Inserts<String> row = Inserts.into(open, RoomRows.UNFOLDED);
    List<Field<String>> key = List.of(RoomTable.ROOM_SID);
    if (open.family() != SQLDialect.POSTGRES) {
      row.orKeep(roomSid, key);
    } else {
      open.select(BY_KEY).fetch();
      if (row.insertedOrKept(roomSid, key)) {
        // A row that nobody else sees is held.
        return RoomRows.unfolded(roomSid);
      }
    }
    return locked(open, roomSid).orElseThrow();
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
    if (room.version() == 0) {
      return RoomMarks.NONE;
    }
    return MarkRows.read(open, sid(), since);
  }

  @Override
  public void save(
      RoomFacts facts,
      RoomMarks added,
      Collection<FoldedCycle> changed,
      Collection<TrackFacts> tracks,
      Collection<AttendanceEvent> folded) {
    requireHeld(facts.sid());
    changed.forEach(cycle -> requireHeld(cycle.facts().id().roomSid()));
    tracks.forEach(track -> requireHeld(track.cycle().roomSid()));
    Map<Boolean, List<EventId>> polls =
        folded.stream()
            .collect(
                Collectors.partitioningBy(
                    event -> event.kind() == EventKind.ROSTER_OBSERVED,
                    Collectors.mapping(event -> event.header().id(), Collectors.toList())));
    boolean isFirst = cycles.isNew();
    saveRoom(
        facts,
        cycles.save(changed),
        removePending(polls.getOrDefault(false, List.of())),
        removePending(polls.getOrDefault(true, List.of())));
    MarkRows.add(open, sid(), added);
    if (isFirst) {
      TrackRows.add(open, tracks);
    } else {
      TrackRows.merge(open, tracks);
    }
    saved = true;
  }

  @Override
  public void folded(Consumer<AttendanceEvent> each) {
    EventStream.folded(open, sid(), each);
  }

  @Override
  public Optional<RoomProjection> projection() {
    return room()
        .map(
            facts ->
                new RoomProjection(
                    facts,
                    marks(Instant.EPOCH),
                    cycles.all(),
                    TrackRows.read(open, sid()),
                    room.events(),
                    room.polls()));
  }

  @Override
  public void replace(RoomProjection anew) {
    if (room.version() > 0) {
      clear();
    }
    room =
        new FoldedRoom(
            room.facts(), room.version(), 0, 0, anew.events(), anew.polls(), room.purged());
    save(anew.room(), anew.marks(), anew.cycles(), anew.tracks(), List.of());
  }

  /** Takes back all that was folded; the row stays, and what it counts is zero. */
  private void clear() {
    open.deleteFrom(CycleTable.TABLE).where(CycleTable.ROOM_SID.eq(sid())).execute();
    open.deleteFrom(TrackTable.TABLE).where(TrackTable.ROOM_SID.eq(sid())).execute();
    open.deleteFrom(MarkTable.TABLE).where(MarkTable.ROOM_SID.eq(sid())).execute();
    open.update(RoomTable.TABLE)
        .set(RoomTable.OPEN_CYCLES, 0)
        .set(RoomTable.REPORTED_CYCLES, 0)
        .set(RoomTable.INFERRED_CYCLES, 0)
        .set(RoomTable.ATTEMPTS, 0)
        .where(RoomTable.ROOM_SID.eq(sid()))
        .execute();
    cycles = new CycleKeeper(open, sid(), true);
  }

  @Override
  public Optional<FoldedRoom> state() {
    return room.version() == 0 ? Optional.empty() : Optional.of(room);
  }

  @Override
  public long purge(RoomFacts remains) {
    requireHeld(remains.sid());
    open.deleteFrom(PendingTable.TABLE).where(PendingTable.ROOM_SID.eq(sid())).execute();
    open.deleteFrom(ListedTable.TABLE).where(ListedTable.ROOM_SID.eq(sid())).execute();
    open.deleteFrom(BodyTable.TABLE).where(BodyTable.ROOM_SID.eq(sid())).execute();
    int deleted = open.deleteFrom(EventTable.TABLE).where(EventTable.ROOM_SID.eq(sid())).execute();
    clear();
    set(remains)
        .set(RoomTable.EVENT_COUNT, 0L)
        .set(RoomTable.POLL_COUNT, 0L)
        .set(RoomTable.PURGED, true)
        .set(RoomTable.SETTLED_VERSION, RoomTable.VERSION)
        .where(RoomTable.ROOM_SID.eq(sid()))
        .execute();
    saved = true;
    return deleted;
  }

  @Override
  public long pseudonymise(Map<String, String> identities) {
    long changed = 0;
    for (Map.Entry<String, String> pseudonym : identities.entrySet()) {
      JooqRawBodies.removeOf(open, sid(), pseudonym.getKey());
      changed +=
          open.update(EventTable.TABLE)
              .set(EventTable.IDENTITY, pseudonym.getValue())
              .set(
                  EventTable.PARTICIPANT_NAME,
                  // Track events tell no name.
                  DSL.when(EventTable.PARTICIPANT_NAME.isNotNull(), ""))
              .where(EventTable.ROOM_SID.eq(sid()))
              .and(EventTable.IDENTITY.eq(pseudonym.getKey()))
              .execute();
      changed +=
          open.update(ListedTable.TABLE)
              .set(ListedTable.IDENTITY, pseudonym.getValue())
              .set(ListedTable.PARTICIPANT_NAME, "")
              .where(ListedTable.ROOM_SID.eq(sid()))
              .and(ListedTable.IDENTITY.eq(pseudonym.getKey()))
              .execute();
    }
    saved |= changed > 0;
    return changed;
  }

  private UpdateSetMoreStep<Record> set(RoomFacts facts) {
    return open.update(RoomTable.TABLE)
        .set(RoomTable.ROOM_NAME, facts.name())
        .set(RoomTable.CREATED_AT, facts.createdAt())
        .set(RoomTable.LAST_STARTED_AT, facts.lastStartedAt())
        .set(RoomTable.FIRST_EVENT_AT, facts.firstEventAt())
        .set(RoomTable.LAST_PRESENCE_AT, facts.lastPresenceAt())
        .set(RoomTable.BEGAN_AT, facts.beganAt())
        .set(RoomTable.LAST_ACTIVITY_AT, facts.lastActivityAt());
  }

  private void saveRoom(
      RoomFacts facts, Map<Field<Integer>, Integer> countChanges, int events, int polls) {
    room =
        new FoldedRoom(
            facts,
            room.version() + 1,
            room.openCycles(),
            room.inferredCycles(),
            room.events() + events,
            room.polls() + polls,
            room.purged());
    UpdateSetMoreStep<Record> update =
        set(facts)
            .set(RoomTable.EVENT_COUNT, room.events())
            .set(RoomTable.POLL_COUNT, room.polls())
            .set(RoomTable.VERSION, room.version());
    for (Map.Entry<Field<Integer>, Integer> change : countChanges.entrySet()) {
      update = update.set(change.getKey(), change.getKey().plus(change.getValue()));
    }
    update.where(RoomTable.ROOM_SID.eq(sid())).execute();
  }

  /** Says how many were pending. */
  private int removePending(List<EventId> folded) {
    Map<String, List<String>> bySource =
        folded.stream()
            .collect(
                Collectors.groupingBy(
                    EventId::source, Collectors.mapping(EventId::value, Collectors.toList())));
    int removed = 0;
    for (Map.Entry<String, List<String>> ids : bySource.entrySet()) {
      for (Condition some : OneOf.of(open, PendingTable.EVENT_ID, ids.getValue())) {
        removed +=
            open.deleteFrom(PendingTable.TABLE)
                .where(PendingTable.ROOM_SID.eq(sid()))
                .and(PendingTable.SOURCE.eq(ids.getKey()))
                .and(some)
                .execute();
      }
    }
    return removed;
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
