package example.attendance.benchmarks;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantLeft;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The floor: the least that has to be done. One look-up for each event, then primitive arrays that
 * are sorted and swept. It knows that every joined event has its left event.
 */
public final class ArrayFold {

  private final Map<String, Integer> indexes;
  private final long[] totals;

  private ArrayFold(Map<String, Integer> indexes, long[] totals) {
    this.indexes = indexes;
    this.totals = totals;
  }

  static ArrayFold fold(List<AttendanceEvent> events) {
    Map<String, Integer> indexes = new HashMap<>();
    int[] who = new int[events.size()];
    int[] counts = new int[16];
    int position = 0;
    for (AttendanceEvent event : events) {
      int next = indexes.size();
      Integer known = indexes.putIfAbsent(participant(event).identity(), next);
      int index = known == null ? next : known;
      if (index == counts.length) {
        counts = Arrays.copyOf(counts, 2 * index);
      }
      counts[index]++;
      who[position++] = index;
    }

    // Each participant has a stretch of both arrays, half as long as it has events.
    int[] starting = new int[indexes.size() + 1];
    for (int index = 0; index < indexes.size(); index++) {
      starting[index + 1] = starting[index] + counts[index] / 2;
    }
    long[] starts = new long[events.size() / 2];
    long[] ends = new long[events.size() / 2];
    int[] nextStart = starting.clone();
    int[] nextEnd = starting.clone();
    position = 0;
    for (AttendanceEvent event : events) {
      int index = who[position++];
      if (event instanceof ParticipantJoined joined) {
        starts[nextStart[index]++] =
            joined.participant().joinTime().orElseThrow().at().toEpochMilli();
      } else {
        ends[nextEnd[index]++] = event.header().occurredAt().toEpochMilli();
      }
    }

    long[] totals = new long[indexes.size()];
    for (int index = 0; index < totals.length; index++) {
      totals[index] = union(starts, ends, starting[index], starting[index + 1]);
    }
    return new ArrayFold(indexes, totals);
  }

  private static Participant participant(AttendanceEvent event) {
    if (event instanceof ParticipantJoined joined) {
      return joined.participant();
    }
    return ((ParticipantLeft) event).participant();
  }

  private static long union(long[] starts, long[] ends, int from, int to) {
    Arrays.sort(starts, from, to);
    Arrays.sort(ends, from, to);
    long total = ends[to - 1] - starts[from];
    for (int i = from + 1; i < to; i++) {
      total -= Math.max(0, starts[i] - ends[i - 1]);
    }
    return total;
  }

  Map<String, Long> byIdentity() {
    Map<String, Long> byIdentity = new TreeMap<>();
    indexes.forEach((identity, index) -> byIdentity.put(identity, totals[index]));
    return byIdentity;
  }
}
