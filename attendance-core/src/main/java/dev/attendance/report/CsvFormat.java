package dev.attendance.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * How CSV files are written: RFC 4180, commas, CRLF, English headers in an order that stays. Times
 * are ISO-8601 with offset and milliseconds. A cell that a spreadsheet would take for a formula
 * begins with an apostrophe. Immutable.
 *
 * @param zone the zone that times are printed in
 * @param byteOrderMark whether the file begins with a byte order mark: some spreadsheets take it
 *     for UTF-8 only then
 */
public record CsvFormat(ZoneId zone, boolean byteOrderMark) {

  private static final DateTimeFormatter ISO_OFFSET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

  /**
   * {@return a format without a byte order mark}
   *
   * @param zone the zone that times are printed in
   */
  public static CsvFormat in(ZoneId zone) {
    return new CsvFormat(zone, false);
  }

  /** {@return the same with a byte order mark} */
  public CsvFormat withByteOrderMark() {
    return new CsvFormat(zone, true);
  }

  String time(Instant instant) {
    return ISO_OFFSET.format(instant.atZone(zone));
  }

  /** Empty if there is none. */
  String time(Optional<Instant> instant) {
    return instant.map(this::time).orElse("");
  }
}
