package dev.attendance.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

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
   * {@return objects in their order, sorted by a number that each of them has} Of many of them each
   * comparison would wait for memory, so the numbers are sorted, with the position of each object
   * in the lower bits. If they are too great for that, the objects are compared.
   *
   * @param <T> what is sorted
   * @param items in any order
   * @param numbers the number of each, not negative; of one that comes before another it is not the
   *     greater one
   * @param order what the order is, those with the same number included
   */
  public static <T> List<T> sorted(List<T> items, long[] numbers, Comparator<? super T> order) {
    int positionBits = positionBits(items.size());
    List<T> sorted = new ArrayList<>(items.size());
    if (Arrays.stream(numbers).max().orElse(0) > Long.MAX_VALUE >> positionBits) {
      sorted.addAll(items);
      sorted.sort(order);
      return sorted;
    }
    long[] keys = new long[numbers.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = numbers[i] << positionBits | i;
    }
    sortFrom(positionBits, keys);

    long positions = (1L << positionBits) - 1;
    int alikeFrom = 0;
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] >> positionBits != keys[alikeFrom] >> positionBits) {
        sortAlike(sorted, alikeFrom, i, order);
        alikeFrom = i;
      }
      sorted.add(items.get((int) (keys[i] & positions)));
    }
    sortAlike(sorted, alikeFrom, keys.length, order);
    return sorted;
  }

  private static <T> void sortAlike(List<T> items, int from, int to, Comparator<? super T> order) {
    if (to - from > 1) {
      items.subList(from, to).sort(order);
    }
  }

  /**
   * {@return how many bits of a number {@link #sorted} needs for itself}
   *
   * @param items how many there are to sort
   */
  public static int positionBits(int items) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(items);
  }

  /**
   * Sorts into ascending order.
   *
   * @param values any numbers; sorted afterwards
   */
  public static void sort(long[] values) {
    sortFrom(0, values);
  }

  /**
   * Sorts numbers into ascending order whose lowest bits are in that order already.
   *
   * @param sortedBits in how many of the lowest bits, from 0 to 62, no number is less than one
   *     before it
   * @param values the numbers; sorted afterwards
   */
  public static void sortFrom(int sortedBits, long[] values) {
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
    least = least >> sortedBits << sortedBits;
    // As an unsigned number, for the two may be further apart than a signed one can tell.
    long range = greatest - least;
    long[] from = values;
    long[] to = new long[values.length];
    for (int shift = sortedBits; shift < Long.SIZE && range >>> shift != 0; shift += DIGIT_BITS) {
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
