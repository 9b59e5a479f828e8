package example.attendance.benchmarks;

import dev.attendance.Attendance;
import dev.attendance.AttendanceListener;
import dev.attendance.RoomChange;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.DisconnectReason;
import dev.attendance.event.EventHeader;
import dev.attendance.event.EventId;
import dev.attendance.event.JoinTime;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantKind;
import dev.attendance.event.ParticipantLeft;
import dev.attendance.event.RoomInstance;
import dev.attendance.event.Track;
import dev.attendance.event.TrackPublished;
import dev.attendance.event.TrackSource;
import dev.attendance.record.RevisionDiff;
import dev.attendance.record.SessionRevision;
import dev.attendance.store.AppendOutcome;
import dev.attendance.store.memory.MemoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One more event recorded and folded in a room that has seen many cycles already, half of them
 * still open. A listener is told, as in a live view. The event changes a cycle but adds none, so
 * that the room stays as big as it is.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(
    value = 1,
    jvmArgs = {
      "-Xms2g",
      "-Xmx2g",
      "-XX:+AlwaysPreTouch",
      "-XX:+UseTransparentHugePages",
      "-XX:+UseParallelGC"
    })
public class FoldOneMoreBenchmark {

  private static final RoomInstance ROOM =
      new RoomInstance(LessonEvents.ROOM_SID, "math-101", Optional.of(LessonEvents.START));

  /** How many cycles the room has seen. */
  @Param({"10", "1000", "100000"})
  public int cycles;

  /** How many listeners' calls were seen. */
  private long told;

  private int events;
  private Attendance attendance = Attendance.builder(new MemoryStore()).build();

  /** A room anew for each iteration, so that the log of one does not weigh on the next. */
  @Setup(Level.Iteration)
  public void fillRoom() {
    told = 0;
    attendance =
        Attendance.builder(new MemoryStore())
            .clock(() -> LessonEvents.WINDOW.end())
            .listener(new Counting())
            .build();
    List<AttendanceEvent> filling = new ArrayList<>();
    for (int cycle = 0; cycle < cycles; cycle++) {
      filling.add(new ParticipantJoined(header(), participant(cycle)));
      if (cycle % 2 == 1) {
        filling.add(
            new ParticipantLeft(header(), participant(cycle), DisconnectReason.CLIENT_INITIATED));
      }
    }
    attendance.record(filling);
  }

  /** {@return what became of one more event} */
  @Benchmark
  public List<AppendOutcome> oneMore() {
    int who = 2 * (events % (cycles / 2));
    Track track = new Track("TR_" + who, sid(who), identity(who), TrackSource.MICROPHONE);
    return attendance.record(List.of(new TrackPublished(header(), track)));
  }

  long told() {
    return told;
  }

  /** Looks at what it is told, which asks for the sessions that claim the room. */
  private final class Counting implements AttendanceListener {
    @Override
    public void roomChanged(RoomChange change) {
      told += change.sessions().size();
    }

    @Override
    public void sessionSettled(SessionRevision revision, RevisionDiff diff) {
      throw new IllegalStateException("nothing is settled here");
    }
  }

  private EventHeader header() {
    events++;
    Instant at = LessonEvents.START.plusSeconds(events % 3600);
    return new EventHeader(new EventId("livekit", "EV_" + events), ROOM, at, at);
  }

  private static Participant participant(int who) {
    return new Participant(
        sid(who),
        identity(who),
        "Student",
        ParticipantKind.STANDARD,
        false,
        false,
        Optional.of(new JoinTime(LessonEvents.START, true)));
  }

  private static String sid(int who) {
    return "PA_" + who;
  }

  private static String identity(int who) {
    return "student-" + who;
  }
}
