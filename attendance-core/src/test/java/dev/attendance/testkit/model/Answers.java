package dev.attendance.testkit.model;

import dev.attendance.Attendance;
import dev.attendance.ObserveLiveRooms;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.EventHeader;
import dev.attendance.event.EventId;
import dev.attendance.event.FieldRules;
import dev.attendance.event.RosterObserved;
import dev.attendance.record.HistoryEntry;
import dev.attendance.record.HistoryPosition;
import dev.attendance.report.ReportJson;
import dev.attendance.report.SessionReport;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.store.AttendanceStore;
import dev.attendance.store.SessionToSettle;
import dev.attendance.testkit.Events;
import dev.attendance.time.Interval;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that can be read of a store, by what was asked. */
final class Answers {

  /** More than there ever is. */
  private static final int ALL = 99;

  private static final Interval EVER = new Interval(FieldRules.EARLIEST, FieldRules.LATEST);

  private final Map<String, Object> answers = new LinkedHashMap<>();
  private final Attendance attendance;
  private final AttendanceStore store;

  private Answers(App app) {
    attendance = app.attendance();
    store = app.store();
  }

  static Map<String, Object> of(App app) {
    Answers read = new Answers(app);
    Words.ROOMS.forEach(room -> read.room(room.sid()));
    read.rooms(app);
    Words.SESSIONS.forEach(read::session);
    Words.PERSONS.forEach(read::person);
    read.rest(app);
    return read.answers;
  }

  private void put(String question, Object answer) {
    answers.put(question, answer);
  }

  private void room(String sid) {
    Map<Boolean, List<AttendanceEvent>> events =
        store.events().events(sid).stream().collect(Collectors.partitioningBy(Answers::isDrawn));
    put("events of " + sid, events.get(false));
    put(
        "observations of " + sid,
        events.get(true).stream()
            .collect(Collectors.groupingBy(Answers::withoutId, Collectors.counting())));
    put("room " + sid, store.rooms().room(sid));
    put("cycles of " + sid, store.rooms().cycles(sid));
    put("tracks of " + sid, store.rooms().tracks(sid));
    put("marks of " + sid, store.rooms().marks(sid));
  }

  /** What the observing job records has ids drawn at random. */
  private static boolean isDrawn(AttendanceEvent event) {
    return event.header().id().source().equals(ObserveLiveRooms.SOURCE);
  }

  private static AttendanceEvent withoutId(AttendanceEvent observed) {
    EventHeader header = observed.header();
    return new RosterObserved(
        new EventHeader(
            new EventId(header.id().source(), "drawn"),
            header.room(),
            header.occurredAt(),
            header.receivedAt()),
        ((RosterObserved) observed).listed());
  }

  private void rooms(App app) {
    Interval first = new Interval(Events.at(0), Events.at(1_800));
    for (String name : Words.ROOM_NAMES) {
      put("rooms " + name, store.rooms().rooms(name, first));
      put("plans of " + name, store.plans().plans(name, first));
    }
    put("latest rooms", store.rooms().latestRooms(ALL));
    put("open rooms", set(store.rooms().roomsWithOpenCycles("", ALL)));
    put("rooms to settle", set(store.rooms().roomsToSettle("", ALL)));
    put("inactive rooms", set(store.rooms().inactiveRooms(Events.at(3_600), "", ALL)));
    put("rooms to fold", set(store.folds().roomsToFold(ALL)));
    put("cycles", store.rooms().totals(Events.at(3_600)));
    put("totals", attendance.totals());
    put("covered", store.coverage().covered(new Interval(Events.at(0), app.clock().instant())));
  }

  private void session(SessionId id) {
    put("plan of " + id, store.plans().plan(id));
    put("revisions of " + id, store.records().revisions(id, 0, ALL));
    put("latest of " + id, store.records().latest(id));
    put("corrections of " + id, store.corrections().of(id));
    put("standing corrections of " + id, attendance.corrections(id));
    Optional<SessionReport> report = attendance.report(id);
    put("report of " + id, report.map(known -> json(out -> json().write(known, out))));
    put("present in " + id, report.map(known -> json(out -> json().writePresent(known, out))));
    for (PersonId person : Words.PERSONS) {
      put("explanation of " + person + " in " + id, attendance.explain(id, person));
    }
  }

  private void person(PersonId person) {
    List<HistoryEntry> all = store.records().history(person, EVER, Optional.empty(), ALL);
    put("history of " + person, set(all));
    Set<HistoryEntry> paged = new HashSet<>();
    Optional<HistoryPosition> before = Optional.empty();
    List<HistoryEntry> page = store.records().history(person, EVER, before, 2);
    while (!page.isEmpty()) {
      paged.addAll(page);
      before = Optional.of(page.get(page.size() - 1).position());
      page = store.records().history(person, EVER, before, 2);
    }
    put("history of " + person + " page by page", paged);
  }

  private void rest(App app) {
    put("latest revisions", store.records().latest(Words.SESSIONS));
    put(
        "sessions to settle",
        set(
            store.records().sessionsToSettle(app.clock().instant(), "", ALL).stream()
                .map(SessionToSettle::session)
                .toList()));
    put(
        "settled before",
        set(store.records().settledBefore(app.clock().instant().minusSeconds(9_000), "", ALL)));
    put("corrections of all", store.corrections().ofAllSessions());
    put("corrections to spread", set(store.corrections().toSpread(ALL)));
    put("bodies", set(store.quarantine().oldest(ALL)));
    put("sessions", attendance.latestSessions(ALL));
    put("course", json(out -> json().writeCourse(attendance.course(Words.SESSIONS), out)));
  }

  /** In each store's own order. */
  private static <T> Set<T> set(Collection<T> answers) {
    return new HashSet<>(answers);
  }

  private static ReportJson json() {
    return new ReportJson();
  }

  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private static String json(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writing.to(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
