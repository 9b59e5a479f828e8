package dev.attendance.livekit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class TurnPasswordTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"turnPassword\":\"hush\",\"x\":1} | {\"turnPassword\":\"\",\"x\":1}",
        "{\"turn_password\" : \"hush\"} | {\"turn_password\" : \"\"}",
        "{\"turnPassword\":\"hu\\\"sh\\\\\",\"x\":\"y\"} | {\"turnPassword\":\"\",\"x\":\"y\"}",
        "{\"turnPassword\":\"hush | {\"turnPassword\":\"",
        "{\"turnPassword\":\"hush\\ | {\"turnPassword\":\"",
        "{\"turnPassword\":\"\"} | {\"turnPassword\":\"\"}",
        "{\"turnPassword\":null,\"x\":\"y\"} | {\"turnPassword\":null,\"x\":\"y\"}",
        "{\"turnPassword\" | {\"turnPassword\"",
        "{\"turnPassword\": | {\"turnPassword\":",
        "{\"x\":\"turnPassword\",\"y\":\"z\"} | {\"x\":\"turnPassword\",\"y\":\"z\"}",
        "\"turnPassword\":\"a\"\"turnPassword\":\"b\" | \"turnPassword\":\"\"\"turnPassword\":\"\""
      })
  void onlyItsValueIsBlanked(String body, String blanked) {
    assertThat(blanked(body)).isEqualTo(blanked);
  }

  @ParameterizedTest
  @FieldSource("dev.attendance.livekit.Samples#NAMES")
  void noSampleKeepsItsPassword(String name) {
    String body = new String(Samples.body(name), StandardCharsets.UTF_8);

    assertThat(blanked(body))
        .isEqualTo(body.replaceFirst("Zk3nT0tArEalSecretX+", ""))
        .doesNotContain("Secret");
  }

  @Test
  void aLongPasswordIsBlankedToo() {
    assertThat(blanked("{\"turnPassword\":\"" + "x\\n".repeat(100_000) + "\"}"))
        .isEqualTo("{\"turnPassword\":\"\"}");
  }

  @Property
  void allOtherBytesStayAsTheyAre(@ForAll byte[] before, @ForAll byte[] after) {
    byte[] body = joined(before, Samples.utf8("\"turnPassword\":\"hush\""), after);

    assertThat(TurnPassword.blanked(body))
        .isEqualTo(joined(before, Samples.utf8("\"turnPassword\":\"\""), after));
  }

  private static String blanked(String body) {
    return new String(
        TurnPassword.blanked(body.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[]... parts) {
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
