package dev.attendance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.event.FieldRules;
import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.Company;
import dev.attendance.record.Crowd;
import dev.attendance.record.HistoryEntry;
import dev.attendance.record.HistoryPosition;
import dev.attendance.record.MediaTime;
import dev.attendance.record.PolicyId;
import dev.attendance.record.RevisionCause;
import dev.attendance.record.RevisionInputs;
import dev.attendance.record.RoomIntake;
import dev.attendance.record.SessionRevision;
import dev.attendance.record.SessionSummary;
import dev.attendance.record.StatusDecision;
import dev.attendance.session.PersonId;
import dev.attendance.session.Role;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionState;
import dev.attendance.store.SessionRecords;
import dev.attendance.time.Bounds;
import dev.attendance.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What {@link SessionRecords} promises, but for settling, which {@link RoomsContract} shows. */
public interface SessionRecordsContract extends StoreUnderTest {

  /** What a session rests on of which nothing is known. */
  RevisionInputs NOTHING = new RevisionInputs("", "", "", "", "", List.of());

  @Test
  default void aSessionThatWasNeverSettledHasNoRevision() {
    assertThat(store().records().latest(new SessionId("s1"))).isEmpty();
  }

  @Test
  default void everyFieldOfARevisionIsKeptExactly() {
    for (String session : AwkwardEvents.TEXTS) {
      SessionRevision revision = full(session, 1);
      assertThat(store().records().save(revision)).isTrue();
      assertThat(secondNode().records().latest(new SessionId(session))).contains(revision);
    }
    for (SessionState state : SessionState.values()) {
      SessionRevision revision = sparse("sparse " + state, 1, state);
      assertThat(store().records().save(revision)).isTrue();
      assertThat(store().records().latest(revision.summary().id())).contains(revision);
    }
  }

  @Test
  default void theLatestRevisionIsThatOfTheHighestNumber() {
    store().records().save(full("s1", 2));
    store().records().save(sparse("s1", 10, SessionState.FINAL));
    store().records().save(full("s1", 3));
    store().records().save(full("s2", 99));
    assertThat(store().records().latest(new SessionId("s1")))
        .contains(sparse("s1", 10, SessionState.FINAL));
  }

  @Test
  default void everyRevisionCanBeReadAgain() {
    SessionId session = new SessionId("s1");
    SessionRevision first = full("s1", 1);
    SessionRevision second = sparse("s1", 2, SessionState.FINAL);
    SessionRevision tenth = full("s1", 10);
    List.of(tenth, first, second, full("s2", 3), full("S1", 4)).forEach(store().records()::save);
    assertThat(secondNode().records().revision(session, 1)).contains(first);
    assertThat(store().records().revision(session, 2)).contains(second);
    assertThat(store().records().revision(session, 3)).isEmpty();
    assertThat(store().records().revision(session, 0)).isEmpty();
    assertThat(store().records().revisions(session, 0, 9)).containsExactly(first, second, tenth);
    assertThat(store().records().revisions(session, 0, 2)).containsExactly(first, second);
    assertThat(secondNode().records().revisions(session, 2, 2)).containsExactly(tenth);
    assertThat(store().records().revisions(session, 10, 2)).isEmpty();
    assertThat(store().records().revisions(new SessionId("s3"), 0, 2)).isEmpty();
  }

  @Test
  default void aRevisionThatIsThereIsNotSavedAgain() {
    SessionRevision first = full("s1", 1);
    assertThat(store().records().save(first)).isTrue();
    assertThat(store().records().save(sparse("s1", 1, SessionState.ENDED))).isFalse();
    assertThat(secondNode().records().save(first)).isFalse();
    assertThat(store().records().latest(new SessionId("s1"))).contains(first);
  }

  @Test
  default void ofSeveralSaversOfARevisionExactlyOneSucceeds() {
    for (int round = 1; round <= 10; round++) {
      SessionRevision one = full("s1", round);
      SessionRevision other = sparse("s1", round, SessionState.ENDED);
      List<Callable<Boolean>> savers = new ArrayList<>();
      savers.add(() -> store().records().save(one));
      savers.add(() -> secondNode().records().save(other));
      List<Boolean> saved = Together.run(savers);
      assertThat(saved).containsExactlyInAnyOrder(true, false);
      assertThat(store().records().latest(new SessionId("s1")))
          .contains(saved.get(0) ? one : other);
    }
  }

