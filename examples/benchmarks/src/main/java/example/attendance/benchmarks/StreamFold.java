package example.attendance.benchmarks;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.ParticipantLeft;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Plain Java streams, from the left events, which carry the join time. */
final class StreamFold {

  private record Stay(long start, long end) {

    static Stay of(ParticipantLeft left) {
      return new Stay(
          left.participant().joinTime().orElseThrow().at().toEpochMilli(),
          left.header().occurredAt().toEpochMilli());
    }
  }

  private StreamFold() {}

  static Map<String, Long> fold(List<AttendanceEvent> events) {
    return events.stream()
        .filter(ParticipantLeft.class::isInstance)
        .map(ParticipantLeft.class::cast)
        .collect(
            groupingBy(
                left -> left.participant().identity(),
                mapping(Stay::of, collectingAndThen(toList(), StreamFold::total))));
  }

  private static long total(List<Stay> stays) {
    long total = 0;
    long until = Long.MIN_VALUE;
    for (Stay stay : stays.stream().sorted(Comparator.comparingLong(Stay::start)).toList()) {
      if (stay.end() > until) {
        total += stay.end() - Math.max(stay.start(), until);
        until = stay.end();
      }
    }
    return total;
  }
}
