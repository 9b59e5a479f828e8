package dev.attendance.testkit;

import static dev.attendance.store.AppendOutcome.APPENDED;
import static dev.attendance.store.AppendOutcome.DUPLICATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.EventHeader;
import dev.attendance.event.EventId;
import dev.attendance.event.EventKind;
import dev.attendance.event.RoomInstance;
import dev.attendance.event.RoomStarted;
import dev.attendance.store.EventLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link EventLog} promises. */
public interface EventLogContract extends StoreUnderTest {

  @Test
  default void anUnknownRoomHasNoEvents() {
    assertThat(store().events().events("RM_unknown")).isEmpty();
  }

  @Test
  default void anEmptyBatchChangesNothing() {
    assertThat(store().events().append(List.of())).isEmpty();
    assertThat(store().folds().roomsToFold(10)).isEmpty();
  }

  @Test
  default void aNewEventIsAppended() {
    AttendanceEvent event = Events.in("RM_1").joined("ann", 3);
    assertThat(store().events().append(List.of(event))).containsExactly(APPENDED);
    assertThat(store().events().events("RM_1")).containsExactly(event);
    assertThat(secondNode().events().events("RM_1")).containsExactly(event);
  }

  @Test
  default void anEventAppendedBeforeIsADuplicate() {
    Events events = Events.in("RM_1");
    AttendanceEvent old = events.joined("ann", 3);
    AttendanceEvent fresh = events.left("ann", 9);
    store().events().append(List.of(old));
    assertThat(secondNode().events().append(List.of(old, fresh)))
        .containsExactly(DUPLICATE, APPENDED);
    assertThat(store().events().append(List.of(fresh, old))).containsExactly(DUPLICATE, DUPLICATE);
    assertThat(store().events().events("RM_1")).containsExactly(old, fresh);
  }

  @Test
  default void anEventTwiceInABatchIsADuplicateTheSecondTime() {
    Events events = Events.in("RM_1");
    AttendanceEvent one = events.joined("ann", 3);
    AttendanceEvent two = events.left("ann", 9);
    assertThat(store().events().append(List.of(two, one, one, two, one)))
        .containsExactly(APPENDED, APPENDED, DUPLICATE, DUPLICATE, DUPLICATE);
    assertThat(store().events().events("RM_1")).containsExactly(one, two);
  }

  @Test
  default void whatADuplicateSaysOtherwiseChangesNothing() {
    AttendanceEvent first = Events.in("RM_1").joined("ann", 3);
    AttendanceEvent retold = Events.in("RM_1").joined("bob", 7);
    assertThat(retold.header().id()).isEqualTo(first.header().id());
    assertThat(store().events().append(List.of(first, retold)))
        .containsExactly(APPENDED, DUPLICATE);
    assertThat(store().events().append(List.of(retold))).containsExactly(DUPLICATE);
    assertThat(store().events().events("RM_1")).containsExactly(first);
  }

  @Test
  default void eventIdsCountPerSource() {
    EventHeader header = Events.in("RM_1").header(3);
    AttendanceEvent other =
        new RoomStarted(
            new EventHeader(
                new EventId("other", header.id().value()),
                header.room(),
                header.occurredAt(),
                header.receivedAt()));
    assertThat(store().events().append(List.of(new RoomStarted(header), other)))
        .containsExactly(APPENDED, APPENDED);
    assertThat(store().events().events("RM_1")).containsExactly(new RoomStarted(header), other);
  }

  @Test
  default void aBatchMayBeOfManyRooms() {
    AttendanceEvent one = Events.in("RM_1").started(1);
    AttendanceEvent two = Events.in("RM_2").started(1);
    assertThat(store().events().append(List.of(two, one))).containsExactly(APPENDED, APPENDED);
    assertThat(store().events().events("RM_1")).containsExactly(one);
    assertThat(store().events().events("RM_2")).containsExactly(two);
  }

  @Test
  default void roomsAreToldApartExactly() {
    List<AttendanceEvent> starts =
        AwkwardEvents.TEXTS.stream().<AttendanceEvent>map(sid -> startOf(sid)).toList();
    assertThat(store().events().append(starts)).containsOnly(APPENDED);
    for (AttendanceEvent start : starts) {
      assertThat(store().events().events(start.header().room().sid())).containsExactly(start);
    }
    assertThat(store().folds().roomsToFold(1000))
        .containsExactlyInAnyOrderElementsOf(AwkwardEvents.TEXTS);
  }

  @Test
  default void everyFieldOfEveryKindIsKeptExactly() {
    for (String roomSid : List.of("RM_1", AwkwardEvents.TEXTS.get(24))) {
      List<AttendanceEvent> all = AwkwardEvents.all(roomSid);
      assertThat(all.stream().map(AttendanceEvent::kind)).contains(EventKind.values());
      List<AttendanceEvent> shuffled = new ArrayList<>(all);
      Collections.shuffle(shuffled, new java.util.Random(7));
      assertThat(store().events().append(shuffled)).containsOnly(APPENDED).hasSameSizeAs(all);
      assertThat(store().events().append(shuffled)).containsOnly(DUPLICATE);
      assertThat(store().events().events(roomSid))
          .containsExactlyElementsOf(all.stream().sorted(AttendanceEvent.READING_ORDER).toList());
    }
  }

  @Test
  default void aLargeBatchIsAppendedWhole() {
    Events events = Events.in("RM_1");
    List<AttendanceEvent> batch = new ArrayList<>();
    IntStream.range(0, 2_500).forEach(i -> batch.add(events.joined("p" + i, i)));
    store().events().append(batch.subList(700, 900));
    batch.addAll(batch.subList(2_400, 2_500));
    List<Boolean> isNew =
        store().events().append(batch).stream().map(outcome -> outcome == APPENDED).toList();
    for (int i = 0; i < batch.size(); i++) {
      assertThat(isNew.get(i)).isEqualTo(i < 700 || (i >= 900 && i < 2_500));
    }
    assertThat(store().events().events("RM_1")).containsExactlyElementsOf(batch.subList(0, 2_500));
  }

  @Test
  default void ifItThrowsNothingWasAppended() {
    AttendanceEvent event = Events.in("RM_1").started(1);
    List<AttendanceEvent> broken = Arrays.asList(event, null);
    assertThatThrownBy(() -> store().events().append(broken)).isNotNull();
    assertThat(store().events().events("RM_1")).isEmpty();
    assertThat(store().folds().roomsToFold(10)).isEmpty();
    assertThat(store().events().append(List.of(event))).containsExactly(APPENDED);
  }

  @Test
  default void checkingWhetherItIsWritableChangesNothing() {
    store().events().checkWritable();
    secondNode().events().checkWritable();
    assertThat(store().folds().roomsToFold(10)).isEmpty();
    assertThat(store().rooms().latestRooms(10)).isEmpty();
    assertThat(store().quarantine().count()).isZero();
  }

  private static RoomStarted startOf(String roomSid) {
    return Events.in(new RoomInstance(roomSid, "", Optional.empty())).started(1);
  }
}
