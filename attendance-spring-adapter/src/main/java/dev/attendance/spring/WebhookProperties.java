package dev.attendance.spring;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The endpoint that LiveKit calls.
 *
 * @param enabled Whether there is an endpoint for LiveKit's webhooks. An application that records
 *     events by itself does without it and needs no API key.
 * @param path Path of the endpoint for LiveKit's webhooks. Whether they can be taken is told at the
 *     same path followed by /health.
 * @param bodyLimit The longest body of a webhook that is accepted.
 */
record WebhookProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("/webhooks/livekit") String path,
    @DefaultValue("256KB") DataSize bodyLimit) {

  WebhookProperties {
    PropertyChecks.path("path", path);
    if (bodyLimit.toBytes() < 1 || bodyLimit.toBytes() >= Integer.MAX_VALUE) {
      throw new IllegalArgumentException("bodyLimit: must lie between 1B and 2GB");
    }
  }
}
