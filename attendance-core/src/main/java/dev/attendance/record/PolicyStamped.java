package dev.attendance.record;

import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import java.time.Instant;
import java.util.List;

/**
 * Says which policy a session is measured by, from then on and whatever becomes of the policy
 * (R17). A session is stamped {@linkplain #atBeginning when it begins}, by itself; a person who
 * stamps it, before or after, decides, and of several persons the last one.
 *
 * @param header who decided, when and why
 * @param session the session
 * @param policy what it is measured by
 */
public record PolicyStamped(CorrectionHeader header, SessionId session, AttendancePolicy policy)
    implements SessionCorrection {

  /** The id of the stamp that a session gets when it begins; no other correction has it. */
  public static final String AT_BEGINNING = "attendance:policy";

  /** Who stamps a session that begins. */
  public static final String ATTENDANCE = "attendance";

  /**
   * {@return the stamp that a session gets when it begins} It always has the same id, so that the
   * first one counts, on however many nodes it is made (R1). It cannot be withdrawn: stamp anew.
   *
   * @param session the session
   * @param policy what it is measured by
   * @param at when that was found
   */
  public static PolicyStamped atBeginning(SessionId session, AttendancePolicy policy, Instant at) {
    return new PolicyStamped(
        new CorrectionHeader(AT_BEGINNING, at, ATTENDANCE, "the session began"), session, policy);
  }

  /** Whether the session was stamped by itself. */
  boolean isAtBeginning() {
    return header.id().equals(AT_BEGINNING);
  }

  @Override
  public CorrectionKind kind() {
    return CorrectionKind.POLICY_STAMPED;
  }

  /** {@return nobody: it is about all} */
  @Override
  public List<PersonId> persons() {
    return List.of();
  }
}
