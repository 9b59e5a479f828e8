package dev.attendance.store.memory;

import dev.attendance.record.SessionRevision;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.store.SessionRecords;
import dev.attendance.store.SessionToSettle;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The settled sessions of {@link MemoryStore}. */
final class MemorySessionRecords implements SessionRecords {

  private final MemoryRooms rooms;
  private final Map<SessionId, NavigableMap<Integer, SessionRevision>> revisions = new TreeMap<>();
  private final Map<SessionId, SessionToSettle> noted = new TreeMap<>();
  private long notes;

  MemorySessionRecords(MemoryRooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public synchronized boolean save(SessionRevision revision) {
    SessionId session = revision.summary().id();
    boolean isNew =
        revisions
                .computeIfAbsent(session, unknown -> new TreeMap<>())
                .putIfAbsent(revision.revision(), revision)
            == null;
    if (isNew) {
      note(session);
    }
    return isNew;
  }

  @Override
  public synchronized Optional<SessionRevision> latest(SessionId session) {
    return Optional.ofNullable(revisions.get(session)).map(kept -> kept.lastEntry().getValue());
  }

  @Override
  public void settle(String roomSid, long version) {
    rooms.locked(
        kept -> {
          MemoryRoom room = kept.find(roomSid);
          room.folded().ifPresent(folded -> room.settle(version));
          return room;
        });
  }

  @Override
  public synchronized List<SessionToSettle> sessionsToSettle(String after, int limit) {
    return noted.values().stream()
        .filter(note -> note.session().value().compareTo(after) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized void settleSession(SessionToSettle settled) {
    noted.remove(settled.session(), settled);
  }

  /** Runs work that sees notes and revisions as a whole, and no one else in between. */
  synchronized <T> T locked(Supplier<T> work) {
    return work.get();
  }

  /** To be called within {@link #locked}. */
  void note(SessionId session) {
    notes++;
    noted.put(session, new SessionToSettle(session, notes));
  }

  /** To be called within {@link #locked}. */
  List<SessionId> sessionsOf(Set<PersonId> persons) {
    return revisions.entrySet().stream()
        .filter(
            entry ->
                entry.getValue().values().stream()
                    .flatMap(revision -> revision.records().stream())
                    .anyMatch(record -> persons.contains(record.person())))
        .map(Map.Entry::getKey)
        .toList();
  }
}
