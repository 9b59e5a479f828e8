package dev.attendance.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attendance.Attendance;
import dev.attendance.Heartbeat;
import dev.attendance.store.memory.MemoryStore;
import java.time.Duration;
import net.jqwik.api.Example;

/** When our own receiver was up (R21). */
class HeartbeatTest {

  private final MemoryStore store = new MemoryStore();
  private final SettableTime time = new SettableTime();
  private final Attendance one = node();
  private final Attendance two = node();

  private Attendance node() {
    return Attendance.builder(store).clock(time).build();
  }

  private void beat(Attendance node, int... seconds) {
    for (int second : seconds) {
      time.set(second);
      node.heartbeat().runOnce();
    }
  }

  private long blindSpots() {
    return one.totals().blindSpots();
  }

  @Example
  void whoNeverBeatsHasNoBlindSpots() {
    time.set(1_000);
    assertThat(blindSpots()).isZero();
  }

  @Example
  void anOutageIsNoticedWhenItLastedForThreeBeats() {
    assertThat(Heartbeat.DEFAULT_EVERY.multipliedBy(Heartbeat.TOLERATED_BEATS)).hasSeconds(15);
    beat(one, 0, 5, 10, 25);
    assertThat(blindSpots()).isZero();
    beat(one, 41);
    assertThat(blindSpots()).isEqualTo(1);
    beat(one, 46, 100);
    assertThat(blindSpots()).isEqualTo(2);
  }

  @Example
  void aRestartThatIsQuickIsNoOutage() {
    beat(one, 0, 5);
    beat(two, 18, 23);
    assertThat(blindSpots()).isZero();
  }

  @Example
  void whileAnotherNodeIsUpThereIsNoOutage() {
    beat(one, 0);
    beat(two, 10);
    beat(two, 20);
    beat(one, 35);
    assertThat(blindSpots()).isZero();
  }

  @Example
  void aClockThatWasAheadForAWhileMakesNoOutage() {
    beat(one, 0, 5, 3_600, 10, 15);
    beat(two, 0, 5, 10, 15);
    for (int second = 20; second <= 3_600; second += 5) {
      beat(one, second);
    }
    assertThat(blindSpots()).isZero();
  }

  @Example
  void howOftenItIsRunIsSetForAll() {
    Attendance seldom =
        Attendance.builder(store).clock(time).heartbeatEvery(Duration.ofSeconds(20)).build();
    beat(seldom, 0, 60, 121);
    assertThat(seldom.totals().blindSpots()).isEqualTo(1);
    assertThatThrownBy(() -> Attendance.builder(store).heartbeatEvery(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("heartbeatEvery: must be positive, was PT0S");
    assertThatThrownBy(() -> Attendance.builder(store).node(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("node: must not be blank");
  }

  @Example
  void aNodeOfTheSameNameGoesOnWhereItWas() {
    Attendance first = Attendance.builder(store).clock(time).node("a").build();
    Attendance again = Attendance.builder(store).clock(time).node("a").build();
    beat(first, 0, 5);
    beat(again, 15, 20);
    assertThat(blindSpots()).isZero();
    beat(again, 60);
    assertThat(blindSpots()).isEqualTo(1);
  }
}
