package dev.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attendance.event.ParticipantKind;
import dev.attendance.event.ParticipantProfile;
import dev.attendance.session.PersonId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetentionTest {

  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void limitsMakeSense() {
    assertThat(new Retention(DAY, Optional.of(DAY)).records()).contains(DAY);
    assertThatThrownBy(() -> new Retention(Duration.ZERO, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("retention events: must be positive");
    assertThatThrownBy(() -> new Retention(DAY, Optional.of(DAY.minusNanos(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("retention records: must be at least as long");
  }

  @Test
  void aPseudonymIsTheSameForTheSameKeyAndShowsNothingOfIt() {
    byte[] key = new byte[32];
    key[0] = 7;
    Pseudonym pseudonym = Pseudonym.of(key);
    key[0] = 0;
    assertThat(pseudonym.person()).isNotEqualTo(Pseudonym.of(key).person());
    key[0] = 7;
    assertThat(pseudonym.person()).isEqualTo(Pseudonym.of(key).person());
    assertThat(pseudonym.identity("ann")).isEqualTo(Pseudonym.of(key).identity("ann"));
    assertThat(pseudonym.identity("ann")).isNotEqualTo(pseudonym.identity("Ann"));
    assertThat(Pseudonym.random().person()).isNotEqualTo(Pseudonym.random().person());
    assertThat(pseudonym.toString()).isEqualTo("Pseudonym[" + pseudonym.person().value() + "]");
    assertThatThrownBy(() -> Pseudonym.of(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 32 bytes");
  }

  @Test
  void aPseudonymIsItsPersonWhateverTheAppsResolverSays() {
    Pseudonym pseudonym = Pseudonym.of(new byte[32]);
    var resolver = Pseudonym.resolving(profile -> new PersonId("app " + profile.identity()));
    assertThat(resolver.person(profile(pseudonym.identity("ann")))).isEqualTo(pseudonym.person());
    assertThat(resolver.person(profile("ann"))).isEqualTo(new PersonId("app ann"));
    assertThat(resolver.person(profile("erased-/"))).isEqualTo(new PersonId("app erased-/"));
  }

  private static ParticipantProfile profile(String identity) {
    return new ParticipantProfile(identity, "", ParticipantKind.STANDARD, false, false);
  }

  @Test
  void textIsFoundEscapedOrNot() {
    QuotedText text =
        QuotedText.of(
            "{\"a\":\"Zo\\u00eb \\ud83c\\udf93\\\"\\/\",\"b\":\"Bob\"}"
                .getBytes(StandardCharsets.UTF_8));
    assertThat(text.containsAny(List.of("no", "Zoë 🎓\"/"))).isTrue();
    assertThat(text.containsAny(List.of("Bob"))).isTrue();
    assertThat(text.containsAny(List.of("bob", "ann"))).isFalse();
    assertThat(QuotedText.of(new byte[] {(byte) 0xff, '\\', 'u', '1'}).containsAny(List.of("x")))
        .isFalse();
  }
}
