package dev.attendance.testkit.world;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.testkit.world.Telling.Told;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Delivers what was told as LiveKit does: one queue for each room name on each node, in order, each
 * event tried five times within 15 seconds, and not at all if it has waited for more than 30.
 */
final class Notifier {

  private static final long MAX_AGE = 30_000;
  private static final long[] ATTEMPTS = {0, 1000, 3000, 7000, 15_000};

  private record Queue(Node node, String roomName) {}

  private final Chance chance;
  private final Instant start;
  private final IntervalSet away;
  private final Map<Queue, Long> freeFrom = new HashMap<>();
  private final List<AttendanceEvent> received = new ArrayList<>();

  Notifier(Chance chance, Instant start, IntervalSet away) {
    this.chance = chance;
    this.start = start;
    this.away = away;
  }

  List<AttendanceEvent> received() {
    return received;
  }

  void send(Told told) {
    Queue queue = new Queue(told.node(), told.roomName());
    long begin = Math.max(told.at() + chance.between(2, 40), freeFrom.getOrDefault(queue, 0L));
    if (begin - told.at() > MAX_AGE) {
      chance.happened(Phenomenon.LOST_OF_AGE);
      return;
    }
    for (long wait : ATTEMPTS) {
      long attempt = begin + wait;
      if (attempt > told.node().diesAt) {
        chance.happened(Phenomenon.LOST_WITH_NODE);
        return;
      }
      if (!isAway(attempt)) {
        if (wait > 0) {
          chance.happened(Phenomenon.RETRIED);
        }
        arrive(told, attempt);
        freeFrom.put(queue, attempt + 5);
        return;
      }
    }
    chance.happened(Phenomenon.LOST_AFTER_RETRIES);
    freeFrom.put(queue, begin + ATTEMPTS[ATTEMPTS.length - 1]);
  }

  private boolean isAway(long at) {
    Instant instant = start.plusMillis(at);
    return away.intervals().stream().anyMatch(interval -> interval.contains(instant));
  }

  private void arrive(Told told, long at) {
    received.add(told.event().apply(start.plusMillis(at)));
    if (chance.percent(3)) {
      chance.happened(Phenomenon.DELIVERED_TWICE);
      received.add(told.event().apply(start.plusMillis(at + 1000)));
    }
  }

  /** {@return whether our receiver is away at any time of an interval} */
  boolean isAwayDuring(Interval interval) {
    return away.intervals().stream().anyMatch(interval::overlaps);
  }
}
