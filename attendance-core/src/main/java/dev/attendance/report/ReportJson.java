package dev.attendance.report;

import dev.attendance.record.Explanation;
import dev.attendance.record.HistoryEntry;
import dev.attendance.record.SessionSummary;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes what is read of attendance as JSON, in UTF-8: the very bytes that the read API answers.
 * Instants are ISO-8601 in UTC with milliseconds, durations whole milliseconds, percents are cut to
 * two decimals, what is absent is null. Fields keep their names; new ones may come. Thread-safe.
 */
public final class ReportJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new SimpleModule("attendance").addSerializer(new InstantSerializer()))
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  /** A writer. */
  public ReportJson() {}

  /**
   * Writes a session: a record for each person, each connection with its evidence, each attempt.
   *
   * @param report what to write
   * @param out where to; not closed
   * @throws IOException if {@code out} throws it
   */
  public void write(SessionReport report, OutputStream out) throws IOException {
    write((Object) SessionReportJson.of(report), out);
  }

  /**
   * Writes who is in a session now.
   *
   * @param report what to write
   * @param out where to; not closed
   * @throws IOException if {@code out} throws it
   */
  public void writePresent(SessionReport report, OutputStream out) throws IOException {
    write(SessionReportJson.Present.of(report), out);
  }

  /**
   * Writes sessions without their people.
   *
   * @param sessions in the order to write them in
   * @param out where to; not closed
   * @throws IOException if {@code out} throws it
   */
  public void writeSessions(List<SessionSummary> sessions, OutputStream out) throws IOException {
    write(new SessionJson.Sessions(sessions.stream().map(SessionJson::of).toList()), out);
  }

  /**
   * Writes how one person's numbers came about: the record, and the words of {@link
   * ExplanationText}.
   *
   * @param explanation what to write
   * @param zone the zone that the words give times in
   * @param out where to; not closed
   * @throws IOException if {@code out} throws it
   */
  public void writeExplanation(Explanation explanation, ZoneId zone, OutputStream out)
      throws IOException {
    write(
        new ExplanationJson(
            RecordJson.of(explanation.record()), new ExplanationText(zone).lines(explanation)),
        out);
  }

  /**
   * Writes a course.
   *
   * @param course what to write
   * @param out where to; not closed
   * @throws IOException if {@code out} throws it
   */
  public void writeCourse(CourseMatrix course, OutputStream out) throws IOException {
    write(CourseJson.of(course), out);
  }

  /**
   * Writes a page of a person's history, with the place at which the next one begins.
   *
   * @param page the entries
   * @param mayGoOn whether there may be more behind them
   * @param out where to; not closed
   * @throws IOException if {@code out} throws it
   */
  public void writeHistory(List<HistoryEntry> page, boolean mayGoOn, OutputStream out)
      throws IOException {
    write(HistoryJson.of(page, mayGoOn), out);
  }

  private record ExplanationJson(RecordJson record, List<String> lines) {}

  /** What {@code out} throws comes as it was thrown, not as the library wraps it. */
  private static void write(Object value, OutputStream out) throws IOException {
    try {
      JSON.writeValue(out, value);
    } catch (JacksonException e) {
      if (e.getCause() instanceof IOException thrown) {
        throw thrown;
      }
      throw e;
    }
  }

  private static final class InstantSerializer extends StdSerializer<Instant> {

    private static final DateTimeFormatter MILLISECONDS =
        new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    InstantSerializer() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
      generator.writeString(MILLISECONDS.format(value));
    }
  }
}
