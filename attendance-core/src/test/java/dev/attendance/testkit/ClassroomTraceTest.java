package dev.attendance.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The committed trace is what a real server signed, and tells of the people its clients were. */
class ClassroomTraceTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final WebhookTrace trace = load("classroom.trace.jsonl", in -> readTrace(in));
  private final GroundTruth truth = load("classroom.truth.json", GroundTruth::read);

  @Test
  void everySignatureIsGoodWithTheDevelopmentSecret() throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("secret".getBytes(UTF_8), "HmacSHA256"));
    for (WebhookTrace.Request request : trace.requests()) {
      String[] token =
          Objects.requireNonNull(request.headers().get("authorization")).split("\\.", -1);
      byte[] signature = mac.doFinal((token[0] + '.' + token[1]).getBytes(UTF_8));
      assertArrayEquals(signature, Base64.getUrlDecoder().decode(token[2]));

      JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(token[1]));
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(request.body());
      assertEquals(Base64.getEncoder().encodeToString(hash), claims.path("sha256").asString());
      assertEquals(trace.header().apiKey(), claims.path("iss").asString());
    }
  }

  @Test
  void everyConnectionOfAClientBeganAndEndedInTheTrace() {
    Set<String> sids =
        truth.people().stream()
            .flatMap(person -> person.stays().stream())
            .map(GroundTruth.Stay::sid)
            .collect(Collectors.toSet());
    assertFalse(sids.isEmpty());
    assertEquals(sids, sids("participant_joined"));
    assertEquals(sids, sids("participant_left"));
  }

  @Test
  void theServerSaysThatAConnectionBeganWhileItsClientWasConnecting() {
    for (GroundTruth.Person person : truth.people()) {
      for (GroundTruth.Stay stay : person.stays()) {
        Instant joined = joinedAt(stay.sid());
        assertTrue(
            !joined.isBefore(stay.connectingAt()) && !joined.isAfter(stay.connectedAt()),
            () -> person.identity() + " joined at " + joined + ", " + stay);
      }
    }
  }

  private Instant joinedAt(String sid) {
    return trace.requests().stream()
        .map(request -> JSON.readTree(request.body()).path("participant"))
        .filter(participant -> participant.path("sid").asString("").equals(sid))
        .filter(participant -> participant.has("joinedAtMs"))
        .map(participant -> Instant.ofEpochMilli(participant.path("joinedAtMs").asLong()))
        .findFirst()
        .orElseThrow();
  }

  private Set<String> sids(String event) {
    return trace.requests().stream()
        .map(request -> JSON.readTree(request.body()))
        .filter(body -> body.path("event").asString("").equals(event))
        .map(body -> body.path("participant").path("sid").asString())
        .collect(Collectors.toSet());
  }

  private static WebhookTrace readTrace(InputStream in) {
    try {
      return WebhookTrace.read(in);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static <T> T load(String name, Function<InputStream, T> reader) {
    InputStream in = Objects.requireNonNull(ClassroomTraceTest.class.getResourceAsStream(name));
    try (in) {
      return reader.apply(in);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
