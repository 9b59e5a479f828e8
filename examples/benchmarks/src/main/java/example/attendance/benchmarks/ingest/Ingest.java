package example.attendance.benchmarks.ingest;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.jooq.JooqStore;
import dev.attendance.store.RawBodyStorage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * How many webhooks a second get durably into a database, and how long one waits for it: our store
 * beside the floor and the usual ways, in turns. Prints medians.
 */
public final class Ingest {

  /** Something that is measured. */
  private interface Case {
    Load.Result run() throws Exception;
  }

  private final DurableDatabase database;
  private final WebhookStream events = new WebhookStream();
  private final Duration time;
  private final List<Integer> callers;
  private final List<RawBodyStorage> bodies;
  private final Map<String, Case> cases = new LinkedHashMap<>();

  private Ingest(
      DurableDatabase database, Duration time, List<Integer> callers, List<RawBodyStorage> bodies) {
    this.database = database;
    this.time = time;
    this.callers = callers;
    this.bodies = bodies;
  }

  /**
   * Runs the load on one database.
   *
   * @param arguments the database (POSTGRES, MARIADB, H2), how many milliseconds each case is run,
   *     how often, by how many callers, with commas between, and how raw bodies are kept (off,
   *     plain, compressed), likewise
   * @throws Exception if something cannot be measured
   */
  public static void main(String[] arguments) throws Exception {
    SQLDialect dialect = SQLDialect.valueOf(arguments[0]);
    Duration time = Duration.ofMillis(Long.parseLong(arguments[1]));
    int rounds = Integer.parseInt(arguments[2]);
    List<Integer> callers =
        Arrays.stream(arguments[3].split(",", -1)).map(Integer::valueOf).toList();
    List<RawBodyStorage> bodies =
        Arrays.stream(arguments[4].split(",", -1))
            .map(name -> RawBodyStorage.valueOf(name.toUpperCase(Locale.ROOT)))
            .toList();
    try (DurableDatabase database = DurableDatabase.start(dialect)) {
      System.out.println(
          String.join("\n", new Ingest(database, time, callers, bodies).lines(rounds)));
    }
  }

  /** A table of what was measured; ratios are to its first line, the floor. */
  private List<String> lines(int rounds) throws Exception {
    if (database.dialect() == SQLDialect.POSTGRES) {
      addPeersOnPostgreSql();
    } else {
      addFloor();
    }
    addOurs();
    Map<String, List<Load.Result>> results = new LinkedHashMap<>();
    for (int round = 0; round <= rounds; round++) {
      for (Map.Entry<String, Case> one : cases.entrySet()) {
        Load.Result result = one.getValue().run();
        // The first round only warms the virtual machine up.
        if (round > 0) {
          results.computeIfAbsent(one.getKey(), name -> new ArrayList<>()).add(result);
        }
        emptyTables();
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add("| " + database.dialect() + " | events/s | p50, ms | p99, ms | ratio |");
    lines.add("|---|---|---|---|---|");
    double floor = median(results.values().iterator().next()).perSecond();
    results.forEach((name, runs) -> lines.add(line(name, median(runs), floor)));
    return lines;
  }

  private static String line(String name, Load.Result result, double floor) {
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %.2f | %.2f | %.2f |",
        name,
        result.perSecond(),
        result.median(),
        result.p99(),
        result.perSecond() / floor);
  }

  private static Load.Result median(List<Load.Result> runs) {
    return new Load.Result(
        median(runs.stream().mapToDouble(Load.Result::perSecond).toArray()),
        median(runs.stream().mapToDouble(Load.Result::median).toArray()),
        median(runs.stream().mapToDouble(Load.Result::p99).toArray()));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static Load.Result rateOnly(double perSecond) {
    return new Load.Result(perSecond, Double.NaN, Double.NaN);
  }

  private void addPeersOnPostgreSql() throws Exception {
    for (int connections : List.of(1, 2)) {
      cases.put(
          "floor: COPY, connections: " + connections,
          () -> rateOnly(CopyFloor.run(database.pool(), events, connections, time)));
    }
    TransactionPerWebhook peer = TransactionPerWebhook.on(database.pool());
    cases.put(
        "a transaction for each webhook, connections: 16",
        () -> Load.run(peer::take, events, 16, time));
    SingleInsert single = new SingleInsert(database.pool());
    cases.put(
        "an insert for each webhook, connections: 16",
        () -> Load.run(single::take, events, 16, time));
  }

  private void addFloor() {
    if (database.dialect() == SQLDialect.MARIADB) {
      // The floor does without the mark that tells our store which rows it inserted.
      DSL.using(database.pool(), database.dialect())
          .execute("alter table attendance_event alter inserted_by set default 0");
    }
    for (int writers : List.of(2, 1)) {
      cases.put(
          "floor: group commit by hand, writers: " + writers,
          () -> {
            try (GroupCommitFloor floor =
                new GroupCommitFloor(
                    database.pool(),
                    database.dialect() == SQLDialect.H2
                        ? GroupCommitFloor.Statement.BATCH
                        : GroupCommitFloor.Statement.ROWS,
                    writers)) {
              return Load.run(floor::take, events, mostCallers(), time);
            }
          });
    }
  }

  private void addOurs() {
    for (RawBodyStorage storage : bodies) {
      JooqStore store =
          JooqStore.builder(database.pool(), database.dialect()).rawBodies(storage).build();
      String name =
          storage == RawBodyStorage.OFF
              ? "attendance"
              : "attendance, raw bodies " + storage.name().toLowerCase(Locale.ROOT);
      for (int number : callers) {
        cases.put(
            name + ", callers: " + number,
            () -> Load.run(event -> append(store, storage, event), events, number, time));
      }
    }
    JooqStore store = JooqStore.builder(database.pool(), database.dialect()).build();
    cases.put(
        "attendance with the fold beside it, callers: " + mostCallers(),
        () -> rateOnly(FoldedLoad.run(store, events, mostCallers(), time)));
  }

  private static void append(JooqStore store, RawBodyStorage storage, AttendanceEvent event) {
    if (storage == RawBodyStorage.OFF) {
      store.events().append(List.of(event));
    } else {
      store.events().appendDelivered(List.of(WebhookBody.with(event)));
    }
  }

  private int mostCallers() {
    return callers.stream().mapToInt(Integer::intValue).max().orElseThrow();
  }

  /** So that nobody inherits large tables and their log from the one before. */
  private void emptyTables() {
    DSLContext open = DSL.using(database.pool(), database.dialect());
    open.fetch(
            "select table_name from information_schema.tables"
                + " where lower(table_name) like 'attendance_%' and table_schema = {0}"
                + " and lower(table_name) <> 'attendance_schema'",
            DSL.currentSchema())
        .forEach(row -> open.execute("truncate table " + row.get(0)));
    if (database.dialect() == SQLDialect.POSTGRES) {
      open.execute("checkpoint");
    }
  }
}
