package example.attendance.benchmarks.rebuild;

import dev.attendance.jooq.JooqStore;
import example.attendance.benchmarks.ingest.DurableDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * A long log in a durable PostgreSQL: how fast it is folded anew beside a plain scan of it, and how
 * long a report of one session takes, in a log of a hundredth of the length and in the whole one.
 */
public final class Rebuild {

  private final DurableDatabase database;
  private final DSLContext open;
  private final JooqStore store;
  private final List<String> lines = new ArrayList<>();

  private Rebuild(DurableDatabase database) {
    this.database = database;
    this.open = DSL.using(database.pool(), database.dialect());
    this.store = JooqStore.builder(database.pool(), database.dialect()).build();
  }

  /**
   * Fills a database and measures.
   *
   * @param arguments how many events, how often each run over the log is measured, and how many
   *     reports are asked for
   * @throws Exception if something cannot be measured
   */
  public static void main(String[] arguments) throws Exception {
    int lessons = LessonLog.lessons(Long.parseLong(arguments[0]));
    int rounds = Integer.parseInt(arguments[1]);
    int reports = Integer.parseInt(arguments[2]);
    try (DurableDatabase database = DurableDatabase.start(SQLDialect.POSTGRES)) {
      Rebuild rebuild = new Rebuild(database);
      rebuild.measure(lessons, rounds, reports);
      System.out.println(String.join("\n", rebuild.lines));
    }
  }

  private void measure(int lessons, int rounds, int reports) throws Exception {
    int few = Math.max(1, lessons / 100);
    LessonLog.fill(open, 0, few);
    run(Measured.Work.REBUILD, few);
    LessonLog.tidy(open);
    ReportTimes small = ReportTimes.of(store, few, reports);
    LessonLog.fill(open, few, lessons);
    Measured lost = run(Measured.Work.REBUILD, lessons - few);
    LessonLog.tidy(open);
    List<Measured> scans = new ArrayList<>();
    List<Measured> alone = new ArrayList<>();
    List<Measured> together = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      scans.add(run(Measured.Work.SCAN, 0));
      alone.add(run(Measured.Work.REBUILD, 0));
      together.add(run(Measured.Work.REBUILD_TOGETHER, 0));
    }
    ReportTimes large = ReportTimes.of(store, lessons, reports);

    lines.add(
        "| "
            + scans.get(0).events()
            + " events | events/s | processor time, µs an event | peak heap, MB | ratio |");
    lines.add("|---|---|---|---|---|");
    double floor = median(scans, Measured::perSecond);
    lines.add(line("floor: cursor scan", scans, floor));
    lines.add(line("rebuild, nothing to mend", alone, floor));
    lines.add(line("rebuild, nothing to mend, two readers", together, floor));
    lines.add(line("rebuild, everything lost", List.of(lost), floor));
    lines.add("");
    lines.add("| report of a session of 30, ms | p50 | p99 |");
    lines.add("|---|---|---|");
    lines.add(line(few, small));
    lines.add(line(lessons, large));
  }

  /** Throws if not just so many rooms were found otherwise than they should be. */
  private Measured run(Measured.Work work, int changed) throws Exception {
    Measured measured =
        Measured.run(work, database.pool().getJdbcUrl(), database.pool().getUsername());
    if (measured.changed() != changed) {
      throw new IllegalStateException("rooms that changed: " + measured.changed());
    }
    return measured;
  }

  private static String line(String name, List<Measured> runs, double floor) {
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %.2f | %.0f | %.2f |",
        name,
        median(runs, Measured::perSecond),
        median(runs, Measured::processorMicrosAnEvent),
        median(runs, run -> run.peakHeap() / 1e6),
        median(runs, Measured::perSecond) / floor);
  }

  private static String line(int lessons, ReportTimes times) {
    return String.format(
        Locale.ROOT,
        "| among %d events | %.2f | %.2f |",
        (long) lessons * LessonLog.EVENTS_A_LESSON,
        times.median(),
        times.p99());
  }

  private static double median(List<Measured> runs, ToDoubleFunction<Measured> figure) {
    double[] values = runs.stream().mapToDouble(figure).toArray();
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
