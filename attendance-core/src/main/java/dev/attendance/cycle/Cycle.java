package dev.attendance.cycle;

import dev.attendance.event.DisconnectReason;
import dev.attendance.event.ParticipantProfile;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.util.Optional;

/**
 * One connection that was up, with its start and its end as far as the facts tell.
 *
 * @param id the key
 * @param profile what the participant was last described as
 * @param start when its session began
 * @param end when it ended; while it is open, the latest is now
 * @param reason why it ended, if the source reported it
 */
public record Cycle(
    CycleId id,
    ParticipantProfile profile,
    Boundary start,
    Boundary end,
    Optional<DisconnectReason> reason) {

  /** {@return whether nothing but the clock bounds its end} */
  public boolean isOpen() {
    return end.evidence() == Evidence.STILL_OPEN;
  }

  /** {@return the time it was there by the best values} */
  public Interval best() {
    return new Interval(start.best(), end.best());
  }

  /** {@return the time it was there for certain; empty if nothing is certain} */
  public IntervalSet certain() {
    return end.earliest().isAfter(start.latest())
        ? IntervalSet.of(new Interval(start.latest(), end.earliest()))
        : IntervalSet.empty();
  }

  /** {@return the time outside of which it was not there} */
  public Interval possible() {
    return new Interval(start.earliest(), end.latest());
  }
}
