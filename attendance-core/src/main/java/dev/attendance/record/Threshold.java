package dev.attendance.record;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How much presence is enough (R16): a share of the window, a length of time, or either of them.
 * Presence for no time at all is never enough.
 *
 * @param percent the share of the window that suffices, in percent from 0 to 100, inclusive; 0
 *     means any time at all
 * @param duration the time inside the window that suffices, inclusive; positive
 */
public record Threshold(OptionalInt percent, Optional<Duration> duration) {

  /** The longest time that can be asked for: a year. */
  public static final Duration LONGEST = Duration.ofDays(365);

  private static final String OR = "/";

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if neither is given or one is out of range
   */
  public Threshold {
    if (percent.isEmpty() && duration.isEmpty()) {
      throw new IllegalArgumentException("threshold: must have a percentage, a duration or both");
    }
    if (percent.orElse(0) < 0 || percent.orElse(0) > 100) {
      throw new IllegalArgumentException(
          "threshold percent: must lie between 0 and 100, was " + percent.getAsInt());
    }
    duration.ifPresent(
        time -> {
          if (time.isZero() || time.isNegative() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                "threshold duration: must be positive and at most " + LONGEST + ", was " + time);
          }
        });
  }

  /**
   * {@return a share of the window}
   *
   * @param percent from 0 to 100; 0 means any time at all
   * @throws IllegalArgumentException if it is out of range
   */
  public static Threshold ofPercent(int percent) {
    return new Threshold(OptionalInt.of(percent), Optional.empty());
  }

  /**
   * {@return a length of time inside the window}
   *
   * @param duration positive, at most {@link #LONGEST}
   * @throws IllegalArgumentException if it is out of range
   */
  public static Threshold ofDuration(Duration duration) {
    return new Threshold(OptionalInt.empty(), Optional.of(duration));
  }

  /**
   * {@return a share of the window or a length of time inside it, whichever is reached}
   *
   * @param percent from 0 to 100
   * @param duration positive, at most {@link #LONGEST}
   * @throws IllegalArgumentException if one is out of range
   */
  public static Threshold either(int percent, Duration duration) {
    return new Threshold(OptionalInt.of(percent), Optional.of(duration));
  }

  /**
   * {@return whether the presence is enough}
   *
   * @param presence time inside the window
   * @param window the window's length
   */
  public boolean isMetBy(Duration presence, Duration window) {
    if (presence.isZero()) {
      return false;
    }
    boolean share =
        percent.isPresent() && presence.toMillis() * 100 >= percent.getAsInt() * window.toMillis();
    return share || (duration.isPresent() && presence.compareTo(duration.get()) >= 0);
  }

  /** Whether this one asks for more than the other in a way that both ask for. */
  boolean exceeds(Threshold other) {
    boolean more =
        percent.isPresent()
            && other.percent.isPresent()
            && percent.getAsInt() > other.percent.getAsInt();
    return more
        || (duration.isPresent()
            && other.duration.isPresent()
            && duration.get().compareTo(other.duration.get()) > 0);
  }

  /** {@return for example {@code 75%}, {@code PT45M} or {@code 75%/PT45M}; see {@link #parse}} */
  public String toText() {
    String share = percent.isPresent() ? percent.getAsInt() + "%" : "";
    String or = percent.isPresent() && duration.isPresent() ? OR : "";
    return share + or + duration.map(Duration::toString).orElse("");
  }

  /**
   * {@return the threshold of a text}
   *
   * @param text as {@link #toText} gives it
   * @throws IllegalArgumentException if it is anything else
   */
  public static Threshold parse(String text) {
    int or = text.indexOf(OR);
    String first = or < 0 ? text : text.substring(0, or);
    boolean share = first.endsWith("%");
    if (or >= 0 && !share) {
      throw unreadable(text);
    }
    try {
      OptionalInt percent =
          share
              ? OptionalInt.of(Integer.parseInt(first.substring(0, first.length() - 1)))
              : OptionalInt.empty();
      Optional<Duration> duration =
          share && or < 0
              ? Optional.empty()
              : Optional.of(Duration.parse(share ? text.substring(or + 1) : text));
      return new Threshold(percent, duration);
    } catch (NumberFormatException | DateTimeParseException e) {
      throw unreadable(text);
    }
  }

  private static IllegalArgumentException unreadable(String text) {
    return new IllegalArgumentException(
        "threshold: must be like 75%, PT45M or 75%/PT45M, was " + text);
  }
}
