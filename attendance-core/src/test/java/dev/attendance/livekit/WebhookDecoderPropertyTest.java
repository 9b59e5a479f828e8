package dev.attendance.livekit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.livekit.ProtoJsonText.Style;
import dev.attendance.testkit.SettableClock;
import dev.attendance.testkit.WebhookSigner;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WebhookDecoderPropertyTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00.123Z");

  private final WebhookSigner signer = new WebhookSigner("devkey", "secret");
  private final WebhookReceiver receiver =
      new WebhookReceiver(LiveKitKeys.of("devkey", "secret"), new SettableClock(NOW));

  @Property
  void howAnEventIsWrittenDoesNotMatter(
      @ForAll("events") AttendanceEvent event, @ForAll("styles") Style style) {
    byte[] body = Samples.utf8(WebhookText.of(event, style).json());

    assertThat(receive(body)).isEqualTo(new WebhookResult.Accepted(event));
  }

  @Property
  void whateverIsSignedIsAcceptedIgnoredOrUndecodable(@ForAll byte[] body) {
    assertThat(receive(body)).isInstanceOf(WebhookResult.Undecodable.class);
  }

  @Property
  void whateverBecomesOfABodyItIsAcceptedIgnoredOrUndecodable(@ForAll("mutations") byte[] body) {
    assertThat(receive(body))
        .isInstanceOfAny(
            WebhookResult.Accepted.class,
            WebhookResult.Ignored.class,
            WebhookResult.Undecodable.class);
  }

  @Property
  void whyABodyIsUndecodableShowsNothingOfIt(@ForAll("mutations") byte[] body) {
    if (receive(body) instanceof WebhookResult.Undecodable undecodable) {
      assertThat(undecodable.reason())
          .matches("[A-Za-z ]+: must [-A-Za-z0-9:., ]+")
          .doesNotContain("student", "Müller", "math", "RM_", "PA_", "EV_", "Secret");
    }
  }

  @Property
  void whateverIsNoTokenOfOursIsRejected(@ForAll String authorization) {
    assertThat(receiver.receive(Samples.body("room_started"), authorization))
        .isInstanceOf(WebhookResult.Rejected.class);
  }

  @Property
  void aTokenChangedAnywhereIsRejected(@ForAll("changedTokens") String token) {
    assertThat(receiver.receive(Samples.body("room_started"), token))
        .isInstanceOf(WebhookResult.Rejected.class);
  }

  private WebhookResult receive(byte[] body) {
    return receiver.receive(body, signer.sign(body, NOW));
  }

  @Provide
  Arbitrary<AttendanceEvent> events() {
    return EventArbitraries.events(NOW);
  }

  @Provide
  Arbitrary<Style> styles() {
    Arbitrary<Boolean> either = Arbitraries.of(true, false);
    return Combinators.combine(
            either, either, either, either, either, either, either, Arbitraries.longs())
        .as(Style::new);
  }

  /** A sample with one to four bytes set, taken out, put in or cut off after. */
  @Provide
  Arbitrary<byte[]> mutations() {
    Arbitrary<byte[]> samples = Arbitraries.of(Samples.NAMES).map(Samples::body);
    Arbitrary<Mutation> mutation =
        Combinators.combine(
                Arbitraries.of(Mutation.Kind.class),
                Arbitraries.doubles().between(0, 1),
                Arbitraries.oneOf(
                    Arbitraries.bytes(), Arbitraries.bytes().map(b -> interesting(b))))
            .as(Mutation::new);
    return Combinators.combine(samples, mutation.list().ofMinSize(1).ofMaxSize(4))
        .as(
            (body, mutations) -> {
              byte[] mutated = body;
              for (Mutation each : mutations) {
                mutated = each.applyTo(mutated);
              }
              return mutated;
            });
  }

  private static byte interesting(byte index) {
    String bytes = "\"{}[]:,\\0-eE.tfn/* u";
    return (byte) bytes.charAt(Math.floorMod(index, bytes.length()));
  }

  record Mutation(Kind kind, double where, byte what) {

    enum Kind {
      SET,
      REMOVE,
      INSERT,
      CUT,
      REPEAT
    }

    byte[] applyTo(byte[] body) {
      int at = (int) (where * Math.max(0, body.length - 1));
      byte[] rest = Arrays.copyOfRange(body, Math.min(at + 1, body.length), body.length);
      byte[] head = Arrays.copyOf(body, at);
      return switch (kind) {
        case SET -> joined(head, new byte[] {what}, rest);
        case REMOVE -> joined(head, rest);
        case INSERT -> joined(head, new byte[] {what}, body.length == 0 ? body : tail(body, at));
        case CUT -> head;
        case REPEAT -> joined(body, tail(body, at));
      };
    }

    private static byte[] tail(byte[] body, int at) {
      return Arrays.copyOfRange(body, Math.min(at, body.length), body.length);
    }

    private static byte[] joined(byte[]... parts) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (byte[] part : parts) {
        all.writeBytes(part);
      }
      return all.toByteArray();
    }
  }

  /** The last character is left alone: two of its bits are no part of the signature. */
  @Provide
  Arbitrary<String> changedTokens() {
    String token = signer.sign(Samples.body("room_started"), NOW);
    return Combinators.combine(
            Arbitraries.integers().between(0, token.length() - 2),
            Arbitraries.of(
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_. ".split("")))
        .as((at, unit) -> token.substring(0, at) + unit + token.substring(at + 1))
        .filter(changed -> !changed.strip().equals(token));
  }
}
