package dev.attendance.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RadixSortTest {

  private static void assertSorts(long[] values) {
    long[] expected = values.clone();
    Arrays.sort(expected);
    RadixSort.sort(values);
    assertThat(values).isEqualTo(expected);
  }

  @Property
  void numbersAreSortedHoweverFarApart(@ForAll("numbers") long[] values) {
    assertSorts(values);
  }

  @Provide
  Arbitrary<long[]> numbers() {
    Arbitrary<Long> anywhere = Arbitraries.longs();
    Arbitrary<Long> closeTogether = Arbitraries.longs().between(-1_000, 3_000);
    Arbitrary<Long> inOneLesson =
        Arbitraries.longs().between(1_764_000_000_000L, 1_764_003_600_000L);
    return Arbitraries.of(anywhere, closeTogether, inOneLesson)
        .flatMap(numbers -> numbers.array(long[].class).ofMinSize(200).ofMaxSize(400));
  }

  /** As whoever packs a position into the lowest bits has them. */
  @Property
  void whatIsInOrderInItsLowestBitsIsSortedByTheOthers(@ForAll("numbers") long[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] << 9 | i;
    }
    long[] expected = values.clone();
    Arrays.sort(expected);
    RadixSort.sortFrom(9, values);
    assertThat(values).isEqualTo(expected);
  }

  @Example
  void theFurthestThereAreAreSorted() {
    long[] values = new long[300];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 2 == 0 ? Long.MAX_VALUE - i : Long.MIN_VALUE + i;
    }
    assertSorts(values);
  }

  /** Every digit counts, up to the highest one that differs. */
  @Example
  void numbersWhoseRangeIsAPowerOfTwoAreSorted() {
    for (int power = 9; power < Long.SIZE - 1; power++) {
      long[] values = new long[300];
      for (int i = 1; i < values.length; i++) {
        values[i] = (1L << power) - i;
      }
      values[1] = 1L << power;
      assertSorts(values);
    }
  }

  @Example
  void equalNumbersAndNoneAtAllStayAsTheyAre() {
    assertSorts(new long[300]);
    assertSorts(new long[0]);
  }

  /** As are those whose numbers leave no room for their positions. */
  @Property
  void objectsAreSortedByTheirNumbersAndThoseWithTheSameInTheirOrder(
      @ForAll("numbers") long[] values, @ForAll boolean great) {
    List<Long> items = Arrays.stream(values).boxed().toList();
    Comparator<Long> order =
        Comparator.<Long>comparingLong(value -> number(value, great))
            .thenComparing(Comparator.reverseOrder());
    long[] numbers = items.stream().mapToLong(value -> number(value, great)).toArray();
    assertThat(RadixSort.sorted(items, numbers, order))
        .isEqualTo(items.stream().sorted(order).toList());
  }

  private static long number(long value, boolean great) {
    return (great ? value : value >> 16) & Long.MAX_VALUE >> (great ? 0 : 16);
  }
}
