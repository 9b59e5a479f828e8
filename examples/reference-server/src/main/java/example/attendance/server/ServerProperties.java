package example.attendance.server;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Who may read attendance. There is no default: a password that everybody knows is none.
 *
 * @param username Name to sign in with.
 * @param password Password to sign in with.
 */
@ConfigurationProperties(ServerProperties.PREFIX)
record ServerProperties(@Nullable String username, @Nullable String password) {

  static final String PREFIX = "attendance.server";

  String requiredUsername() {
    return required("username", username);
  }

  String requiredPassword() {
    return required("password", password);
  }

  private static String required(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new InvalidConfigurationPropertyValueException(
          PREFIX + "." + name,
          value,
          "Attendance is personal data and is read with credentials only: set "
              + PREFIX
              + ".username and "
              + PREFIX
              + ".password.");
    }
    return value;
  }

  /** Shows no password. */
  @Override
  public String toString() {
    return "ServerProperties[username=" + username + "]";
  }
}