  @Test
  default void aRevisionOfManyRecordsIsSavedWhole() {
    List<AttendanceRecord> records = new ArrayList<>();
    for (int i = 0; i < 1_500; i++) {
      records.add(record("person %05d".formatted(i), AttendanceStatus.PRESENT, i));
    }
    SessionRevision revision =
        SessionRevision.first(
            Events.at(1), NOTHING, sparse("s1", 1, SessionState.FINAL).summary(), records);
    store().records().save(revision);
    assertThat(store().records().latest(new SessionId("s1"))).contains(revision);
  }

  @Test
  default void theLatestRevisionsOfManySessionsAreReadTogether() {
    List<SessionId> asked = new ArrayList<>();
    List<SessionRevision> expected = new ArrayList<>();
    for (int i = 0; i < 1_100; i++) {
      SessionRevision first = held("s%04d".formatted(i), 1, i, "ann");
      asked.add(first.summary().id());
      if (i % 100 != 7) {
        store().records().save(first);
        expected.add(first);
      }
    }
    SessionRevision second = held("s0001", 2, 5, "ann", "ben");
    store().records().save(second);
    expected.set(1, second);
    store().records().save(full("s0002", 3));
    expected.set(2, full("s0002", 3));
    store().records().save(held("another", 1, 5, "ann"));
    asked.add(new SessionId("s0000"));
    Collections.reverse(asked);

    assertThat(secondNode().records().latest(asked)).isEqualTo(expected);
    assertThat(store().records().latest(List.of())).isEmpty();
  }

  @Test
  default void aHistoryHasTheLatestRevisionsOnlyAndTheLatestSessionFirst() {
    store().records().save(held("early", 1, 10, "ann"));
    store().records().save(held("late", 1, 30, "ann", "ben"));
    store().records().save(held("moved", 1, 40, "ann"));
    store().records().save(held("moved", 2, 20, "ann"));
    store().records().save(held("without ann now", 1, 50, "ann"));
    store().records().save(held("without ann now", 2, 50, "ben"));
    // No window: when it was settled stands for when it was.
    SessionRevision nowhere = held("nowhere", 1, 0, "ann");
    store()
        .records()
        .save(
            new SessionRevision(
                1,
                Events.at(25 * 60),
                RevisionCause.OF_THE_FIRST,
                NOTHING,
                sparse("nowhere", 1, SessionState.FINAL).summary(),
                nowhere.records()));

    List<HistoryEntry> history = history("ann", Optional.empty(), 10);

    assertThat(history)
        .extracting(entry -> entry.session().value() + " " + entry.revision())
        .containsExactly("late 1", "nowhere 1", "moved 2", "early 1");
    assertThat(history.get(2))
        .isEqualTo(HistoryEntry.of(held("moved", 2, 20, "ann"), record("ann")));
    assertThat(history("nobody", Optional.empty(), 10)).isEmpty();
  }

  @Test
  default void aHistoryIsReadPageByPage() {
    for (int i = 0; i < 7; i++) {
      store().records().save(held("s" + i, 1, i / 3, "ann", "ben"));
    }
    List<String> all = new ArrayList<>();
    List<HistoryEntry> page = history("ann", Optional.empty(), 2);
    while (!page.isEmpty() && all.size() < 20) {
      assertThat(page).hasSizeLessThanOrEqualTo(2);
      page.forEach(entry -> all.add(entry.session().value()));
      page = history("ann", Optional.of(page.get(page.size() - 1).position()), 2);
    }
    assertThat(all).containsExactly("s6", "s5", "s4", "s3", "s2", "s1", "s0");
  }

  @Test
  default void aHistoryIsOfAStretchOfTimeWithItsStartAndWithoutItsEnd() {
    for (int i = 0; i < 5; i++) {
      store().records().save(held("s" + i, 1, i, "ann"));
    }
    assertThat(
            store()
                .records()
                .history(
                    new PersonId("ann"),
                    new Interval(Events.at(60), Events.at(180)),
                    Optional.empty(),
                    10))
        .extracting(entry -> entry.session().value())
        .containsExactly("s2", "s1");
  }

  @Test
  default void aHistoryIsOfExactlyThatPerson() {
    for (int i = 0; i < AwkwardEvents.TEXTS.size(); i++) {
      store().records().save(held("s" + i, 1, i, AwkwardEvents.TEXTS.get(i)));
    }
    for (int i = 0; i < AwkwardEvents.TEXTS.size(); i++) {
      assertThat(history(AwkwardEvents.TEXTS.get(i), Optional.empty(), 10))
          .extracting(entry -> entry.session().value())
          .containsExactly("s" + i);
    }
  }

  private List<HistoryEntry> history(String person, Optional<HistoryPosition> before, int limit) {
    return secondNode()
        .records()
        .history(
            new PersonId(person),
            new Interval(FieldRules.EARLIEST, AwkwardEvents.LAST),
            before,
            limit);
  }

