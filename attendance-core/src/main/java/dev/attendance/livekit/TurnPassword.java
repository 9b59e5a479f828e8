package dev.attendance.livekit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Blanks the TURN passwords in a body that is to be kept. It works on the bytes, because one that
 * could not be decoded may not be JSON at all, and leaves all others as they are.
 */
final class TurnPassword {

  private static final byte[][] NAMES = {
    "\"turnPassword\"".getBytes(StandardCharsets.US_ASCII),
    "\"turn_password\"".getBytes(StandardCharsets.US_ASCII)
  };

  private TurnPassword() {}

  /** {@return a copy of the body in which every string that is a TURN password is empty} */
  static byte[] blanked(byte[] body) {
    ByteArrayOutputStream result = new ByteArrayOutputStream(body.length);
    int copied = 0;
    int at = 0;
    while (at < body.length) {
      int value = value(body, at);
      if (value < 0) {
        at++;
      } else {
        at = closingQuote(body, value);
        result.write(body, copied, value - copied);
        copied = at;
      }
    }
    result.write(body, copied, body.length - copied);
    return result.toByteArray();
  }

  /** {@return where the string begins whose name stands at {@code at}; -1 if there is none} */
  private static int value(byte[] body, int at) {
    for (byte[] name : NAMES) {
      int end = at + name.length;
      if (end <= body.length && Arrays.equals(body, at, end, name, 0, name.length)) {
        int colon = afterSpace(body, end);
        if (is(body, colon, ':')) {
          int quote = afterSpace(body, colon + 1);
          return is(body, quote, '"') ? quote + 1 : -1;
        }
      }
    }
    return -1;
  }

  /** {@return where the string ends; the end of the body if it was cut off before} */
  private static int closingQuote(byte[] body, int start) {
    int at = start;
    while (at < body.length && body[at] != '"') {
      at += body[at] == '\\' ? 2 : 1;
    }
    return Math.min(at, body.length);
  }

  private static int afterSpace(byte[] body, int start) {
    int at = start;
    while (is(body, at, ' ') || is(body, at, '\t') || is(body, at, '\n') || is(body, at, '\r')) {
      at++;
    }
    return at;
  }

  private static boolean is(byte[] body, int at, char expected) {
    return at < body.length && body[at] == expected;
  }
}
