package dev.attendance.record;

import dev.attendance.event.FieldRules;
import java.time.Instant;

/**
 * What a person decided about somebody's status: it wins over what the facts give (promise 6).
 *
 * @param correction the id of the correction, by which it can be withdrawn
 * @param madeBy who decided, by the host app's id
 * @param madeAt when
 * @param reason why
 */
public record StatusDecision(String correction, String madeBy, Instant madeAt, String reason) {

  /**
   * Checks the fields by {@link FieldRules} and cuts the instant to the millisecond.
   *
   * @throws IllegalArgumentException if one is unfit
   */
  public StatusDecision {
    FieldRules.id("correction id", correction);
    FieldRules.id("correction madeBy", madeBy);
    madeAt = FieldRules.instant("correction madeAt", madeAt);
    FieldRules.id("correction reason", reason);
  }

  /** Shows the id only: who decided and why is personal data. */
  @Override
  public String toString() {
    return "StatusDecision[" + correction + "]";
  }
}
