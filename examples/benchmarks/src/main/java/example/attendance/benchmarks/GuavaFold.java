package example.attendance.benchmarks;

import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import dev.attendance.event.AttendanceEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Guava's range sets. */
final class GuavaFold {

  private GuavaFold() {}

  static Map<String, Long> fold(List<AttendanceEvent> events) {
    Map<String, Stay> stays = new HashMap<>();
    for (AttendanceEvent event : events) {
      Stay stay = Stay.of(event);
      stays.merge(stay.connection(), stay, Stay::merge);
    }
    Map<String, RangeSet<Long>> presences = new HashMap<>();
    for (Stay stay : stays.values()) {
      presences
          .computeIfAbsent(stay.identity(), identity -> TreeRangeSet.create())
          .add(Range.closedOpen(stay.start(), stay.end()));
    }
    Map<String, Long> totals = new HashMap<>();
    presences.forEach((identity, presence) -> totals.put(identity, total(presence)));
    return totals;
  }

  private static long total(RangeSet<Long> presence) {
    long total = 0;
    for (Range<Long> range : presence.asRanges()) {
      total += range.upperEndpoint() - range.lowerEndpoint();
    }
    return total;
  }
}
