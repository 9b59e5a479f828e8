package dev.attendance.record;

import dev.attendance.event.FieldRules;
import java.time.Instant;

/**
 * What every correction has: who decided, when and why (R19).
 *
 * @param id makes it one and the same within its session, or among those about all sessions; chosen
 *     by the host app, for example at random. A repetition counts once (R1)
 * @param madeAt when it was decided, by the host app's clock: of two decisions about the same thing
 *     the later one holds
 * @param madeBy who decided, by the host app's id of that person
 * @param reason why, for those who ask later
 */
public record CorrectionHeader(String id, Instant madeAt, String madeBy, String reason) {

  /**
   * Checks the fields by {@link FieldRules} and cuts the instant to the millisecond.
   *
   * @throws IllegalArgumentException if one is unfit: id, person and reason must not be blank
   */
  public CorrectionHeader {
    FieldRules.id("correction id", id);
    madeAt = FieldRules.instant("correction madeAt", madeAt);
    FieldRules.id("correction madeBy", madeBy);
    FieldRules.id("correction reason", reason);
  }

  /** Shows the id only: who decided and why is personal data. */
  @Override
  public String toString() {
    return "CorrectionHeader[" + id + "]";
  }
}
