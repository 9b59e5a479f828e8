package dev.attendance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.Attendance;
import dev.attendance.ReplayQuarantine;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.store.Quarantine;
import dev.attendance.store.Quarantine.Body;
import dev.attendance.store.RawBody;
import dev.attendance.store.RawBodyStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What {@link Quarantine} promises. */
public interface QuarantineContract extends StoreUnderTest {

  @Test
  default void aBodyIsKeptExactly() {
    byte[] bytes = new byte[300_000];
    new Random(1).nextBytes(bytes);
    Body large = new Body("livekit", "a1", AwkwardEvents.LAST, "not JSON: \ud83c\udf93", bytes);
    Body empty = new Body("livekit", "a2", AwkwardEvents.LAST, "", new byte[0]);
    assertThat(store().quarantine().keep(large)).isTrue();
    assertThat(store().quarantine().keep(empty)).isTrue();
    assertThat(secondNode().quarantine().oldest(10)).containsExactly(large, empty);
  }

  @Test
  default void aBodyIsKeptOncePerSourceAndDigest() {
    Body body = body("livekit", "a1", 1);
    assertThat(store().quarantine().keep(body)).isTrue();
    assertThat(store().quarantine().keep(body("livekit", "a1", 2))).isFalse();
    assertThat(store().quarantine().keep(body("other", "a1", 3))).isTrue();
    assertThat(store().quarantine().keep(body("livekit", "A1", 4))).isTrue();
    assertThat(store().quarantine().count()).isEqualTo(3);
    assertThat(store().quarantine().oldest(10))
        .containsExactly(body, body("other", "a1", 3), body("livekit", "A1", 4));
  }

  @Test
  default void theOldestComeFirstThenByDigest() {
    store().quarantine().keep(body("livekit", "c", 5));
    store().quarantine().keep(body("livekit", "b", 5));
    store().quarantine().keep(body("livekit", "d", 1));
    assertThat(store().quarantine().oldest(10))
        .extracting(Body::digest)
        .containsExactly("d", "b", "c");
    assertThat(store().quarantine().oldest(2)).extracting(Body::digest).containsExactly("d", "b");
  }

  @Test
  default void pagesThatFollowEachOtherBringEveryBodyOnceEvenIfSomeAreTakenOut() {
    List<Body> all =
        List.of(
            body("livekit", "d", 1),
            body("livekit", "a", 2),
            body("other", "a", 2),
            body("livekit", "b", 2),
            body("livekit", "a0", 3));
    all.forEach(store().quarantine()::keep);
    assertThat(store().quarantine().after(all.get(0), 2)).containsExactly(all.get(1), all.get(2));
    assertThat(store().quarantine().remove("livekit", "a")).isTrue();
    assertThat(secondNode().quarantine().remove("livekit", "a")).isFalse();
    assertThat(store().quarantine().remove("livekit", "A")).isFalse();
    assertThat(secondNode().quarantine().after(all.get(1), 9))
        .containsExactlyElementsOf(all.subList(2, 5));
    assertThat(store().quarantine().after(all.get(4), 9)).isEmpty();
    assertThat(store().quarantine().count()).isEqualTo(4);
  }

  @Test
  default void whatCanBeDecodedNowIsRecordedAndTakenOut() throws Exception {
    keepBodies(RawBodyStorage.PLAIN);
    Attendance attendance = Attendance.builder(store()).build();
    Events events = Events.in("RM_1");
    AttendanceEvent joined = events.joined("ann", 1);
    attendance.record(List.of(events.finished(9)));
    for (int i = 0; i < 250; i++) {
      store().quarantine().keep(body("livekit", "%03d".formatted(i), 5));
    }
    ReplayQuarantine.Outcome outcome =
        attendance
            .replayQuarantine()
            .runOnce(
                body ->
                    switch (body.digest()) {
                      case "003", "240" -> Optional.of(List.of(joined));
                      case "150" -> Optional.of(List.of());
                      default -> Optional.empty();
                    });
    assertThat(outcome).isEqualTo(new ReplayQuarantine.Outcome(3, 1, 1, 247));
    assertThat(store().quarantine().count()).isEqualTo(247);
    assertThat(store().events().events("RM_1")).hasSize(2).contains(joined);
    assertThat(store().rooms().cycles("RM_1")).hasSize(1);
    assertThat(attendance.rawBody("RM_1", Events.id(joined)))
        .contains(RawBody.of(new byte[] {1, 2, 3}));
  }

  @Test
  default void ofSeveralKeepersOfABodyExactlyOneIsFirst() {
    for (int round = 0; round < 10; round++) {
      Body body = body("livekit", "digest" + round, 1);
      List<Callable<Boolean>> keepers = new ArrayList<>();
      keepers.add(() -> store().quarantine().keep(body));
      keepers.add(() -> secondNode().quarantine().keep(body));
      assertThat(Together.run(keepers)).containsExactlyInAnyOrder(true, false);
    }
    assertThat(store().quarantine().count()).isEqualTo(10);
  }

  private static Body body(String source, String digest, long second) {
    return new Body(source, digest, Events.at(second), "why", new byte[] {1, 2, 3});
  }
}
