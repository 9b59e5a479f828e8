package dev.attendance.record;

import dev.attendance.event.FieldRules;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import java.util.List;
import java.util.Optional;

/**
 * Takes a correction back, for good: everything is as if it had never been made, but both stay in
 * the log. A withdrawal cannot be withdrawn; make the correction anew instead.
 *
 * @param header who decided, when and why
 * @param scope the session that the withdrawn correction is about; nothing if it is about all
 * @param correction the id of the withdrawn correction
 */
public record CorrectionWithdrawn(
    CorrectionHeader header, Optional<SessionId> scope, String correction) implements Correction {

  /**
   * Checks the id by {@link FieldRules#id}.
   *
   * @throws IllegalArgumentException if it is unfit
   */
  public CorrectionWithdrawn {
    FieldRules.id("withdrawn correction id", correction);
  }

  /**
   * Withdraws a correction.
   *
   * @param header who decided, when and why
   * @param withdrawn what is taken back
   */
  public CorrectionWithdrawn(CorrectionHeader header, Correction withdrawn) {
    this(header, withdrawn.scope(), withdrawn.header().id());
  }

  @Override
  public CorrectionKind kind() {
    return CorrectionKind.CORRECTION_WITHDRAWN;
  }

  /** {@return nobody: the withdrawn correction names them} */
  @Override
  public List<PersonId> persons() {
    return List.of();
  }
}
