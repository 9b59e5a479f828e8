package dev.attendance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** R14: what is printed never says more than was reached, nor less than an upper bound. */
class PrintedTest {

  private static final long TEN_DAYS = 10L * 24 * 60 * 60 * 1000;

  @Property
  void r14_whatIsCutLacksLessThanASecondAndABoundStaysOne(
      @ForAll @LongRange(max = TEN_DAYS) long millis) {
    Duration time = Duration.ofMillis(millis);

    assertThat(millis - 1000 * read(Printed.duration(time))).isBetween(0L, 999L);
    assertThat(millis - 1000 * Long.parseLong(Printed.seconds(time))).isBetween(0L, 999L);
    assertThat(1000 * read(Printed.atMost(time)) - millis).isBetween(0L, 999L);
    assertThat(1000 * Long.parseLong(Printed.secondsAtMost(time)) - millis).isBetween(0L, 999L);
  }

  @Property
  void r14_aShareIsNeverRoundedUpToALimit(
      @ForAll @LongRange(max = TEN_DAYS) long part,
      @ForAll @LongRange(min = 1, max = TEN_DAYS) long whole) {
    Duration there = Duration.ofMillis(Math.min(part, whole));
    Duration window = Duration.ofMillis(whole);
    // Exactly: printed * whole <= 100 * part < (printed + a hundredth) * whole.
    BigDecimal hundredfold = BigDecimal.valueOf(there.toMillis()).multiply(BigDecimal.valueOf(100));
    BigDecimal all = BigDecimal.valueOf(whole);

    BigDecimal share = Printed.share(there, window).orElseThrow();
    assertThat(share.multiply(all)).isLessThanOrEqualTo(hundredfold);
    assertThat(share.add(new BigDecimal("0.01")).multiply(all)).isGreaterThan(hundredfold);

    BigDecimal percent = new BigDecimal(Printed.percent(there, window).replace(" %", ""));
    assertThat(percent.multiply(all)).isLessThanOrEqualTo(hundredfold);
    assertThat(percent.add(new BigDecimal("0.1")).multiply(all)).isGreaterThan(hundredfold);
  }

  /** Hours, minutes and seconds as seconds; sixty minutes are an hour. */
  private static long read(String printed) {
    String[] parts = printed.split(":");
    assertThat(parts).hasSize(3);
    long minutes = Long.parseLong(parts[1]);
    long seconds = Long.parseLong(parts[2]);
    assertThat(minutes).isLessThan(60);
    assertThat(seconds).isLessThan(60);
    return (Long.parseLong(parts[0]) * 60 + minutes) * 60 + seconds;
  }
}
