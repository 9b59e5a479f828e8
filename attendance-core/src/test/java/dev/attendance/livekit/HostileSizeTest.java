package dev.attendance.livekit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.attendance.testkit.SettableClock;
import dev.attendance.testkit.WebhookSigner;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What hostile webhooks cost, and that none of it is kept. */
class HostileSizeTest {

  private static final int LIMIT = LiveKitWebhook.DEFAULT_BODY_LIMIT;
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00.123Z");
  private static final WebhookSigner SIGNER = new WebhookSigner("devkey", "secret");

  private final WebhookReceiver receiver =
      new WebhookReceiver(LiveKitKeys.of("devkey", "secret"), new SettableClock(NOW));

  /** Bodies as long as the limit, filled up with what costs a careless parser most. */
  enum Filling {
    NESTED_OBJECTS("{\"a\":"),
    NESTED_ARRAYS("["),
    DIGITS("1"),
    EXPONENT("1e9"),
    ONE_STRING("x"),
    ESCAPES("\\u0041"),
    EMOJI("\uD83D\uDE00"),
    QUOTES("\""),
    FIELDS("\":1,\""),
    SAME_FIELD("1,\"event\":\"room_started\",\"x\":"),
    ROOMS("1,\"room\":{\"sid\":\"RM_1\"},\"x\":"),
    BIG_NUMBERS("1e9999999,"),
    PASSWORDS("1,\"turnPassword\":\"hush\",\"x\":");

    private final String piece;

    Filling(String piece) {
      this.piece = piece;
    }

    String body(String opening) {
      int room = LIMIT - Samples.utf8(opening).length;
      return opening + piece.repeat(room / Samples.utf8(piece).length);
    }
  }

  @ParameterizedTest
  @EnumSource(Filling.class)
  void aBodyCostsNoMoreMemoryThanAFewTimesItsLength(Filling filling) {
    for (String opening : new String[] {"{\"event\":", "{\"x\":", "{\"x\":\"", "{\"x\":[", "{\""}) {
      byte[] body = Samples.utf8(filling.body(opening));
      String token = SIGNER.sign(body, NOW);
      receiver.receive(body, token); // Whatever is made once only.
      assertThat(allocated(() -> receiver.receive(body, token))).isLessThan(16L * LIMIT);
      assertThat(allocated(() -> TurnPassword.blanked(body))).isLessThan(4L * LIMIT);
    }
  }

  @Test
  void whatIsNestedTooDeepOrTooLongANumberIsNotWorkedOut() {
    String tooMuch = "body: must not be nested deeper or longer than is read";
    String createdAt = "{\"event\":\"room_started\",\"createdAt\":%s}";
    String digits = "9".repeat(ProtoJson.LONGEST_NUMBER + 1);
    String open = "[".repeat(ProtoJson.DEEPEST_NESTING);
    String close = "]".repeat(ProtoJson.DEEPEST_NESTING);
    assertThat(reason(createdAt.formatted(digits.substring(1))))
        .isEqualTo("createdAt: must be a 64-bit integer");
    assertThat(reason(createdAt.formatted(digits))).isEqualTo(tooMuch);
    assertThat(reason("{\"x\":" + open.substring(1) + close.substring(1) + "}"))
        .isEqualTo("event: must be present");
    assertThat(reason("{\"x\":" + open + close + "}")).isEqualTo(tooMuch);
  }

  private String reason(String text) {
    byte[] body = Samples.utf8(text);
    return ((WebhookResult.Undecodable) receiver.receive(body, SIGNER.sign(body, NOW))).reason();
  }

  @Test
  void namesOfFieldsAreNotKept() {
    int length = LIMIT / 2;
    assertThat(
            keptBy(
                400,
                n -> {
                  byte[] body = Samples.utf8("{\"%s\":1}".formatted(name(n, length)));
                  return receiver.receive(body, SIGNER.sign(body, NOW));
                }))
        .isLessThan(100L * length);
  }

  @Test
  void namesOfHeadersAreNotKept() {
    byte[] body = Samples.body("room_started");
    int length = 5000;
    assertThat(
            keptBy(
                1500,
                n -> {
                  String header = "{\"alg\":\"HS256\",\"%s\":1}".formatted(name(n, length));
                  return receiver.receive(body, SIGNER.sign(header, "{\"iss\":\"devkey\"}"));
                }))
        .isLessThan(750L * length);
  }

  private static String name(int number, int length) {
    return "x".repeat(length - 6) + (100_000 + number);
  }

  private static long allocated(Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static long keptBy(int times, IntFunction<WebhookResult> work) {
    long before = inUse();
    for (int i = 0; i < times; i++) {
      assertThat(work.apply(i)).isNotNull();
    }
    return inUse() - before;
  }

  private static long inUse() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
