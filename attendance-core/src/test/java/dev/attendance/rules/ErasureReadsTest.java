package dev.attendance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.Attendance;
import dev.attendance.ErasePersons;
import dev.attendance.Pseudonym;
import dev.attendance.session.PersonId;
import dev.attendance.store.Delivery;
import dev.attendance.store.Quarantine;
import dev.attendance.store.RawBody;
import dev.attendance.store.RawBodyStorage;
import dev.attendance.store.memory.MemoryStore;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;

/** What an erasure reads: only what can hold something of the person. */
class ErasureReadsTest {

  private static final byte[] BODY = "\"ann\"".getBytes(StandardCharsets.UTF_8);

  private final Map<String, Integer> calls = new HashMap<>();

  private MemoryStore twoRooms(RawBodyStorage bodies) {
    MemoryStore store = new MemoryStore(bodies);
    for (int room = 0; room < 2; room++) {
      store
          .events()
          .appendDelivered(
              new Room("RM_" + room, "math")
                  .joined("ann", 0).left("ann", 100).events().stream()
                      .map(event -> new Delivery(event, Optional.of(RawBody.of(BODY))))
                      .toList());
    }
    attendance(store).foldPending().runOnce();
    return store;
  }

  private static Attendance attendance(MemoryStore store) {
    return Attendance.builder(store).clock(new SettableTime()).build();
  }

  private ErasePersons.Outcome erase(MemoryStore store) {
    calls.clear();
    return Attendance.builder(Intruder.on(store, method -> calls.merge(method, 1, Integer::sum)))
        .clock(new SettableTime())
        .build()
        .erasePersons()
        .erase(new PersonId("ann"), Pseudonym.of(new byte[32]));
  }

  private int called(String method) {
    return calls.getOrDefault(method, 0);
  }

  @Example
  void withoutBodiesEachRoomOfThePersonIsHeldOnce() {
    ErasePersons.Outcome outcome = erase(twoRooms(RawBodyStorage.OFF));
    assertThat(outcome.rooms()).isEqualTo(2);
    assertThat(outcome.rawBodies()).isZero();
    assertThat(called("fold")).isEqualTo(2);
    assertThat(called("remove")).isZero();
  }

  @Example
  void withRawBodiesItIsReadFirstWhatThePersonWasCalled() {
    ErasePersons.Outcome outcome = erase(twoRooms(RawBodyStorage.PLAIN));
    assertThat(outcome.rawBodies()).isEqualTo(4);
    assertThat(called("fold")).isEqualTo(4);
  }

  @Example
  void withBodiesInQuarantineToo() {
    MemoryStore store = twoRooms(RawBodyStorage.OFF);
    store.quarantine().keep(new Quarantine.Body("livekit", "aa", Room.at(0), "unreadable", BODY));
    ErasePersons.Outcome outcome = erase(store);
    assertThat(outcome.bodies()).isEqualTo(1);
    assertThat(outcome.bodiesLeft()).isZero();
    assertThat(called("fold")).isEqualTo(4);
  }
}
