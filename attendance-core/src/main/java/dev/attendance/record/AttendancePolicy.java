package dev.attendance.record;

import dev.attendance.cycle.OpenCycleRules;
import dev.attendance.cycle.OpenEnd;
import java.time.Duration;

/**
 * How presence is measured and what it amounts to (R12 to R20). Immutable; {@link #standard()} and
 * the other presets have a {@link PolicyId} each, {@link #toBuilder()} changes their values. Change
 * the id with them: it is stamped on what was measured by it (R17).
 *
 * <p>Two policies are equal if their ids and all their values are.
 */
public final class AttendancePolicy {

  /** The longest tolerance and the longest gap that can be bridged: a day. */
  public static final Duration LONGEST_TOLERANCE = Duration.ofDays(1);

  /**
   * The longest time for which a cycle can be taken to be open: a week. How far back a room may
   * still be in use is bounded by it.
   */
  public static final Duration LONGEST_OPEN = Duration.ofDays(7);

  private static final AttendancePolicy STANDARD = new Builder().build();

  private final PolicyId id;
  private final Denominator denominator;
  private final Threshold present;
  private final Threshold partial;
  private final Duration lateAfter;
  private final Duration leftEarlyBefore;
  private final Duration reconnectGrace;
  private final Breakouts breakouts;
  private final OpenCycleRules openCycles;

  private AttendancePolicy(Builder builder) {
    this.id = builder.id;
    this.denominator = builder.denominator;
    this.present = builder.present;
    this.partial = builder.partial;
    this.lateAfter = builder.lateAfter;
    this.leftEarlyBefore = builder.leftEarlyBefore;
    this.reconnectGrace = builder.reconnectGrace;
    this.breakouts = builder.breakouts;
    this.openCycles = new OpenCycleRules(builder.openEnd, builder.longestOpen);
  }

  /**
   * {@return the policy {@code standard}, version 1: present from 75 percent of the scheduled
   * window, partial below; late after 5 minutes, left early more than 5 minutes before the end; no
   * gap is bridged, breakout rooms count, an end that nobody reported is taken at its latest, and
   * nobody stays longer than 12 hours}
   */
  public static AttendancePolicy standard() {
    return STANDARD;
  }

  /**
   * {@return the policy {@code funded-course}, version 1: like the standard, but present from 85
   * percent of the scheduled window, as courses ask that are paid for by attendance}
   */
  public static AttendancePolicy fundedCourse() {
    return preset("funded-course").present(Threshold.ofPercent(85)).build();
  }

  /**
   * {@return the policy {@code minutes-}<i>duration</i>, version 1: like the standard, but present
   * from so much time inside the scheduled window, however long that is}
   *
   * @param duration positive, at most {@link Threshold#LONGEST}; it is part of the policy's name
   * @throws IllegalArgumentException if it is out of range
   */
  public static AttendancePolicy minutes(Duration duration) {
    return preset("minutes-" + duration).present(Threshold.ofDuration(duration)).build();
  }

  /**
   * {@return the policy {@code host-present}, version 1: like the standard, but present from 60
   * percent of the time during which a host was there: a lesson that began late or ended early is
   * nobody's fault}
   */
  public static AttendancePolicy hostPresent() {
    return preset("host-present")
        .denominator(Denominator.HOST_PRESENT)
        .present(Threshold.ofPercent(60))
        .build();
  }

  /**
   * {@return the policy {@code webinar}, version 1: like the standard, but present from 75 percent
   * of the time during which anybody was there}
   */
  public static AttendancePolicy webinar() {
    return preset("webinar").denominator(Denominator.ACTUAL).build();
  }

  private static Builder preset(String name) {
    return new Builder().id(new PolicyId(name, 1));
  }

  /** {@return name and version} */
  public PolicyId id() {
    return id;
  }

  /** {@return the window that presence is measured against} */
  public Denominator denominator() {
    return denominator;
  }

  /** {@return from how much presence on a person is present} */
  public Threshold present() {
    return present;
  }

  /** {@return from how much presence on a person who is not present is partially so} */
  public Threshold partial() {
    return partial;
  }

  /** {@return how long after the window's start a person may come without being late, inclusive} */
  public Duration lateAfter() {
    return lateAfter;
  }

  /**
   * {@return how long before the window's end a person may go without having left early, inclusive}
   */
  public Duration leftEarlyBefore() {
    return leftEarlyBefore;
  }

  /** {@return the longest gap that is bridged, inclusive} */
  public Duration reconnectGrace() {
    return reconnectGrace;
  }

  /** {@return what presence in breakout rooms amounts to} */
  public Breakouts breakouts() {
    return breakouts;
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
    builder.present = present;
    builder.partial = partial;
    builder.lateAfter = lateAfter;
    builder.leftEarlyBefore = leftEarlyBefore;
    builder.reconnectGrace = reconnectGrace;
    builder.breakouts = breakouts;
    builder.openEnd = openCycles.bestEnd();
    builder.longestOpen = openCycles.longestOpen();
    return builder;
  }

