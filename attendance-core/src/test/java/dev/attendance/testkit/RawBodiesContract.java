package dev.attendance.testkit;

import static dev.attendance.store.AppendOutcome.APPENDED;
import static dev.attendance.store.AppendOutcome.DUPLICATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attendance.Attendance;
import dev.attendance.Pseudonym;
import dev.attendance.PurgeSessions;
import dev.attendance.Retention;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.RoomInstance;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.store.Delivery;
import dev.attendance.store.RawBodies;
import dev.attendance.store.RawBody;
import dev.attendance.store.RawBodyStorage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What {@link RawBodies} promises, and what keeps its hands off them: duplicates and time. */
public interface RawBodiesContract extends StoreUnderTest {

  @Test
  default void theBodyOfAnEventIsKeptAsItCame() throws Exception {
    byte[] random = new byte[300_000];
    new Random(7).nextBytes(random);
    List<byte[]> bodies =
        List.of(
            new byte[0],
            new byte[] {0, -1, 127},
            "é\u0000 {}".repeat(9_000).getBytes(StandardCharsets.UTF_8),
            random);
    for (RawBodyStorage storage : List.of(RawBodyStorage.PLAIN, RawBodyStorage.COMPRESSED)) {
      keepBodies(storage);
      assertThat(store().rawBodies().areKept()).isTrue();
      for (String roomSid : List.of("RM_1", AwkwardEvents.TEXTS.get(24))) {
        Events events = Events.in(new RoomInstance(roomSid, "", Optional.empty()));
        List<Delivery> deliveries = new ArrayList<>();
        bodies.forEach(body -> deliveries.add(delivery(events.started(1), body)));
        deliveries.add(Delivery.of(events.started(2)));
        assertThat(store().events().appendDelivered(deliveries)).containsOnly(APPENDED);
        for (Delivery delivery : deliveries) {
          assertThat(body(delivery.event())).isEqualTo(delivery.body());
          assertThat(secondNode().rawBodies().body(roomSid, Events.id(delivery.event())))
              .isEqualTo(delivery.body());
        }
        assertThat(store().events().events(roomSid)).hasSize(5);
      }
      assertThat(store().rawBodies().body("RM_2", Events.id(Events.in("RM_2").started(1))))
          .isEmpty();
    }
  }

  @Test
  default void whatIsSwitchedOffIsNotKept() {
    AttendanceEvent event = Events.in("RM_1").started(1);
    assertThat(store().rawBodies().areKept()).isFalse();
    assertThat(store().events().appendDelivered(List.of(delivery(event, "body"))))
        .containsExactly(APPENDED);
    assertThat(body(event)).isEmpty();
    assertThat(store().rawBodies().isEmpty()).isTrue();
    assertThat(store().events().events("RM_1")).containsExactly(event);
  }

  @Test
  default void itIsKnownWhetherThereIsAnyBody() throws Exception {
    keepBodies(RawBodyStorage.COMPRESSED);
    assertThat(store().rawBodies().isEmpty()).isTrue();
    AttendanceEvent event = Events.in("RM_1").started(1);
    store().events().append(List.of(event));
    assertThat(secondNode().rawBodies().isEmpty()).isTrue();
    store()
        .events()
        .appendDelivered(
            List.of(delivery(event, "late"), delivery(Events.in("RM_2").started(1), "")));
    assertThat(store().rawBodies().isEmpty()).isFalse();
    assertThat(secondNode().rawBodies().isEmpty()).isFalse();
    assertThat(store().rawBodies().remove("RM_2", body -> true)).isOne();
    assertThat(store().rawBodies().isEmpty()).isTrue();
  }

  @Test
  default void aDuplicateKeepsNoSecondBodyAndChangesNone() throws Exception {
    keepBodies(RawBodyStorage.PLAIN);
    Events events = Events.in("RM_1");
    AttendanceEvent first = events.started(1);
    AttendanceEvent bare = events.started(2);
    AttendanceEvent twice = events.started(3);
    store().events().appendDelivered(List.of(delivery(first, "one"), Delivery.of(bare)));
    assertThat(
            store()
                .events()
                .appendDelivered(
                    List.of(
                        delivery(first, "two"),
                        delivery(bare, "late"),
                        delivery(twice, "this"),
                        delivery(twice, "not this"))))
        .containsExactly(DUPLICATE, DUPLICATE, APPENDED, DUPLICATE);
    assertThat(body(first)).contains(raw("one"));
    assertThat(body(bare)).isEmpty();
    assertThat(body(twice)).contains(raw("this"));
  }

  @Test
  default void ofABatchThatFailsNoBodyIsKept() throws Exception {
    keepBodies(RawBodyStorage.COMPRESSED);
    AttendanceEvent event = Events.in("RM_1").started(1);
    List<Delivery> broken = Arrays.asList(delivery(event, "body"), null);
    assertThatThrownBy(() -> store().events().appendDelivered(broken)).isNotNull();
    assertThat(body(event)).isEmpty();
    assertThat(store().events().append(List.of(event))).containsExactly(APPENDED);
    assertThat(body(event)).isEmpty();
  }

