package dev.attendance.livekit;

/**
 * A message of LiveKit's cannot be decoded. The message names a field and a rule, never a value.
 * Has no stack trace: it never leaves the package, and a flood of bad bodies must stay cheap.
 */
final class UndecodableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UndecodableException(String field, String rule) {
    super(field + ": " + rule, null, false, false);
  }
}
