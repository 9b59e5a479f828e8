package dev.attendance.record;

import dev.attendance.cycle.OpenCycleRules;
import dev.attendance.cycle.OpenEnd;
import java.time.Duration;

/**
 * Builds an {@link AttendancePolicy}. Begins with the values of another policy, see {@link
 * AttendancePolicy#toBuilder()}. Not thread-safe.
 */
public final class AttendancePolicyBuilder {
  PolicyId id = new PolicyId("standard", 1);
  Denominator denominator = Denominator.SCHEDULED;
  Threshold present = Threshold.ofPercent(75);
  Threshold partial = Threshold.ofPercent(0);
  Duration lateAfter = Duration.ofMinutes(5);
  Duration leftEarlyBefore = Duration.ofMinutes(5);
  Duration reconnectGrace = Duration.ZERO;
  Breakouts breakouts = Breakouts.CONSOLIDATED;
  OpenEnd openEnd = OpenCycleRules.STANDARD.bestEnd();
  Duration longestOpen = OpenCycleRules.STANDARD.longestOpen();

  AttendancePolicyBuilder() {}

  /**
   * Sets name and version.
   *
   * @param id stamped on what is computed by it
   * @return this
   */
  public AttendancePolicyBuilder id(PolicyId id) {
    this.id = id;
    return this;
  }

  /**
   * Sets the version and keeps the name.
   *
   * @param version from 1 up
   * @return this
   * @throws IllegalArgumentException if it is below 1
   */
  public AttendancePolicyBuilder version(int version) {
    return id(new PolicyId(id.name(), version));
  }

  /**
   * Sets the window; {@link Denominator#SCHEDULED} by default.
   *
   * @param denominator the window that presence is measured against
   * @return this
   */
  public AttendancePolicyBuilder denominator(Denominator denominator) {
    this.denominator = denominator;
    return this;
  }

  /**
   * Sets from how much presence on a person is present; 75 percent of the window by default.
   *
   * @param threshold a share from 1 percent up, a length of time, or both
   * @return this
   */
  public AttendancePolicyBuilder present(Threshold threshold) {
    this.present = threshold;
    return this;
  }

  /**
   * Sets from how much presence on a person is partially present; any time at all by default.
   *
   * @param threshold not more than what makes a person present
   * @return this
   */
  public AttendancePolicyBuilder partial(Threshold threshold) {
    this.partial = threshold;
    return this;
  }

  /**
   * Sets how late a person may come without being {@linkplain AttendanceRecord#late late}; 5
   * minutes by default (R16).
   *
   * @param tolerance not negative, at most {@link AttendancePolicy#LONGEST_TOLERANCE}
   * @return this
   */
  public AttendancePolicyBuilder lateAfter(Duration tolerance) {
    this.lateAfter = tolerance;
    return this;
  }

  /**
   * Sets how early a person may go without having {@linkplain AttendanceRecord#leftEarly left
   * early}; 5 minutes by default (R16).
   *
   * @param tolerance not negative, at most {@link AttendancePolicy#LONGEST_TOLERANCE}
   * @return this
   */
  public AttendancePolicyBuilder leftEarlyBefore(Duration tolerance) {
    this.leftEarlyBefore = tolerance;
    return this;
  }

  /**
   * Sets the longest gap that is bridged; zero by default (R12).
   *
   * @param grace not negative, at most {@link AttendancePolicy#LONGEST_TOLERANCE}
   * @return this
   */
  public AttendancePolicyBuilder reconnectGrace(Duration grace) {
    this.reconnectGrace = grace;
    return this;
  }

  /**
   * Sets what presence in breakout rooms amounts to; {@link Breakouts#CONSOLIDATED} by default.
   *
   * @param breakouts whether it counts
   * @return this
   */
  public AttendancePolicyBuilder breakouts(Breakouts breakouts) {
    this.breakouts = breakouts;
    return this;
  }

  /**
   * Sets which value to take as the best one for an end that nobody reported; {@link
   * OpenEnd#LATEST} by default (R7).
   *
   * @param openEnd which value
   * @return this
   */
  public AttendancePolicyBuilder openEnd(OpenEnd openEnd) {
    this.openEnd = openEnd;
    return this;
  }

  /**
   * Sets how long a cycle may be open before it is taken to have ended; 12 hours by default (R7).
   *
   * @param duration positive, at most {@link AttendancePolicy#LONGEST_OPEN}
   * @return this
   */
  public AttendancePolicyBuilder longestOpen(Duration duration) {
    this.longestOpen = duration;
    return this;
  }

  /**
   * Sets both.
   *
   * @param rules which end is the best one, and how long a cycle may be open
   * @return this
   */
  public AttendancePolicyBuilder openCycles(OpenCycleRules rules) {
    return openEnd(rules.bestEnd()).longestOpen(rules.longestOpen());
  }

  /**
   * {@return the policy}
   *
   * @throws IllegalArgumentException naming field and rule if a value is out of range or two
   *     contradict each other
   */
  public AttendancePolicy build() {
    if (present.percent().orElse(100) == 0) {
      throw new IllegalArgumentException(
          "policy present: must ask for at least 1 percent, or nobody could be partially so");
    }
    if (partial.exceeds(present)) {
      throw new IllegalArgumentException(
          "policy partial: must not ask for more than present, "
              + present.toText()
              + ", was "
              + partial.toText());
    }
    checkTolerance("lateAfter", lateAfter);
    checkTolerance("leftEarlyBefore", leftEarlyBefore);
    checkTolerance("reconnectGrace", reconnectGrace);
    if (longestOpen.isZero()
        || longestOpen.isNegative()
        || longestOpen.compareTo(AttendancePolicy.LONGEST_OPEN) > 0) {
      throw new IllegalArgumentException(
          "policy longestOpen: must be positive and at most "
              + AttendancePolicy.LONGEST_OPEN
              + ", was "
              + longestOpen);
    }
    return new AttendancePolicy(this);
  }

  private static void checkTolerance(String field, Duration duration) {
    if (duration.isNegative() || duration.compareTo(AttendancePolicy.LONGEST_TOLERANCE) > 0) {
      throw new IllegalArgumentException(
          "policy "
              + field
              + ": must not be negative, nor more than "
              + AttendancePolicy.LONGEST_TOLERANCE
              + ", was "
              + duration);
    }
  }
}
