package dev.attendance.spring;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The LiveKit installation.
 *
 * @param apiKey API key that LiveKit signs its webhooks with.
 * @param apiSecret Secret of the API key.
 * @param apiKeys Further API keys with their secrets, for the time while keys are rotated. The case
 *     of a key matters: write it in brackets.
 * @param url URL of the LiveKit server, to ask it who is there. Without it, it is not asked.
 * @param urlApiKey Which of several API keys to ask with. Not needed if there is one, or if
 *     attendance.livekit.api-key is the one.
 * @param timeout How long to wait for one answer of the LiveKit server.
 * @param cluster Whether LiveKit has several nodes, or keeps its rooms in Redis. Clocks may differ
 *     then, and the end of a room and being listed prove less.
 */
record LiveKitProperties(
    @Nullable String apiKey,
    @Nullable String apiSecret,
    @DefaultValue Map<String, String> apiKeys,
    @Nullable String url,
    @Nullable String urlApiKey,
    @DefaultValue("5s") Duration timeout,
    @DefaultValue("false") boolean cluster) {

  LiveKitProperties {
    PropertyChecks.positive("timeout", timeout);
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    return "LiveKit[url=" + url + "]";
  }
}
