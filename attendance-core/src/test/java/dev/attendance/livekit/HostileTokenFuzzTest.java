package dev.attendance.livekit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.attendance.testkit.SettableClock;
import dev.attendance.testkit.WebhookSigner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tokens that nobody honest would send. An input is either a token's header and claims, parted by a
 * line break, or an {@code Authorization} header as it is. A build tries the corpus; the profile
 * {@code fuzz} goes on from there.
 */
class HostileTokenFuzzTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00.123Z");
  private static final byte[] BODY = Samples.body("room_started");
  private static final WebhookSigner LIVEKIT = new WebhookSigner("devkey", "secret");
  private static final WebhookSigner STRANGER = new WebhookSigner("devkey", "Secret");
  private static final WebhookReceiver RECEIVER =
      new WebhookReceiver(LiveKitKeys.of("devkey", "secret"), new SettableClock(NOW));

  @TestFactory
  Stream<DynamicTest> corpus() {
    return Corpus.tests(
        getClass(),
        "nothingIsAcceptedThatLiveKitDidNotSignForThisBody",
        this::nothingIsAcceptedThatLiveKitDidNotSignForThisBody);
  }

  @FuzzTest(maxDuration = "60s")
  void nothingIsAcceptedThatLiveKitDidNotSignForThisBody(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    assertThat(receive(text)).isInstanceOf(WebhookResult.Rejected.class);

    int line = text.indexOf('\n');
    if (line >= 0) {
      String header = text.substring(0, line);
      String claims = text.substring(line + 1);
      assertThat(receive(STRANGER.sign(header, claims))).isInstanceOf(WebhookResult.Rejected.class);
      if (receive(LIVEKIT.sign(header, claims)) instanceof WebhookResult.Accepted) {
        // Read, for every letter can be written in other ways. That a token needs an expiry, and
        // which of its values is what, is tested by example.
        assertThat(values(header)).contains("HS256");
        assertThat(values(claims)).contains("devkey", WebhookSigner.bodyHash(BODY));
      }
    }
  }

  private static List<String> values(String json) {
    return JsonMapper.shared().readTree(json).values().stream()
        .filter(JsonNode::isString)
        .map(JsonNode::asString)
        .toList();
  }

  private static WebhookResult receive(String authorization) {
    return RECEIVER.receive(BODY, authorization);
  }
}
