package dev.attendance.record;

import dev.attendance.cycle.OpenCycleRules;
import java.time.Duration;

/**
 * How presence is measured and what it amounts to (R12 to R20). Immutable; {@link #standard()} has
 * the defaults, {@link #toBuilder()} changes them. Change its {@link PolicyId} with it (R17).
 */
public final class AttendancePolicy {

  private static final AttendancePolicy STANDARD = new Builder().build();

  private final PolicyId id;
  private final Denominator denominator;
  private final int presentPercent;
  private final int partialPercent;
  private final Duration reconnectGrace;
  private final OpenCycleRules openCycles;

  private AttendancePolicy(Builder builder) {
    this.id = builder.id;
    this.denominator = builder.denominator;
    this.presentPercent = builder.presentPercent;
    this.partialPercent = builder.partialPercent;
    this.reconnectGrace = builder.reconnectGrace;
    this.openCycles = builder.openCycles;
  }

  /**
   * {@return the policy {@code standard} version 1: present from 75 percent of the scheduled
   * window, partial below, no reconnect grace}
   */
  public static AttendancePolicy standard() {
    return STANDARD;
  }

  /** {@return name and version} */
  public PolicyId id() {
    return id;
  }

  /** {@return the window that presence is measured against} */
  public Denominator denominator() {
    return denominator;
  }

  /** {@return the share of the window, in percent, from which on a person is present, inclusive} */
  public int presentPercent() {
    return presentPercent;
  }

  /**
   * {@return the share of the window, in percent, from which on a person is partially present,
   * inclusive; zero means any time at all}
   */
  public int partialPercent() {
    return partialPercent;
  }

  /** {@return the longest gap that is bridged, inclusive} */
  public Duration reconnectGrace() {
    return reconnectGrace;
  }

  /** {@return what to make of cycles whose end nobody reported} */
  public OpenCycleRules openCycles() {
    return openCycles;
  }

  /** {@return a builder that begins with this policy's values} */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.id = id;
    builder.denominator = denominator;
    builder.presentPercent = presentPercent;
    builder.partialPercent = partialPercent;
    builder.reconnectGrace = reconnectGrace;
    builder.openCycles = openCycles;
    return builder;
  }

  /** Builds a policy. Not thread-safe. */
  public static final class Builder {
    private PolicyId id = new PolicyId("standard", 1);
    private Denominator denominator = Denominator.SCHEDULED;
    private int presentPercent = 75;
    private int partialPercent;
    private Duration reconnectGrace = Duration.ZERO;
    private OpenCycleRules openCycles = OpenCycleRules.STANDARD;

    private Builder() {}

    /**
     * Sets name and version.
     *
     * @param id stamped on what is computed by it
     * @return this
     */
    public Builder id(PolicyId id) {
      this.id = id;
      return this;
    }

    /**
     * Sets the window; {@link Denominator#SCHEDULED} by default.
     *
     * @param denominator the window that presence is measured against
     * @return this
     */
    public Builder denominator(Denominator denominator) {
      this.denominator = denominator;
      return this;
    }

    /**
     * Sets from which share of the window on a person is present; 75 by default.
     *
     * @param percent from 1 to 100, inclusive
     * @return this
     */
    public Builder presentPercent(int percent) {
      this.presentPercent = percent;
      return this;
    }

    /**
     * Sets from which share of the window on a person is partially present; 0 by default.
     *
     * @param percent from 0 to the present percentage, inclusive
     * @return this
     */
    public Builder partialPercent(int percent) {
      this.partialPercent = percent;
      return this;
    }

    /**
     * Sets the longest gap that is bridged; zero by default (R12).
     *
     * @param grace not negative
     * @return this
     */
    public Builder reconnectGrace(Duration grace) {
      this.reconnectGrace = grace;
      return this;
    }

    /**
     * Sets what to make of cycles whose end nobody reported; {@link OpenCycleRules#STANDARD} by
     * default (R7).
     *
     * @param rules the rules
     * @return this
     */
    public Builder openCycles(OpenCycleRules rules) {
      this.openCycles = rules;
      return this;
    }

    /**
     * {@return the policy}
     *
     * @throws IllegalArgumentException if the values contradict each other
     */
    public AttendancePolicy build() {
      if (presentPercent < 1 || presentPercent > 100) {
        throw new IllegalArgumentException(
            "presentPercent: must lie between 1 and 100, was " + presentPercent);
      }
      if (partialPercent < 0 || partialPercent > presentPercent) {
        throw new IllegalArgumentException(
            "partialPercent: must lie between 0 and presentPercent, was " + partialPercent);
      }
      if (reconnectGrace.isNegative()) {
        throw new IllegalArgumentException(
            "reconnectGrace: must not be negative, was " + reconnectGrace);
      }
      return new AttendancePolicy(this);
    }
  }
}
