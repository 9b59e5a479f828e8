package dev.attendance.rules;

import java.time.Instant;
import java.time.InstantSource;

/** The present, to be set: seconds after {@link Traces#START}. */
final class SettableTime implements InstantSource {

  private Instant now = Traces.START;

  @Override
  public Instant instant() {
    return now;
  }

  SettableTime set(int second) {
    return set(Room.at(second));
  }

  SettableTime set(Instant instant) {
    now = instant;
    return this;
  }
}