  /** A session whose window began in that minute. */
  private static SessionRevision held(String session, int revision, int minute, String... people) {
    Instant start = Events.at(60L * minute);
    SessionSummary summary =
        new SessionSummary(
            new SessionId(session),
            "",
            true,
            SessionState.FINAL,
            List.of("RM_1", "RM_" + session),
            Optional.of(new Interval(start, start.plusSeconds(60))),
            Duration.ofMinutes(1),
            new PolicyId("p", 1),
            true,
            Crowd.NOBODY,
            Duration.ZERO);
    return new SessionRevision(
        revision,
        start.plusSeconds(90),
        EnumSet.of(RevisionCause.LATE_EVENT),
        new RevisionInputs(
            "",
            "",
            "",
            "",
            "",
            summary.roomSids().stream().map(sid -> new RoomIntake(sid, 1, 2)).toList()),
        summary,
        Arrays.stream(people).sorted().map(person -> record(person)).toList());
  }

  private static AttendanceRecord record(String person) {
    return record(person, AttendanceStatus.PRESENT, 4);
  }

  private static SessionRevision full(String session, int revision) {
    List<AttendanceRecord> records = new ArrayList<>();
    for (String text : AwkwardEvents.TEXTS.stream().sorted().toList()) {
      AttendanceStatus[] all = AttendanceStatus.values();
      records.add(record(text, all[records.size() % all.length], records.size()));
    }
    SessionSummary summary =
        new SessionSummary(
            new SessionId(session),
            session,
            true,
            SessionState.FINAL,
            AwkwardEvents.TEXTS,
            Optional.of(new Interval(FieldRules.EARLIEST, AwkwardEvents.LAST)),
            Duration.ofMillis(7_200_001),
            new PolicyId(session, Integer.MAX_VALUE),
            true,
            new Crowd(
                Integer.MAX_VALUE, Duration.ofMillis(7_200_002), Duration.ofMillis(7_200_003)),
            Duration.ofMillis(7_200_004));
    return new SessionRevision(
        revision,
        AwkwardEvents.LAST,
        EnumSet.allOf(RevisionCause.class),
        new RevisionInputs(
            session,
            "plan " + revision,
            session,
            "bearing " + revision,
            "blind " + revision,
            AwkwardEvents.TEXTS.stream()
                .map(sid -> new RoomIntake(sid, Long.MAX_VALUE, sid.length()))
                .toList()),
        summary,
        records);
  }

  private static SessionRevision sparse(String session, int revision, SessionState state) {
    SessionSummary summary =
        new SessionSummary(
            new SessionId(session),
            "",
            false,
            state,
            List.of(),
            Optional.empty(),
            Duration.ZERO,
            new PolicyId("p", 1),
            false,
            Crowd.NOBODY,
            Duration.ZERO);
    return new SessionRevision(
        revision, FieldRules.EARLIEST, EnumSet.of(RevisionCause.POLL), NOTHING, summary, List.of());
  }

  private static AttendanceRecord record(String person, AttendanceStatus status, int number) {
    Optional<Instant> sometimes =
        number % 2 == 0 ? Optional.of(Events.at(number)) : Optional.empty();
    AttendanceStatus[] statuses = AttendanceStatus.values();
    return new AttendanceRecord(
        new PersonId(person),
        number % 3 == 0 ? "" : person,
        number % 2 == 0 ? Optional.of(person) : Optional.empty(),
        number % 2 == 0 ? Role.HOST : Role.PARTICIPANT,
        number % 3 == 1,
        status,
        statuses[(number + 1) % statuses.length],
        sometimes.map(at -> new StatusDecision(person, person, at, person)),
        bounds(number),
        Duration.ofMillis(number + 10),
        bounds(number + 20),
        bounds(number + 40),
        number % 3 == 2 ? Optional.of(bounds(number + 50)) : Optional.empty(),
        sometimes,
        sometimes.map(at -> at.plusMillis(17)),
        Duration.ofMillis(number + 60),
        Duration.ofMillis(number + 70),
        number % 2 == 1,
        number % 3 == 0,
        Duration.ofMillis(number + 80),
        number,
        number + 2,
        number + 1,
        new Company(Duration.ofMillis(number + 90), Duration.ofMillis(number + 100)),
        new MediaTime(
            Duration.ofMillis(number + 110),
            Duration.ofMillis(number + 120),
            Duration.ofMillis(number + 130)));
  }

  private static Bounds bounds(long millis) {
    return new Bounds(
        Duration.ofMillis(millis), Duration.ofMillis(millis + 1), Duration.ofMillis(millis + 2));
  }
}
