package dev.attendance.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RawBodyTest {

  @Property
  void whatIsCompressedIsTheSameBodyAndNeverLonger(
      @ForAll byte[] bytes, @ForAll @IntRange(max = 99) int times) {
    byte[] repeated = new byte[bytes.length * times];
    for (int i = 0; i < repeated.length; i++) {
      repeated[i] = bytes[i % bytes.length];
    }
    RawBody body = RawBody.of(repeated);
    RawBody compressed = body.compressed();
    RawBody read = RawBody.ofKept(compressed.kept(), compressed.isCompressed());
    assertThat(read.bytes()).isEqualTo(repeated);
    assertThat(read).isEqualTo(body).hasSameHashCodeAs(body);
    assertThat(compressed.kept().length).isLessThanOrEqualTo(repeated.length);
    assertThat(compressed.compressed()).isSameAs(compressed);
  }

  @Test
  void aBodyThatIsDamagedIsNotReadByHalf() {
    byte[] kept = RawBody.of(new byte[9_999]).compressed().kept();
    for (byte[] damaged : new byte[][] {Arrays.copyOf(kept, kept.length - 5), {1, 2, 3}, {}}) {
      RawBody body = RawBody.ofKept(damaged, true);
      assertThatThrownBy(body::bytes)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("damaged");
    }
  }

  @Test
  void nobodyCanChangeABody() {
    byte[] bytes = {1, 2, 3};
    RawBody body = RawBody.of(bytes);
    bytes[0] = 9;
    body.bytes()[1] = 9;
    body.kept()[2] = 9;
    assertThat(body.bytes()).containsExactly(1, 2, 3);
  }

  @Test
  void aBodyShowsNothingOfItself() {
    assertThat(RawBody.of("ann".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .hasToString("RawBody[3 bytes]");
  }
}
