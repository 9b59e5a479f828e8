package dev.attendance.spring;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The API keys and secrets that an operator set, checked so that what is missing is named. */
final class ApiKeys {

  private static final String PREFIX = "attendance.livekit.";
  private static final String SET_BOTH =
      "Set "
          + PREFIX
          + "api-key and "
          + PREFIX
          + "api-secret to a key of your LiveKit server and its secret";

  private ApiKeys() {}

  /** {@return secrets by API key, at least one} */
  static Map<String, String> secretsByKey(LiveKitProperties livekit) {
    Map<String, String> secrets = new TreeMap<>();
    livekit
        .apiKeys()
        .forEach(
            (key, secret) -> {
              if (isBlank(secret)) {
                throw new AttendanceConfigurationException(
                    "An API key of LiveKit has no secret.",
                    "Give every key in " + PREFIX + "api-keys its secret.");
              }
              secrets.put(key, secret);
            });
    String key = livekit.apiKey();
    String secret = livekit.apiSecret();
    if (!isBlank(key) && !isBlank(secret)) {
      secrets.put(key, secret);
    } else if (!isBlank(key) || !isBlank(secret)) {
      String missing = PREFIX + (isBlank(key) ? "api-key" : "api-secret");
      throw new AttendanceConfigurationException(
          "LiveKit's webhooks cannot be verified: " + missing + " is missing.", SET_BOTH + ".");
    }
    if (secrets.isEmpty()) {
      throw new AttendanceConfigurationException(
          "LiveKit's webhooks cannot be verified: no API key is set.",
          SET_BOTH
              + " (or several in "
              + PREFIX
              + "api-keys). An application that takes no webhooks sets"
              + " attendance.webhook.enabled=false.");
    }
    return Collections.unmodifiableMap(secrets);
  }

  /** {@return the key to ask the server with, and its secret} */
  static Map.Entry<String, String> forQuestions(LiveKitProperties livekit) {
    Map<String, String> secrets = secretsByKey(livekit);
    String key = livekit.urlApiKey();
    if (isBlank(key)) {
      key = livekit.apiKey();
    }
    if (isBlank(key) && secrets.size() == 1) {
      key = secrets.keySet().iterator().next();
    }
    String secret = isBlank(key) ? null : secrets.get(key);
    if (isBlank(key) || secret == null) {
      throw new AttendanceConfigurationException(
          "LiveKit cannot be asked who is there: which of the API keys to use is not clear.",
          "Set " + PREFIX + "url-api-key to one of the keys that have a secret.");
    }
    return Map.entry(key, secret);
  }

  private static boolean isBlank(@Nullable String value) {
    return value == null || value.isBlank();
  }
}
