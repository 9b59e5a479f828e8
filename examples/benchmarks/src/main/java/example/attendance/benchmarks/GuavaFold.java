package example.attendance.benchmarks;

import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantLeft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Guava's range sets. A left event carries the join time, so it alone gives the whole range. */
final class GuavaFold {

  private GuavaFold() {}

  static Map<String, Long> fold(List<AttendanceEvent> events) {
    Map<String, RangeSet<Long>> presences = new HashMap<>();
    for (AttendanceEvent event : events) {
      if (event instanceof ParticipantLeft left) {
        Participant who = left.participant();
        presences
            .computeIfAbsent(who.identity(), identity -> TreeRangeSet.create())
            .add(
                Range.closedOpen(
                    who.joinTime().orElseThrow().at().toEpochMilli(),
                    left.header().occurredAt().toEpochMilli()));
      }
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
