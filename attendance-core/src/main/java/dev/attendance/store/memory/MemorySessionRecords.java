package dev.attendance.store.memory;

import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.HistoryEntry;
import dev.attendance.record.HistoryPosition;
import dev.attendance.record.SessionRevision;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.store.SessionRecords;
import dev.attendance.store.SessionToSettle;
import dev.attendance.time.Interval;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The settled sessions of {@link MemoryStore}. */
final class MemorySessionRecords implements SessionRecords {

  private static final Comparator<HistoryPosition> LATEST_FIRST =
      Comparator.comparing(HistoryPosition::at).thenComparing(HistoryPosition::session).reversed();

  private final MemoryRooms rooms;
  private final Map<SessionId, NavigableMap<Integer, SessionRevision>> revisions = new TreeMap<>();
  private final Map<SessionId, Noted> noted = new TreeMap<>();
  private long notes;

  private record Noted(SessionToSettle note, Instant dueAt) {}

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
  public synchronized List<SessionRevision> latest(Collection<SessionId> sessions) {
    return new TreeSet<>(sessions).stream().flatMap(session -> latest(session).stream()).toList();
  }

  @Override
  public synchronized List<HistoryEntry> history(
      PersonId person, Interval during, Optional<HistoryPosition> before, int limit) {
    return latest(revisions.keySet()).stream()
        .flatMap(
            revision ->
                revision.records().stream()
                    .filter(record -> record.person().equals(person))
                    .map(record -> HistoryEntry.of(revision, record)))
        .filter(entry -> during.contains(entry.position().at()))
        .filter(
            entry -> before.isEmpty() || LATEST_FIRST.compare(entry.position(), before.get()) > 0)
        .sorted(Comparator.comparing(HistoryEntry::position, LATEST_FIRST))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<SessionRevision> revision(SessionId session, int revision) {
    return Optional.ofNullable(of(session).get(revision));
  }

  @Override
  public synchronized List<SessionRevision> revisions(SessionId session, int after, int limit) {
    return of(session).tailMap(after, false).values().stream().limit(limit).toList();
  }

  private NavigableMap<Integer, SessionRevision> of(SessionId session) {
    return revisions.getOrDefault(session, Collections.emptyNavigableMap());
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
  public synchronized List<SessionToSettle> sessionsToSettle(
      Instant dueBy, String after, int limit) {
    return noted.values().stream()
        .filter(due -> !due.dueAt().isAfter(dueBy))
        .map(Noted::note)
        .filter(note -> note.session().value().compareTo(after) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized void settleSession(SessionToSettle settled) {
    noted.computeIfPresent(
        settled.session(), (session, kept) -> kept.note().equals(settled) ? null : kept);
  }

  @Override
  public synchronized List<SessionId> settledBefore(Instant before, String after, int limit) {
    return revisions.entrySet().stream()
        .filter(entry -> entry.getKey().value().compareTo(after) > 0)
        .filter(
            entry ->
                entry.getValue().values().stream()
                    .allMatch(revision -> revision.settledAt().isBefore(before)))
        .map(Map.Entry::getKey)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized void purge(SessionId session) {
    revisions.remove(session);
    noted.remove(session);
  }

  /** Runs work that sees notes and revisions as a whole, and no one else in between. */
  synchronized <T> T locked(Supplier<T> work) {
    return work.get();
  }

  /** To be called within {@link #locked}. */
  void note(SessionId session) {
    note(session, Instant.EPOCH);
  }

  /** Noted to be settled from an instant on. To be called within {@link #locked}. */
  void note(SessionId session, Instant dueAt) {
    notes++;
    noted.put(session, new Noted(new SessionToSettle(session, notes), dueAt));
  }

  /** To be called within {@link #locked}. */
  void forget(SessionId session) {
    noted.remove(session);
  }

  /** Those with a revision from that instant on. To be called within {@link #locked}. */
  List<SessionId> settledSince(Instant instant) {
    return revisions.entrySet().stream()
        .filter(
            entry ->
                entry.getValue().values().stream()
                    .anyMatch(revision -> !revision.settledAt().isBefore(instant)))
        .map(Map.Entry::getKey)
        .toList();
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

  @Override
  public synchronized long pseudonymise(PersonId person, PersonId pseudonym) {
    long changed = 0;
    for (NavigableMap<Integer, SessionRevision> ofSession : revisions.values()) {
      for (Map.Entry<Integer, SessionRevision> entry : ofSession.entrySet()) {
        SessionRevision before = entry.getValue();
        List<AttendanceRecord> records =
            before.records().stream()
                .map(record -> Pseudonymised.record(record, person, pseudonym))
                .toList();
        changed +=
            IntStream.range(0, records.size())
                .filter(i -> !records.get(i).equals(before.records().get(i)))
                .count();
        entry.setValue(
            new SessionRevision(
                before.revision(),
                before.settledAt(),
                before.causes(),
                before.inputs(),
                before.summary(),
                records.stream().sorted(Comparator.comparing(AttendanceRecord::person)).toList()));
      }
    }
    return changed;
  }
}
