package example.attendance.server;

import dev.attendance.cycle.Evidence;
import dev.attendance.testkit.TruthComparison.Computed;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Prints a session of the read API as a table for people. */
final class LessonTable {

  private static final List<String> HEADINGS =
      List.of(
          "Name",
          "Person",
          "From",
          "To",
          "Time",
          "At least",
          "At most",
          "Share",
          "Status",
          "How it is known");

  private final DateTimeFormatter clock;
  private final ZoneId zone;

  LessonTable(ZoneId zone) {
    this.zone = zone;
    this.clock = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
  }

  void print(JsonNode report, PrintStream out) {
    JsonNode session = report.get("session");
    out.println();
    out.printf(
        "%s, %s to %s (%s), %s, revision %d%n%n",
        session.get("title").asString(),
        time(session.get("windowStart")),
        time(session.get("windowEnd")),
        zone,
        session.get("state").asString(),
        report.get("revision").asInt());
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    for (JsonNode record : report.get("records")) {
      rows.add(row(record, report.get("cycles")));
    }
    print(rows, out);
    out.println();
    for (JsonNode cycle : report.get("cycles")) {
      if (!cycle.get("counts").asBoolean()) {
        out.println("Not counted, being hidden: " + who(cycle));
      }
    }
    for (JsonNode attempt : report.get("attempts")) {
      out.println("Tried and never got in: " + who(attempt));
    }
  }

  /** The connections, to be compared with what the participants' devices recorded. */
  static List<Computed> computed(JsonNode report) {
    return report
        .get("cycles")
        .valueStream()
        .map(
            cycle ->
                new Computed(
                    cycle.get("identity").asString(),
                    cycle.get("participantSid").asString(),
                    instant(cycle.get("start").get("best")),
                    instant(cycle.get("end").get("earliest")),
                    instant(cycle.get("end").get("best")),
                    instant(cycle.get("end").get("latest")),
                    cycle.get("end").get("evidence").asString()))
        .toList();
  }

  private List<String> row(JsonNode record, JsonNode cycles) {
    JsonNode bounds = record.get("bridged");
    return List.of(
        record.get("name").asString(),
        record.get("person").asString(),
        time(record.get("firstJoin")),
        time(record.get("lastLeave")),
        duration(bounds.get("bestMillis")),
        duration(bounds.get("atLeastMillis")),
        duration(bounds.get("atMostMillis")),
        String.format(Locale.ROOT, "%.2f %%", record.get("percent").asDouble()),
        record.get("status").asString(),
        known(record, cycles));
  }

  /** How the ends of a person's connections are known, each way once. */
  private static String known(JsonNode record, JsonNode cycles) {
    List<String> ways =
        cycles
            .valueStream()
            .filter(cycle -> cycle.get("person").equals(record.get("person")))
            .map(cycle -> Evidence.valueOf(cycle.get("end").get("evidence").asString()))
            .distinct()
            .map(Evidence::description)
            .toList();
    int connections = record.get("cycles").asInt();
    return (connections == 1 ? "" : connections + " connections: ") + String.join("; ", ways);
  }

  private static void print(List<List<String>> rows, PrintStream out) {
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        int at = column;
        int width = rows.stream().mapToInt(other -> length(other.get(at))).max().orElse(0);
        String cell = row.get(column);
        line.append(cell).append(" ".repeat(width - length(cell) + 2));
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  private static String who(JsonNode participant) {
    return participant.get("name").asString() + " (" + participant.get("person").asString() + ")";
  }

  private String time(JsonNode instant) {
    return instant.isNull() ? "" : clock.format(instant(instant));
  }

  private static Instant instant(JsonNode instant) {
    return Instant.parse(instant.asString());
  }

  /** Cut to the second. */
  private static String duration(JsonNode millis) {
    Duration duration = Duration.ofMillis(millis.asLong());
    return String.format(
        Locale.ROOT,
        "%d:%02d:%02d",
        duration.toHours(),
        duration.toMinutesPart(),
        duration.toSecondsPart());
  }
}
