package dev.attendance.time;

import java.util.Arrays;

/**
 * Sorts many numbers that lie close together, as the instants of a session do, in a time that grows
 * with how many there are and with nothing else. The library's own sort compares them, and of
 * numbers in no order it can guess the outcome of every second comparison only: of some thousands
 * that takes ten times as long.
 */
public final class RadixSort {

  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;

  /** With fewer, counting how often each digit occurs takes longer than to compare. */
  private static final int WORTHWHILE = 256;

  private RadixSort() {}

  /**
   * Sorts into ascending order.
   *
   * @param values any numbers; sorted afterwards
   */
  public static void sort(long[] values) {
    if (values.length < WORTHWHILE) {
      Arrays.sort(values);
      return;
    }
    long least = Long.MAX_VALUE;
    long greatest = Long.MIN_VALUE;
    for (long value : values) {
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    // As an unsigned number, for the two may be further apart than a signed one can tell.
    long range = greatest - least;
    long[] from = values;
    long[] to = new long[values.length];
    for (int shift = 0; shift < Long.SIZE && range >>> shift != 0; shift += DIGIT_BITS) {
      distribute(from, to, least, shift);
      long[] sorted = to;
      to = from;
      from = sorted;
    }
    if (from != values) {
      System.arraycopy(from, 0, values, 0, values.length);
    }
  }

  /** Orders by one digit of the distance from the least; those alike in it keep their order. */
  private static void distribute(long[] from, long[] to, long least, int shift) {
    int[] positions = new int[DIGITS + 1];
    for (long value : from) {
      positions[digit(value - least, shift) + 1]++;
    }
    for (int digit = 0; digit < DIGITS; digit++) {
      positions[digit + 1] += positions[digit];
    }
    for (long value : from) {
      to[positions[digit(value - least, shift)]++] = value;
    }
  }

  private static int digit(long distance, int shift) {
    return (int) (distance >>> shift) & (DIGITS - 1);
  }
}
