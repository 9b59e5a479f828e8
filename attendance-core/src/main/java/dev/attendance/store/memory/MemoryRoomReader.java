package dev.attendance.store.memory;

import dev.attendance.cycle.CycleFacts;
import dev.attendance.cycle.CycleStanding;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.cycle.TrackFacts;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.session.SessionPlan;
import dev.attendance.store.CycleTotals;
import dev.attendance.store.FoldedCycle;
import dev.attendance.store.FoldedRoom;
import dev.attendance.store.Rooms;
import dev.attendance.time.Interval;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The reading side of {@link MemoryStore}. */
final class MemoryRoomReader implements Rooms {

  private static final Comparator<FoldedRoom> BY_BEGINNING =
      Comparator.<FoldedRoom>comparingLong(room -> room.facts().beganAt())
          .thenComparing(room -> room.facts().sid());

  private static final Comparator<FoldedRoom> LATEST_FIRST =
      Comparator.<FoldedRoom>comparingLong(room -> -room.facts().lastActivityAt())
          .thenComparing(room -> room.facts().sid());

  private final MemoryRooms rooms;

  MemoryRoomReader(MemoryRooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Optional<FoldedRoom> room(String roomSid) {
    return rooms.locked(kept -> kept.find(roomSid).folded());
  }

  @Override
  public List<FoldedRoom> rooms(String roomName, Interval window) {
    return rooms.locked(
        kept ->
            folded(kept.all().filter(room -> touches(room, window)))
                .filter(room -> room.facts().name().equals(roomName))
                .sorted(BY_BEGINNING)
                .toList());
  }

  private static boolean touches(MemoryRoom room, Interval window) {
    long start = window.start().toEpochMilli();
    long end = window.end().toEpochMilli();
    return room.folded()
        .filter(kept -> kept.facts().beganAt() < end)
        .filter(
            kept ->
                kept.facts().lastActivityAt() >= start || room.cycles().hasAnyWithoutReportedEnd())
        .isPresent();
  }

  /**
   * Whether a plan may claim it: as above, but what reaches into the future does so no further than
   * any policy lets it.
   */
  static boolean mayBeClaimed(MemoryRoom room, SessionPlan plan) {
    long earliest = plan.window().start().minus(AttendancePolicy.LONGEST_OPEN).toEpochMilli();
    return touches(room, plan.window())
        && room.folded()
            .filter(kept -> plan.uses(kept.facts().name()))
            .filter(kept -> kept.facts().lastActivityAt() >= earliest)
            .isPresent();
  }

  @Override
  public List<FoldedRoom> latestRooms(int limit) {
    return rooms.locked(kept -> folded(kept.all()).sorted(LATEST_FIRST).limit(limit).toList());
  }

  @Override
  public List<FoldedRoom> roomsWithOpenCycles(String after, int limit) {
    return rooms.locked(
        kept ->
            folded(kept.after(after).filter(room -> room.cycles().open() > 0))
                .limit(limit)
                .toList());
  }

  @Override
  public List<FoldedRoom> roomsToSettle(String after, int limit) {
    return rooms.locked(
        kept -> folded(kept.after(after).filter(MemoryRoom::isToSettle)).limit(limit).toList());
  }

  @Override
  public List<FoldedRoom> inactiveRooms(Instant since, String after, int limit) {
    return rooms.locked(
        kept ->
            folded(kept.after(after).filter(room -> room.isInactiveSince(since)))
                .limit(limit)
                .toList());
  }

  private static Stream<FoldedRoom> folded(Stream<MemoryRoom> rooms) {
    return rooms.flatMap(room -> room.folded().stream());
  }

  @Override
  public List<CycleFacts> cycles(String roomSid) {
    return rooms.locked(
        kept -> kept.find(roomSid).cycles().all().stream().map(FoldedCycle::facts).toList());
  }

  @Override
  public List<TrackFacts> tracks(String roomSid) {
    return rooms.locked(kept -> kept.find(roomSid).tracks());
  }

  @Override
  public RoomMarks marks(String roomSid) {
    return rooms.locked(kept -> kept.find(roomSid).marks(Instant.EPOCH));
  }

  @Override
  public CycleTotals totals(Instant silentSince) {
    return rooms.locked(
        kept -> {
          long closed = sum(kept.all(), CycleStanding.REPORTED);
          long inferred = sum(kept.all(), CycleStanding.INFERRED);
          long open = sum(kept.all(), CycleStanding.OPEN);
          long orphaned =
              sum(kept.all().filter(room -> isSilent(room, silentSince)), CycleStanding.OPEN);
          long attempts = sum(kept.all(), CycleStanding.ATTEMPT);
          return new CycleTotals(
              closed + inferred + open, closed, inferred, open, orphaned, attempts);
        });
  }

  private static boolean isSilent(MemoryRoom room, Instant since) {
    return room.folded()
        .filter(kept -> kept.facts().lastActivityAt() < since.toEpochMilli())
        .isPresent();
  }

  private static long sum(Stream<MemoryRoom> rooms, CycleStanding standing) {
    return rooms.mapToLong(room -> room.cycles().count(standing)).sum();
  }
}
