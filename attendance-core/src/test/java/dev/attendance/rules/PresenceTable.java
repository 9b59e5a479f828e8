package dev.attendance.rules;

import dev.attendance.cycle.Cycle;
import dev.attendance.time.Bounds;
import dev.attendance.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Presence as three tables with one cell for each millisecond: there for certain, at best, and
 * possibly. For worlds of some minutes around {@link Traces#START}.
 */
record PresenceTable(BitSet certain, BitSet best, BitSet possible) {

  private static final long ORIGIN = Traces.START.minusSeconds(900).toEpochMilli();

  static PresenceTable of(List<Cycle> cycles) {
    PresenceTable table = new PresenceTable(new BitSet(), new BitSet(), new BitSet());
    for (Cycle cycle : cycles) {
      if (cycle.start().latest().isBefore(cycle.end().earliest())) {
        table.certain.or(cells(cycle.start().latest(), cycle.end().earliest()));
      }
      table.best.or(cells(cycle.start().best(), cycle.end().best()));
      table.possible.or(cells(cycle.start().earliest(), cycle.end().latest()));
    }
    return table;
  }

  PresenceTable orUnseen(BitSet unseen) {
    return new PresenceTable(certain, best, or(possible, unseen));
  }

  static BitSet cells(Interval interval) {
    return cells(interval.start(), interval.end());
  }

  private static BitSet cells(Instant start, Instant end) {
    BitSet cells = new BitSet();
    cells.set(cell(start), cell(end));
    return cells;
  }

  static int cell(Instant instant) {
    return Math.toIntExact(instant.toEpochMilli() - ORIGIN);
  }

  PresenceTable within(BitSet window) {
    return new PresenceTable(and(certain, window), and(best, window), and(possible, window));
  }

  PresenceTable within(PresenceTable window) {
    return new PresenceTable(
        and(certain, window.certain), and(best, window.best), and(possible, window.possible));
  }

  static BitSet or(BitSet one, BitSet other) {
    BitSet either = (BitSet) one.clone();
    either.or(other);
    return either;
  }

  static BitSet minus(BitSet one, BitSet other) {
    BitSet left = (BitSet) one.clone();
    left.andNot(other);
    return left;
  }

  static BitSet and(BitSet one, BitSet other) {
    BitSet both = (BitSet) one.clone();
    both.and(other);
    return both;
  }

  PresenceTable bridged(int graceMillis) {
    return new PresenceTable(
        bridged(certain, graceMillis), bridged(best, graceMillis), bridged(possible, graceMillis));
  }

  private static BitSet bridged(BitSet cells, int graceMillis) {
    BitSet filled = (BitSet) cells.clone();
    int on = cells.nextSetBit(0);
    while (on >= 0) {
      int off = cells.nextClearBit(on);
      on = cells.nextSetBit(off);
      if (on >= 0 && on - off <= graceMillis) {
        filled.set(off, on);
      }
    }
    return filled;
  }

  Bounds duration() {
    return new Bounds(
        Duration.ofMillis(certain.cardinality()),
        Duration.ofMillis(best.cardinality()),
        Duration.ofMillis(possible.cardinality()));
  }

  static Optional<Instant> first(BitSet cells) {
    return cells.isEmpty()
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(ORIGIN + cells.nextSetBit(0)));
  }

  /** The first instant after all. */
  static Optional<Instant> end(BitSet cells) {
    return cells.isEmpty()
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(ORIGIN + cells.length()));
  }
}
