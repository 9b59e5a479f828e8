package dev.attendance.livekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.attendance.event.FieldRules;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class DisplayNameTest {

  @Test
  void anOrdinaryNameStaysAsItIs() {
    assertThat(DisplayName.of("")).isEmpty();
    assertThat(DisplayName.of("Zoë 😀")).isEqualTo("Zoë 😀");
    assertThat(DisplayName.of("n".repeat(256))).isEqualTo("n".repeat(256));
    assertThat(DisplayName.of("n".repeat(254) + "😀")).isEqualTo("n".repeat(254) + "😀");
  }

  @Test
  void aLongNameIsCutButNotThroughACharacter() {
    assertThat(DisplayName.of("n".repeat(257))).isEqualTo("n".repeat(256));
    assertThat(DisplayName.of("n".repeat(255) + "😀")).isEqualTo("n".repeat(255));
    assertThat(DisplayName.of("n".repeat(254) + "😀😀")).isEqualTo("n".repeat(254) + "😀");
  }

  @Test
  void whatNoStoreKeepsIsReplaced() {
    assertThat(DisplayName.of("a\0b\uD83Dc\uDE00\uD83D")).isEqualTo("a\uFFFDb\uFFFDc\uFFFD\uFFFD");
    assertThat(DisplayName.of("n".repeat(255) + "\uD83Dx")).isEqualTo("n".repeat(255) + "\uFFFD");
  }

  @Property
  void everyNameBecomesStorable(@ForAll @StringLength(max = 600) String name) {
    assertThatCode(() -> FieldRules.text("name", DisplayName.of(name))).doesNotThrowAnyException();
  }
}
