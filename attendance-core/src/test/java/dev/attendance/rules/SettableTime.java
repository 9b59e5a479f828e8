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
    now = Room.at(second);
    return this;
  }
}
