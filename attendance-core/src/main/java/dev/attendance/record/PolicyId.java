package dev.attendance.record;

import dev.attendance.event.FieldRules;

/**
 * Which policy, in which version: stamped on what is computed by it (R17).
 *
 * @param name the policy's name
 * @param version from 1 up
 */
public record PolicyId(String name, int version) {

  /**
   * Checks the name by {@link FieldRules#id}.
   *
   * @throws IllegalArgumentException if the name is unfit or the version below 1
   */
  public PolicyId {
    FieldRules.id("policy name", name);
    if (version < 1) {
      throw new IllegalArgumentException("policy version: must be at least 1, was " + version);
    }
  }
}
