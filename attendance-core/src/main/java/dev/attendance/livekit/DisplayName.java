package dev.attendance.livekit;

import dev.attendance.event.FieldRules;

/**
 * Makes a participant's display name storable. People may call themselves anything, and must not be
 * able to make their own events undecodable by it. Names are only shown, so changing them is
 * harmless.
 */
final class DisplayName {

  private static final char REPLACEMENT = '\uFFFD';

  private DisplayName() {}

  /**
   * {@return the name, NUL and unpaired surrogates replaced by U+FFFD, then cut to {@link
   * FieldRules#LONGEST_ID} code units, or one less where that would halve a character}
   */
  static String of(String name) {
    int length = Math.min(name.length(), FieldRules.LONGEST_ID);
    StringBuilder result = null;
    int i = 0;
    while (i < length) {
      char unit = name.charAt(i);
      boolean pair =
          Character.isHighSurrogate(unit)
              && i + 1 < name.length()
              && Character.isLowSurrogate(name.charAt(i + 1));
      if (pair && i + 1 == length) {
        length--;
      } else if (pair) {
        i += 2;
      } else {
        if (unit == 0 || Character.isSurrogate(unit)) {
          result = result == null ? new StringBuilder(name) : result;
          result.setCharAt(i, REPLACEMENT);
        }
        i++;
      }
    }
    return result == null ? name.substring(0, length) : result.substring(0, length);
  }
}
