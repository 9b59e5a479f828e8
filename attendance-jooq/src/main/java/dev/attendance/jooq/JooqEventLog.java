package dev.attendance.jooq;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.EventHeader;
import dev.attendance.event.EventId;
import dev.attendance.event.RoomInstance;
import dev.attendance.event.RoomStarted;
import dev.attendance.store.AppendOutcome;
import dev.attendance.store.Delivery;
import dev.attendance.store.EventLog;
import dev.attendance.store.RawBody;
import dev.attendance.store.RawBodyStorage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * The log of {@link JooqStore}. Small batches of several callers share a transaction; what comes
 * within a caller's own transaction stays there, and a batch that fills one has it for itself.
 */
final class JooqEventLog implements EventLog {

  private static final List<Field<String>> KEY =
      List.of(EventTable.ROOM_SID, EventTable.SOURCE, EventTable.EVENT_ID);

  private static final Columns<AttendanceEvent> PENDING =
      Columns.<AttendanceEvent>of(PendingTable.TABLE)
          .with(PendingTable.ROOM_SID, event -> event.header().room().sid())
          .with(PendingTable.SOURCE, event -> event.header().id().source())
          .with(PendingTable.EVENT_ID, event -> event.header().id().value())
          .with(PendingTable.RECEIVED_AT, event -> event.header().receivedAt().toEpochMilli());

  private final Database database;
  private final int full;
  private final RawBodyStorage bodies;
  private final GroupCommit<List<Delivery>, List<AppendOutcome>> group;

  JooqEventLog(Database database, AppendSettings settings, RawBodyStorage bodies) {
    this.database = database;
    this.bodies = bodies;
    full = settings.batch();
    group = new GroupCommit<>(settings, List::size, this::appendTogether);
  }

  @Override
  public List<AppendOutcome> appendDelivered(List<Delivery> deliveries) {
    // Refuses a missing element before anything is appended. Compressed here and not within the
    // transaction, for which others wait.
    List<Delivery> batch = deliveries.stream().map(delivery -> delivery.keptBy(bodies)).toList();
    if (batch.isEmpty()) {
      return List.of();
    }
    return database
        .writeInCallers(open -> insert(open, distinct(List.of(batch))))
        .map(inserted -> outcomes(batch, inserted))
        .orElseGet(
            () -> batch.size() < full ? group.run(batch) : appendTogether(List.of(batch)).get(0));
  }

  /** In one transaction; of callers with the same event the first one appends it. */
  private List<List<AppendOutcome>> appendTogether(List<List<Delivery>> batches) {
    Map<EventKey, Delivery> distinct = distinct(batches);
    Set<AttendanceEvent> inserted = database.writeAlone(open -> insert(open, distinct));
    return batches.stream().map(batch -> outcomes(batch, inserted)).toList();
  }

  /** Sorted, because writers that insert the same keys in the same order cannot deadlock. */
  private static Map<EventKey, Delivery> distinct(List<List<Delivery>> batches) {
    Map<EventKey, Delivery> distinct = new TreeMap<>();
    batches.forEach(
        batch ->
            batch.forEach(
                delivery -> distinct.putIfAbsent(EventKey.of(delivery.event()), delivery)));
    return distinct;
  }

  private static List<AppendOutcome> outcomes(List<Delivery> batch, Set<AttendanceEvent> inserted) {
    List<AppendOutcome> outcomes = new ArrayList<>(batch.size());
    for (Delivery delivery : batch) {
      // Removed, so that its next occurrence is a duplicate.
      outcomes.add(
          inserted.remove(delivery.event()) ? AppendOutcome.APPENDED : AppendOutcome.DUPLICATE);
    }
    return outcomes;
  }

  /** Says which were inserted: these very objects, not those that have the same key. */
  private static Set<AttendanceEvent> insert(DSLContext open, Map<EventKey, Delivery> distinct) {
    List<AttendanceEvent> fresh =
        Inserts.into(open, EventRows.COLUMNS)
            .ofNewKeys(distinct.values().stream().map(Delivery::event).toList(), KEY, PENDING);
    Inserts.into(open, ListedRows.COLUMNS)
        .all(
            fresh.stream()
                .filter(EventReader::isPoll)
                .flatMap(event -> ListedRows.of(event).stream())
                .toList());
    Set<AttendanceEvent> inserted = Collections.newSetFromMap(new IdentityHashMap<>());
    inserted.addAll(fresh);
    JooqRawBodies.insert(
        open,
        distinct.values().stream()
            .filter(delivery -> inserted.contains(delivery.event()))
            .toList());
    return inserted;
  }

  @Override
  public List<AttendanceEvent> events(String roomSid) {
    return database.read(open -> EventReader.all(open, roomSid)).stream()
        .sorted(AttendanceEvent.READING_ORDER)
        .toList();
  }

  @Override
  public List<String> roomsAfter(String after, int limit) {
    return database.read(open -> RoomSids.after(open, after, limit));
  }

  @Override
  public void checkWritable() {
    // A new key each time, so that no two checks wait for each other.
    EventHeader header =
        new EventHeader(
            new EventId("attendance", "check"),
            new RoomInstance("check " + UUID.randomUUID(), "", Optional.empty()),
            Instant.ofEpochMilli(1),
            Instant.ofEpochMilli(1));
    Delivery probe =
        new Delivery(new RoomStarted(header), bodies.kept(Optional.of(RawBody.of(new byte[1]))));
    database.writeAlone(open -> insert(open, distinct(List.of(List.of(probe)))), inserted -> false);
  }
}
