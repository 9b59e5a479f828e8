package example.attendance.benchmarks;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.attendance.event.AttendanceEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Plain Java streams. */
final class StreamFold {

  private StreamFold() {}

  static Map<String, Long> fold(List<AttendanceEvent> events) {
    return events.stream()
        .map(Stay::of)
        .collect(toMap(Stay::connection, Function.identity(), Stay::merge))
        .values()
        .stream()
        .collect(groupingBy(Stay::identity, collectingAndThen(toList(), StreamFold::total)));
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
