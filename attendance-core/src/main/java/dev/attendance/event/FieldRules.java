package dev.attendance.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What every id, name and instant must satisfy, so that each store can keep it exactly and tell it
 * from any other. Checked at construction: nothing is half-stored. Messages name the field and the
 * rule, never the value.
 */
public final class FieldRules {

  /**
   * The most UTF-16 code units an id, an identity or a name may have: LiveKit's own default limit.
   */
  public static final int LONGEST_ID = 256;

  /** The first instant that can be recorded; zero is how sources say "absent" (R2). */
  public static final Instant EARLIEST = Instant.ofEpochMilli(1);

  /** The first instant that can no longer be recorded. */
  public static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  private static final long FIRST_MILLI = EARLIEST.toEpochMilli();
  private static final long TOO_LATE = LATEST.toEpochMilli();

  private FieldRules() {}

  /**
   * {@return {@code value}, which is fit to be an id: not blank, at most {@value #LONGEST_ID} code
   * units, no NUL, no unpaired surrogate}
   *
   * @param field what the message calls it
   * @param value the id
   * @throws IllegalArgumentException naming the field and the rule that is broken
   */
  public static String id(String field, String value) {
    // Nearly every id begins with a letter or a digit, and ids are checked by the million.
    boolean beginsPlainly = !value.isEmpty() && value.charAt(0) > ' ' && value.charAt(0) < 0x7F;
    if (!beginsPlainly && value.isBlank()) {
      throw new IllegalArgumentException(field + ": must not be blank");
    }
    return text(field, value);
  }

  /**
   * {@return {@code value}, which is fit to be a name: possibly empty, at most {@value #LONGEST_ID}
   * code units, no NUL, no unpaired surrogate}
   *
   * @param field what the message calls it
   * @param value the name
   * @throws IllegalArgumentException naming the field and the rule that is broken
   */
  public static String text(String field, String value) {
    if (value.length() > LONGEST_ID) {
      throw new IllegalArgumentException(
          field + ": must have at most " + LONGEST_ID + " characters, has " + value.length());
    }
    for (int i = 0; i < value.length(); i++) {
      char unit = value.charAt(i);
      if ((char) (unit - 1) < Character.MIN_SURROGATE - 1) {
        continue; // Nearly every one, neither NUL nor beyond: ids are checked by the million.
      }
      if (unit == 0) {
        throw new IllegalArgumentException(field + ": must not contain NUL");
      }
      if (Character.isHighSurrogate(unit)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(unit)) {
        throw new IllegalArgumentException(field + ": must not contain an unpaired surrogate");
      }
    }
    return value;
  }

  /**
   * {@return {@code millis}, which is fit to be an instant}
   *
   * @param field what the message calls it
   * @param millis since the epoch, from {@link #EARLIEST} (inclusive) to {@link #LATEST}
   *     (exclusive)
   * @throws IllegalArgumentException naming the field if it is out of range
   */
  public static long millis(String field, long millis) {
    if (millis < FIRST_MILLI || millis >= TOO_LATE) {
      instant(field, Instant.ofEpochMilli(millis));
    }
    return millis;
  }

  /**
   * {@return {@code instant} cut to the millisecond}
   *
   * @param field what the message calls it
   * @param instant from {@link #EARLIEST} (inclusive) to {@link #LATEST} (exclusive)
   * @throws IllegalArgumentException naming the field if it is out of range
   */
  public static Instant instant(String field, Instant instant) {
    if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
      throw new IllegalArgumentException(
          field + ": must lie between " + EARLIEST + " and " + LATEST + ", was " + instant);
    }
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }
}