  /**
   * {@return the policy as one line of text, which says everything about it and is the same for
   * equal policies} It is what is stored and printed.
   */
  public String toText() {
    return PolicyText.write(this);
  }

  /**
   * {@return the policy of a text}
   *
   * @param text as {@link #toText} gives it
   * @throws IllegalArgumentException naming the field if one is missing, there twice, unknown or
   *     unreadable, or the rule if the values contradict each other
   */
  public static AttendancePolicy parse(String text) {
    return PolicyText.read(text);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof AttendancePolicy policy && toText().equals(policy.toText()));
  }

  @Override
  public int hashCode() {
    return toText().hashCode();
  }

  /** The same as {@link #toText}. */
  @Override
  public String toString() {
    return toText();
  }

  /** Builds a policy. Not thread-safe. */
  public static final class Builder {
    private PolicyId id = new PolicyId("standard", 1);
    private Denominator denominator = Denominator.SCHEDULED;
    private Threshold present = Threshold.ofPercent(75);
    private Threshold partial = Threshold.ofPercent(0);
    private Duration lateAfter = Duration.ofMinutes(5);
    private Duration leftEarlyBefore = Duration.ofMinutes(5);
    private Duration reconnectGrace = Duration.ZERO;
    private Breakouts breakouts = Breakouts.CONSOLIDATED;
    private OpenEnd openEnd = OpenCycleRules.STANDARD.bestEnd();
    private Duration longestOpen = OpenCycleRules.STANDARD.longestOpen();

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
     * Sets the version and keeps the name.
     *
     * @param version from 1 up
     * @return this
     * @throws IllegalArgumentException if it is below 1
     */
    public Builder version(int version) {
      return id(new PolicyId(id.name(), version));
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
     * Sets from how much presence on a person is present; 75 percent of the window by default.
     *
     * @param threshold a share from 1 percent up, a length of time, or both
     * @return this
     */
    public Builder present(Threshold threshold) {
      this.present = threshold;
      return this;
    }

    /**
     * Sets from how much presence on a person is partially present; any time at all by default.
     *
     * @param threshold not more than what makes a person present
     * @return this
     */
    public Builder partial(Threshold threshold) {
      this.partial = threshold;
      return this;
    }

    /**
     * Sets how late a person may come without being {@linkplain AttendanceRecord#late late}; 5
     * minutes by default (R16).
     *
     * @param tolerance not negative, at most {@link #LONGEST_TOLERANCE}
     * @return this
     */
    public Builder lateAfter(Duration tolerance) {
      this.lateAfter = tolerance;
      return this;
    }

    /**
     * Sets how early a person may go without having {@linkplain AttendanceRecord#leftEarly left
     * early}; 5 minutes by default (R16).
     *
     * @param tolerance not negative, at most {@link #LONGEST_TOLERANCE}
     * @return this
     */
    public Builder leftEarlyBefore(Duration tolerance) {
      this.leftEarlyBefore = tolerance;
      return this;
    }

    /**
     * Sets the longest gap that is bridged; zero by default (R12).
     *
     * @param grace not negative, at most {@link #LONGEST_TOLERANCE}
     * @return this
     */
    public Builder reconnectGrace(Duration grace) {
      this.reconnectGrace = grace;
      return this;
    }

    /**
     * Sets what presence in breakout rooms amounts to; {@link Breakouts#CONSOLIDATED} by default.
     *
     * @param breakouts whether it counts
     * @return this
     */
    public Builder breakouts(Breakouts breakouts) {
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
    public Builder openEnd(OpenEnd openEnd) {
      this.openEnd = openEnd;
      return this;
    }

    /**
     * Sets how long a cycle may be open before it is taken to have ended; 12 hours by default (R7).
     *
     * @param duration positive, at most {@link #LONGEST_OPEN}
     * @return this
     */
    public Builder longestOpen(Duration duration) {
      this.longestOpen = duration;
      return this;
    }

    /**
     * Sets both.
     *
     * @param rules which end is the best one, and how long a cycle may be open
     * @return this
     */
    public Builder openCycles(OpenCycleRules rules) {
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
          || longestOpen.compareTo(LONGEST_OPEN) > 0) {
        throw new IllegalArgumentException(
            "policy longestOpen: must be positive and at most "
                + LONGEST_OPEN
                + ", was "
                + longestOpen);
      }
      return new AttendancePolicy(this);
    }

    private static void checkTolerance(String field, Duration duration) {
      if (duration.isNegative() || duration.compareTo(LONGEST_TOLERANCE) > 0) {
        throw new IllegalArgumentException(
            "policy "
                + field
                + ": must not be negative, nor more than "
                + LONGEST_TOLERANCE
                + ", was "
                + duration);
      }
    }
  }
}