  @Test
  default void bodiesOfOneRoomAreRemovedByWhatTheyHold() throws Exception {
    keepBodies(RawBodyStorage.COMPRESSED);
    Events events = Events.in("RM_1");
    List<Delivery> many = new ArrayList<>();
    for (int i = 0; i < 333; i++) {
      many.add(delivery(events.started(i), (i % 3 == 0 ? "fizz " : "") + "x".repeat(i)));
    }
    AttendanceEvent elsewhere = Events.in("RM_2").started(1);
    store().events().appendDelivered(many);
    store().events().appendDelivered(List.of(delivery(elsewhere, "fizz")));
    assertThat(store().rawBodies().remove("RM_1", body -> text(body).startsWith("fizz")))
        .isEqualTo(111);
    assertThat(store().rawBodies().remove("RM_1", body -> text(body).startsWith("fizz"))).isZero();
    for (int i = 0; i < 333; i++) {
      assertThat(body(many.get(i).event()).isPresent()).isEqualTo(i % 3 != 0);
    }
    assertThat(body(elsewhere)).contains(raw("fizz"));
    assertThat(store().events().events("RM_1")).hasSize(333);
  }

  @Test
  default void theBodiesOfAPurgedRoomGoWithIt() throws Exception {
    keepBodies(RawBodyStorage.PLAIN);
    PlannedApp app =
        new PlannedApp(
            store(),
            builder ->
                builder.retention(new Retention(Duration.ofSeconds(1_000), Optional.empty())));
    AttendanceEvent gone = app.in("RM_1").joined("ann", 10);
    AttendanceEvent left = app.in("RM_1").left("ann", 50);
    app.attendance().recordDelivered(List.of(delivery(gone, "a"), delivery(left, "b")));
    AttendanceEvent stays = app.in("RM_2").joined("bob", 2_900);
    app.attendance().recordDelivered(List.of(delivery(stays, "c")));
    app.at(3_000).settle();
    assertThat(app.attendance().purgeSessions().orElseThrow().runOnce())
        .isEqualTo(new PurgeSessions.Outcome(1, 2, 0));
    assertThat(body(gone)).isEmpty();
    assertThat(body(left)).isEmpty();
    assertThat(body(stays)).contains(raw("c"));
    // Told again, years late: deleted with its event.
    app.attendance().recordDelivered(List.of(delivery(gone, "a")));
    assertThat(store().events().events("RM_1")).isEmpty();
    assertThat(body(gone)).isEmpty();
  }

  @Test
  default void pseudonymsTakeTheBodiesOfThoseEventsAlong() throws Exception {
    keepBodies(RawBodyStorage.PLAIN);
    Events events = Events.in("RM_1");
    List<AttendanceEvent> anns =
        List.of(events.joined("ann", 1), events.published("ann", 2), events.left("ann", 3));
    AttendanceEvent other = events.joined("Ann", 1);
    AttendanceEvent room = events.started(1);
    anns.forEach(event -> store().events().appendDelivered(List.of(delivery(event, "{}"))));
    store().events().appendDelivered(List.of(delivery(other, "{}"), delivery(room, "{}")));
    store().folds().fold("RM_1", held -> held.pseudonymise(Map.of("ann", "x")));
    anns.forEach(event -> assertThat(body(event)).isEmpty());
    assertThat(body(other)).isPresent();
    assertThat(body(room)).isPresent();
  }

  @Test
  default void anErasureLeavesNoNameInBodiesAndTheTotalsAsTheyWere() throws Exception {
    for (RawBodyStorage storage : List.of(RawBodyStorage.PLAIN, RawBodyStorage.COMPRESSED)) {
      keepBodies(storage);
      Attendance attendance =
          Attendance.builder(store()).clock(new SettableClock(Events.at(1_000))).build();
      Events events = Events.in("RM_1");
      Events elsewhere = Events.in("RM_2");
      AttendanceEvent joined = events.joined("s-417", 1);
      AttendanceEvent left = events.left("s-417", 90);
      AttendanceEvent named = elsewhere.started(1);
      AttendanceEvent escaped = elsewhere.started(2);
      AttendanceEvent other = events.joined("bob", 1);
      attendance.recordDelivered(
          List.of(
              delivery(joined, "{\"identity\":\"s-417\",\"name\":\"Name of s-417\"}"),
              delivery(left, "{}"),
              delivery(named, "{\"metadata\":\"{\\\"teacher\\\":\\\"Name of s-417\\\"}\"}"),
              delivery(escaped, "{\"metadata\":\"s\\u002d417\"}"),
              delivery(other, "{\"identity\":\"bob\"}")));
      attendance.foldPending().runOnce();
      var before = attendance.report(new SessionId("RM_1")).orElseThrow().attendance().records();
      assertThat(
              attendance
                  .erasePersons()
                  .erase(new PersonId("s-417"), Pseudonym.of(new byte[32]))
                  .rawBodies())
          .isEqualTo(3);
      for (AttendanceEvent event : List.of(joined, left, named, escaped)) {
        assertThat(body(event)).isEmpty();
      }
      assertThat(body(other)).isPresent();
      assertThat(attendance.report(new SessionId("RM_1")).orElseThrow().attendance().records())
          .extracting(record -> record.counted())
          .containsExactlyInAnyOrderElementsOf(
              before.stream().map(record -> record.counted()).toList());
      // Told again it is a duplicate, and brings nothing back.
      attendance.recordDelivered(List.of(delivery(joined, "{\"identity\":\"s-417\"}")));
      assertThat(body(joined)).isEmpty();
    }
  }

  private Optional<RawBody> body(AttendanceEvent event) {
    return store().rawBodies().body(event.header().room().sid(), Events.id(event));
  }

  private static Delivery delivery(AttendanceEvent event, String body) {
    return delivery(event, body.getBytes(StandardCharsets.UTF_8));
  }

  private static Delivery delivery(AttendanceEvent event, byte[] body) {
    return new Delivery(event, Optional.of(RawBody.of(body)));
  }

  private static RawBody raw(String text) {
    return RawBody.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(RawBody body) {
    return new String(body.bytes(), StandardCharsets.UTF_8);
  }
}
