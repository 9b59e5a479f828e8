package dev.attendance.record;

import dev.attendance.session.PersonId;
import dev.attendance.session.Role;
import dev.attendance.time.Bounds;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One person's presence in one session, measured against its policy. Durations are in milliseconds;
 * they are rounded only where they are printed (R14).
 *
 * @param person who
 * @param name the roster's name, else the display name last seen; possibly empty
 * @param email the roster's email address, if it has one
 * @param role what the person is in the session: the roster's word, else a participant
 * @param expected whether the person was on the roster at that time (R18)
 * @param status what the presence amounts to (R16, R20), or what a person decided (promise 6)
 * @param computed the status that the facts alone give; the same unless a person decided
 * @param decision who decided the status, when and why; nothing if nobody did
 * @param counted presence inside the window (R13)
 * @param window the length of the window, the denominator (R13)
 * @param bridged the counted presence with the policy's reconnect grace applied (R12); what percent
 *     and status go by
 * @param unclipped presence inside and outside the window (R13)
 * @param uncorrected what {@code bridged} would be without corrections of presence; nothing if
 *     there is none (promise 6)
 * @param firstJoin the best value of the first join, inside or outside the window
 * @param lastLeave the best value of the last leave
 * @param lateBy how long after the window's start the person first came; zero if not late
 * @param leftEarlyBy how long before the window's end the person last left; zero if not early
 * @param late whether {@code lateBy} is more than the policy tolerates
 * @param leftEarly whether {@code leftEarlyBy} is more than the policy tolerates and the session is
 *     over
 * @param longestGap the longest time away between the first join and the last leave, inside the
 *     window
 * @param cycles how many connections count
 * @param devices how many identities they had
 * @param attempts how many connections never came up (R6)
 * @param company with whom the person was there
 * @param media what the person published
 */
public record AttendanceRecord(
    PersonId person,
    String name,
    Optional<String> email,
    Role role,
    boolean expected,
    AttendanceStatus status,
    AttendanceStatus computed,
    Optional<StatusDecision> decision,
    Bounds counted,
    Duration window,
    Bounds bridged,
    Bounds unclipped,
    Optional<Bounds> uncorrected,
    Optional<Instant> firstJoin,
    Optional<Instant> lastLeave,
    Duration lateBy,
    Duration leftEarlyBy,
    boolean late,
    boolean leftEarly,
    Duration longestGap,
    int cycles,
    int devices,
    int attempts,
    Company company,
    MediaTime media) {

  /** {@return the best bridged presence in whole minutes, rounded down} */
  public long durationMinutes() {
    return bridged.best().toMinutes();
  }

  /**
   * {@return the best bridged presence as a share of the window from 0 to 100; nothing if the
   * window is empty} (R15)
   */
  public OptionalDouble percent() {
    return window.isZero()
        ? OptionalDouble.empty()
        : OptionalDouble.of(100.0 * bridged.best().toMillis() / window.toMillis());
  }

  /** Shows no personal data but the person's id. */
  @Override
  public String toString() {
    return "AttendanceRecord[" + person.value() + ", " + status + ", " + counted + "]";
  }
}
