package dev.attendance.spring;

/** Something that an operator has to set is missing or contradicts itself. */
final class AttendanceConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String description;
  private final String action;

  /**
   * An exception that stops the start.
   *
   * @param description what is wrong, without any secret
   * @param action what to do, naming the property
   */
  AttendanceConfigurationException(String description, String action) {
    super(description + " " + action);
    this.description = description;
    this.action = action;
  }

  /**
   * The same with a cause.
   *
   * @param description what is wrong, without any secret
   * @param action what to do, naming the property
   * @param cause what was thrown
   */
  AttendanceConfigurationException(String description, String action, Throwable cause) {
    super(description + " " + action, cause);
    this.description = description;
    this.action = action;
  }

  String description() {
    return description;
  }

  String action() {
    return action;
  }
}
