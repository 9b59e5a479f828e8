package dev.attendance.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is moved. Thread-safe. */
public final class SettableClock implements InstantSource {

  private final AtomicReference<Instant> now;

  /**
   * A clock.
   *
   * @param now what it shows at first
   */
  public SettableClock(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  /** {@return what it shows} */
  @Override
  public Instant instant() {
    return now.get();
  }

  /**
   * Sets the clock, forward or back.
   *
   * @param instant what it shows from now on
   */
  public void set(Instant instant) {
    now.set(instant);
  }

  /**
   * Moves the clock.
   *
   * @param step how far; negative moves it back
   */
  public void advance(Duration step) {
    now.updateAndGet(instant -> instant.plus(step));
  }
}
