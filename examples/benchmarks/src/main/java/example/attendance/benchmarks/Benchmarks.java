package example.attendance.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks and prints a table of them: medians, what each allocates, and each as a ratio
 * to its floor or, where there is none, to the smallest of its kind.
 */
public final class Benchmarks {

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private Benchmarks() {}

  /** One row: a benchmark with its parameter. */
  private record Row(String group, String parameter, String name, double median, double allocated) {

    static Row of(RunResult result) {
      BenchmarkParams params = result.getParams();
      String[] parts = params.getBenchmark().split("\\.", -1);
      Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
      return new Row(
          parts[parts.length - 2],
          params.getParamsKeys().stream().map(params::getParam).collect(Collectors.joining(" ")),
          parts[parts.length - 1],
          result.getPrimaryResult().getStatistics().getPercentile(50),
          allocated == null ? Double.NaN : allocated.getScore());
    }

    String line(double floor) {
      return String.format(
          Locale.ROOT,
          "| %s | %s | %s | %.1f | %.1f | %.2f |",
          group,
          parameter,
          name,
          median,
          allocated / 1024,
          median / floor);
    }
  }

  /**
   * Runs them.
   *
   * @param arguments regular expressions of which to run; all if there are none
   * @throws RunnerException if one cannot be run
   */
  public static void main(String[] arguments) throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    for (String include : arguments) {
      options.include(include);
    }
    options.addProfiler(GCProfiler.class).shouldFailOnError(true);
    print(new Runner(options.build()).run());
  }

  private static void print(Collection<RunResult> results) {
    Map<String, List<Row>> sideBySide =
        results.stream()
            .map(Row::of)
            .collect(Collectors.groupingBy(Benchmarks::group, TreeMap::new, Collectors.toList()));
    System.out.println();
    System.out.println("| benchmark | of | what | median, µs | KiB allocated | ratio |");
    System.out.println("|---|---|---|---|---|---|");
    sideBySide
        .values()
        .forEach(rows -> rows.forEach(row -> System.out.println(row.line(base(rows)))));
  }

  /** Rows that are compared: without a floor, those of the same benchmark over its parameter. */
  private static String group(Row row) {
    return row.group().equals("FoldOneMoreBenchmark")
        ? row.group()
        : row.group() + " " + row.parameter();
  }

  private static double base(List<Row> rows) {
    return rows.stream()
        .filter(row -> row.name().equals("floor"))
        .findFirst()
        .orElse(rows.get(0))
        .median();
  }
}
