package example.attendance.benchmarks;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.record.SessionAttendance;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From all events of a session to its attendance. Ours makes cycles with evidence, bounds and
 * records of it; the others only the time that each participant was there.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 7, time = 2)
@Fork(
    value = 1,
    jvmArgs = {
      "-Xms3g",
      "-Xmx3g",
      "-XX:+AlwaysPreTouch",
      "-XX:+UseTransparentHugePages",
      "-XX:+UseParallelGC"
    })
public class FoldBenchmark {

  /** Ten events each. */
  @Param({"10", "1000", "100000"})
  public int participants;

  private List<AttendanceEvent> events = List.of();

  /**
   * Makes the events and makes sure that everybody says the same.
   *
   * @throws IllegalStateException if not
   */
  @Setup
  public void prepare() {
    events = LessonEvents.shuffled(participants);
    Map<String, Long> expected = floor().byIdentity();
    Map<String, Long> ours = new TreeMap<>();
    attendance()
        .records()
        .forEach(record -> ours.put(record.person().value(), record.unclipped().best().toMillis()));
    requireSame("attendance", expected, ours);
    requireSame("Guava", expected, guava());
    requireSame("streams", expected, streams());
  }

  private static void requireSame(
      String who, Map<String, Long> expected, Map<String, Long> totals) {
    if (!expected.equals(totals)) {
      throw new IllegalStateException(who + " has other totals than the floor");
    }
  }

  /** {@return what {@code attendance} makes of it} */
  @Benchmark
  public SessionAttendance attendance() {
    return AttendanceFold.fold(events);
  }

  /** {@return what sorted arrays make of it: the floor} */
  @Benchmark
  public ArrayFold floor() {
    return ArrayFold.fold(events);
  }

  /** {@return what a {@code TreeRangeSet} for each participant makes of it} */
  @Benchmark
  public Map<String, Long> guava() {
    return GuavaFold.fold(events);
  }

  /** {@return what a stream makes of it} */
  @Benchmark
  public Map<String, Long> streams() {
    return StreamFold.fold(events);
  }
}
