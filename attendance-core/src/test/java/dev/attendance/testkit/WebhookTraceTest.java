package dev.attendance.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written to a trace is read from it, byte for byte. */
class WebhookTraceTest {

  private static final WebhookTrace.Header HEADER = new WebhookTrace.Header("1.13.5", "devkey");
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir private Path directory;

  @Test
  void textKeepsItsBytes() throws IOException {
    roundTrip("{\"name\": \"Zoë \\u0041\",\r\n\t\"x\":\"李\u2028\"}".getBytes(UTF_8));
  }

  @Test
  void bytesThatAreNoTextKeepTheirBytes() throws IOException {
    roundTrip(new byte[] {'{', (byte) 0xff, 0, (byte) 0xc3, '}'});
  }

  @Test
  void anEmptyBodyStaysEmpty() throws IOException {
    roundTrip(new byte[0]);
  }

  @Test
  void anInstantAlwaysHasMilliseconds() throws IOException {
    Path file = write(new byte[] {'x'});
    assertTrue(Files.readString(file).contains("\"2026-11-23T12:00:00.000Z\""));
  }

  @Test
  void anythingElseIsRefused() {
    for (String text : List.of("", "{\"format\":\"other\",\"version\":1}", "{}")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> WebhookTrace.read(new ByteArrayInputStream(text.getBytes(UTF_8))));
    }
  }

  private void roundTrip(byte[] body) throws IOException {
    assertEquals(trace(body), WebhookTrace.read(write(body)));
  }

  private Path write(byte[] body) throws IOException {
    Path file = directory.resolve("trace.jsonl");
    trace(body).write(file);
    return file;
  }

  private static WebhookTrace trace(byte[] body) {
    return new WebhookTrace(
        HEADER, List.of(new WebhookTrace.Request(NOON, Map.of("authorization", "a.b.c"), body)));
  }
}
