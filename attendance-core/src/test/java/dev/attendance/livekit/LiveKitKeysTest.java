package dev.attendance.livekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveKitKeysTest {

  @Test
  void noKeyAtAllIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LiveKitKeys.of(Map.of()))
        .withMessage("API keys: at least one is needed");
  }

  @Test
  void aBlankKeyIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LiveKitKeys.of(" ", "hush"))
        .withMessage("API key: must not be blank");
  }

  @Test
  void anEmptySecretIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LiveKitKeys.of(Map.of("a", "hush", "b", "")))
        .withMessage("API secret of key b: must not be empty");
  }

  @Test
  void secretsAreNotShown() {
    assertThat(LiveKitKeys.of(Map.of("b", "hush", "a", "hush hush")))
        .hasToString("LiveKitKeys[a, b]");
  }

  @Test
  void aLaterChangeOfTheMapChangesNothing() {
    Map<String, String> secrets = new HashMap<>(Map.of("a", "hush"));
    LiveKitKeys keys = LiveKitKeys.of(secrets);

    secrets.put("b", "hush");

    assertThat(keys.secrets()).containsOnlyKeys("a");
  }
}
