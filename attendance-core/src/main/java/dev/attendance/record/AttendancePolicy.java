package dev.attendance.record;

import dev.attendance.cycle.OpenCycleRules;
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

  private static final AttendancePolicy STANDARD = new AttendancePolicyBuilder().build();

  private final PolicyId id;
  private final Denominator denominator;
  private final Threshold present;
  private final Threshold partial;
  private final Duration lateAfter;
  private final Duration leftEarlyBefore;
  private final Duration reconnectGrace;
  private final Breakouts breakouts;
  private final OpenCycleRules openCycles;

  AttendancePolicy(AttendancePolicyBuilder builder) {
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

  private static AttendancePolicyBuilder preset(String name) {
    return new AttendancePolicyBuilder().id(new PolicyId(name, 1));
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
  public AttendancePolicyBuilder toBuilder() {
    AttendancePolicyBuilder builder = new AttendancePolicyBuilder();
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
}
