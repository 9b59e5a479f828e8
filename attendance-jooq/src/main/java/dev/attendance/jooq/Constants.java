package dev.attendance.jooq;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The constants of an enum by their names as they come from a database. Where rows come by the
 * thousand, making a text of each name to look it up takes longer than comparing its bytes.
 *
 * @param <E> the enum
 */
final class Constants<E extends Enum<E>> {

  private final Class<E> type;
  private final E[] constants;
  private final byte[][] names;

  private Constants(Class<E> type) {
    this.type = type;
    constants = type.getEnumConstants();
    names =
        Arrays.stream(constants)
            .map(constant -> constant.name().getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
  }

  static <E extends Enum<E>> Constants<E> of(Class<E> type) {
    return new Constants<>(type);
  }

  E named(String name) {
    return Enum.valueOf(type, name);
  }

  /** The same of a name in UTF-8. */
  E named(byte[] name) {
    for (int i = 0; i < names.length; i++) {
      if (Arrays.equals(names[i], name)) {
        return constants[i];
      }
    }
    return named(new String(name, StandardCharsets.UTF_8));
  }
}
