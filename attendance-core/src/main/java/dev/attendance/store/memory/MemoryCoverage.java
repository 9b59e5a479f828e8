package dev.attendance.store.memory;

import dev.attendance.session.SessionId;
import dev.attendance.store.Coverage;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The coverage of {@link MemoryStore}. */
final class MemoryCoverage implements Coverage {

  /** The last beat of each stretch by its first one, by node. */
  private final Map<String, TreeMap<Long, Long>> stretches = new TreeMap<>();

  private final MemorySessionRecords records;

  MemoryCoverage(MemorySessionRecords records) {
    this.records = records;
  }

  @Override
  public synchronized void beat(String node, Instant at, Duration longestGap, Duration lostBefore) {
    long beat = at.toEpochMilli();
    TreeMap<Long, Long> ofNode = stretches.computeIfAbsent(node, name -> new TreeMap<>());
    Map.Entry<Long, Long> current = ofNode.floorEntry(beat);
    if (current == null || current.getValue() < beat - longestGap.toMillis()) {
      ofNode.put(beat, beat);
      noteSettledSince(lastBefore(beat) - lostBefore.toMillis());
    } else {
      ofNode.put(current.getKey(), Math.max(current.getValue(), beat));
    }
  }

  /** The last beat of any stretch that began before; the beat itself if there is none. */
  private long lastBefore(long beat) {
    return Math.min(
        beat,
        stretches.values().stream()
            .flatMap(ofNode -> ofNode.headMap(beat).values().stream())
            .max(Comparator.naturalOrder())
            .orElse(beat));
  }

  private void noteSettledSince(long instant) {
    records.locked(
        () -> {
          List<SessionId> settled = records.settledSince(Instant.ofEpochMilli(instant));
          settled.forEach(records::note);
          return settled;
        });
  }

  @Override
  public synchronized IntervalSet covered(Interval time) {
    long from = time.start().toEpochMilli();
    long to = time.end().toEpochMilli();
    long lastBefore = Long.MIN_VALUE;
    long firstAfter = Long.MAX_VALUE;
    for (TreeMap<Long, Long> ofNode : stretches.values()) {
      for (Map.Entry<Long, Long> stretch : ofNode.entrySet()) {
        if (stretch.getValue() < from) {
          lastBefore = Math.max(lastBefore, stretch.getValue());
        }
        if (stretch.getKey() >= to) {
          firstAfter = Math.min(firstAfter, stretch.getKey());
        }
      }
    }
    List<Interval> covered = new ArrayList<>();
    for (TreeMap<Long, Long> ofNode : stretches.values()) {
      for (Map.Entry<Long, Long> stretch : ofNode.entrySet()) {
        if (stretch.getValue() >= lastBefore && stretch.getKey() <= firstAfter) {
          covered.add(Interval.ofEpochMilli(stretch.getKey(), stretch.getValue() + 1));
        }
      }
    }
    return IntervalSet.unionOf(covered);
  }
}
