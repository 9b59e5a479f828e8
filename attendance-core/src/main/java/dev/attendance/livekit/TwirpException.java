package dev.attendance.livekit;

/** The server gave no answer. The message names the method and what came instead, never a value. */
final class TwirpException extends Exception {

  private static final long serialVersionUID = 1L;

  TwirpException(String method, String failure) {
    super(method + ": " + failure);
  }
}
