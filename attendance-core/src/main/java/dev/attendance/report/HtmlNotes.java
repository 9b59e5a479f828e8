package dev.attendance.report;

import dev.attendance.record.PersonAttempt;
import dev.attendance.record.PersonCycle;
import dev.attendance.record.StatusDecision;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The end of a page: what was corrected, who did not count, who never got in. */
final class HtmlNotes {

  private final Timeline timeline;
  private final DateTimeFormatter second;

  HtmlNotes(Timeline timeline, ZoneId zone) {
    this.timeline = timeline;
    this.second = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
  }

  void write(SessionReport report, List<PersonRow> people, Appendable out) throws IOException {
    list(
        "Decided by people",
        people.stream().filter(row -> row.record().decision().isPresent()).toList(),
        row -> decision(row, row.record().decision().orElseThrow()),
        out);
    list(
        "In the room and not counted",
        report.attendance().cycles().stream().filter(cycle -> !cycle.counts()).toList(),
        this::uncounted,
        out);
    list("Tried to connect and never got in", report.attendance().attempts(), this::attempt, out);
  }

  /** One thing in words. */
  private interface Item<T> {
    String of(T thing);
  }

  private static <T> void list(String title, List<T> things, Item<T> item, Appendable out)
      throws IOException {
    if (things.isEmpty()) {
      return;
    }
    out.append("<h2>" + title + "</h2>\n<ul class=\"plain\">");
    for (T thing : things) {
      out.append("<li>" + item.of(thing) + "</li>");
    }
    out.append("</ul>\n");
  }

  private String decision(PersonRow row, StatusDecision decision) {
    return text(row.name())
        + ": "
        + row.record().computed().name().toLowerCase(Locale.ROOT)
        + " by the facts, "
        + row.record().status().name().toLowerCase(Locale.ROOT)
        + " by "
        + text(decision.madeBy())
        + " on "
        + second.format(decision.madeAt())
        + ": "
        + text(decision.reason());
  }

  private String uncounted(PersonCycle person) {
    return text(person.person().value())
        + ", "
        + timeline.clock(person.cycle().start().best())
        + " – "
        + timeline.clock(person.cycle().end().best());
  }

  private String attempt(PersonAttempt attempt) {
    return text(attempt.person().value()) + ", " + timeline.clock(attempt.attempt().at());
  }

  /** Of any direction, without turning what is around it. */
  private static String text(String text) {
    return "<bdi>" + Html.escape(text) + "</bdi>";
  }
}
