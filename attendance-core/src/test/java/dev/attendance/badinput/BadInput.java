package dev.attendance.badinput;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attendance.cycle.CycleFacts;
import dev.attendance.event.FieldRules;
import dev.attendance.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A table of fields and of what each of them refuses at construction, and takes at the edge of it.
 * A refusal is an {@link IllegalArgumentException} that names the field and the rule, and shows no
 * text that it was given.
 */
final class BadInput {

  private final List<DynamicTest> tests = new ArrayList<>();

  Stream<DynamicTest> tests() {
    return tests.stream();
  }

  /** A combination of values that is refused with this message, or one that begins so. */
  BadInput refused(String message, Runnable construction) {
    tests.add(
        DynamicTest.dynamicTest(
            message,
            () ->
                assertThatThrownBy(construction::run)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(message)));
    return this;
  }

  private <T> void refused(String message, String value, T given, Consumer<T> construction) {
    tests.add(
        DynamicTest.dynamicTest(
            message + " <- " + value,
            () ->
                assertThatThrownBy(() -> construction.accept(given))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(message)
                    .satisfies(refusal -> showsNoText(refusal, given))));
  }

  private static void showsNoText(Throwable refusal, Object given) {
    if (given instanceof String text && !text.isBlank() && refusal.getMessage().contains(text)) {
      throw new AssertionError("shows what it was given: " + refusal.getMessage());
    }
  }

  private <T> void taken(String field, String value, T given, Consumer<T> construction) {
    tests.add(
        DynamicTest.dynamicTest(
            field + " takes " + value,
            () -> assertThatCode(() -> construction.accept(given)).doesNotThrowAnyException()));
  }

  /** A field that is an id. */
  BadInput id(String field, Consumer<String> construction) {
    refused(field + ": must not be blank", "empty", "", construction);
    refused(field + ": must not be blank", "blank", " \t\u2003\n", construction);
    return storable(field, construction);
  }

  /** A field that is a text, possibly empty. */
  BadInput text(String field, Consumer<String> construction) {
    taken(field, "an empty text", "", construction);
    return storable(field, construction);
  }

  private BadInput storable(String field, Consumer<String> construction) {
    String tooLong = field + ": must have at most 256 characters, has 257";
    String unpaired = field + ": must not contain an unpaired surrogate";
    refused(tooLong, "257", "x".repeat(257), construction);
    refused(tooLong, "257, the last one a pair", "x".repeat(255) + "\uD83D\uDE00", construction);
    refused(field + ": must not contain NUL", "NUL", "ab\0cd", construction);
    refused(unpaired, "high surrogate", "ab\uD83Dcd", construction);
    refused(unpaired, "high surrogate at the end", "ab\uD83D", construction);
    refused(unpaired, "low surrogate", "\uDE00cd", construction);
    refused(unpaired, "reversed pair", "ab\uDE00\uD83D", construction);
    taken(field, "256 characters", "x".repeat(256), construction);
    taken(field, "any other character", " ü\uD83D\uDE00\uFFFF\u0001'\"<\\ ", construction);
    return this;
  }

  /** A field that is an instant which can be recorded. */
  BadInput instant(String field, Consumer<Instant> construction) {
    List<Instant> outOfRange =
        List.of(
            Instant.MIN,
            Instant.EPOCH,
            FieldRules.EARLIEST.minusNanos(1),
            FieldRules.LATEST,
            Instant.MAX);
    for (Instant at : outOfRange) {
      refused(field + ": must lie between ", "" + at, at, construction);
    }
    taken(field, "the earliest", FieldRules.EARLIEST, construction);
    taken(field, "the latest", FieldRules.LATEST.minusNanos(1), construction);
    return this;
  }

  /** A stretch of time that can be recorded and is not empty. */
  BadInput interval(String field, Consumer<Interval> construction) {
    Instant first = FieldRules.EARLIEST;
    Instant last = FieldRules.LATEST.minusMillis(1);
    String start = field + " start: must lie between ";
    String end = field + " end: must lie between ";
    Interval empty = new Interval(last, last);
    refused(field + ": must not be empty", "empty", empty, construction);
    refused(start, "from zero", new Interval(Instant.EPOCH, last), construction);
    refused(start, "from ever", new Interval(Instant.MIN, last), construction);
    refused(end, "until too late", new Interval(first, FieldRules.LATEST), construction);
    refused(end, "for ever", new Interval(first, Instant.MAX), construction);
    taken(field, "all of time", new Interval(first, last), construction);
    return this;
  }

  /** An instant in milliseconds since the epoch, of which zero means absent. */
  BadInput millis(String field, Consumer<Long> construction) {
    long tooLate = FieldRules.LATEST.toEpochMilli();
    for (long at : new long[] {Long.MIN_VALUE, -1, tooLate, Long.MAX_VALUE}) {
      refused(field + ": must be absent or lie between ", "" + at, at, construction);
    }
    taken(field, "absence", CycleFacts.ABSENT, construction);
    taken(field, "the earliest", FieldRules.EARLIEST.toEpochMilli(), construction);
    taken(field, "the latest", tooLate - 1, construction);
    return this;
  }

  BadInput notNegative(String field, Consumer<Duration> construction) {
    Duration negative = Duration.ofMillis(-1);
    refused(field + ": must not be negative, was ", "negative", negative, construction);
    taken(field, "zero", Duration.ZERO, construction);
    return this;
  }

  BadInput positive(String field, Consumer<Duration> construction) {
    Duration negative = Duration.ofMillis(-1);
    refused(field + ": must be positive, was ", "negative", negative, construction);
    refused(field + ": must be positive, was ", "zero", Duration.ZERO, construction);
    taken(field, "a millisecond", Duration.ofMillis(1), construction);
    return this;
  }

  /** A whole number. */
  BadInput between(String field, int least, int most, Consumer<Integer> construction) {
    for (long value : new long[] {Integer.MIN_VALUE, least - 1L, most + 1L, Integer.MAX_VALUE}) {
      if (value == (int) value && (value < least || value > most)) {
        refused(field + ": must ", "" + value, (int) value, construction);
      }
    }
    taken(field, "" + least, least, construction);
    taken(field, "" + most, most, construction);
    return this;
  }
}
