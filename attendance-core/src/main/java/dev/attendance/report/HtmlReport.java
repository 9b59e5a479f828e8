package dev.attendance.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;

/**
 * Writes a report as one HTML page that needs nothing else: no script, no network. It has a bar for
 * each person on a common axis, uncertain ends hatched, follows the reader's light or dark setting,
 * and prints. Every name is escaped. It is well-formed XML too, so that any parser reads it.
 * Thread-safe.
 */
public final class HtmlReport {

  private static final String STYLE = style();

  private final ZoneId zone;

  /**
   * A writer.
   *
   * @param zone the zone that times are printed in; the page names it once
   */
  public HtmlReport(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Writes the page.
   *
   * @param report what to write
   * @param out where to; not closed. To be encoded as UTF-8
   * @throws IOException if {@code out} throws it
   */
  public void write(SessionReport report, Appendable out) throws IOException {
    String title = Html.escape(report.attendance().summary().title());
    List<PersonRow> people = PersonRow.of(report.attendance());
    Timeline timeline = Timeline.of(report, people, zone);

    out.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>")
        .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"/>")
        .append("<title>Attendance: " + title + "</title>\n<style>\n" + STYLE + "</style></head>\n")
        .append("<body>\n<h1 dir=\"auto\">" + title + "</h1>\n");
    new HtmlHead(zone).write(report, out);
    new HtmlPeople(timeline).write(people, out);
    timeline.writeKey(out);
    new HtmlNotes(timeline, zone).write(report, people, out);
    out.append("</body></html>\n");
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
