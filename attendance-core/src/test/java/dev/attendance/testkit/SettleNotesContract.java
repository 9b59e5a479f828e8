package dev.attendance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.Correction;
import dev.attendance.record.CorrectionHeader;
import dev.attendance.record.CorrectionWithdrawn;
import dev.attendance.record.PersonsMerged;
import dev.attendance.record.StatusSet;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.store.CorrectionLog;
import dev.attendance.store.SessionRecords;
import dev.attendance.store.SessionToSettle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What {@link CorrectionLog} and {@link SessionRecords} promise about sessions that corrections
 * touch.
 */
public interface SettleNotesContract extends StoreUnderTest {

  @Test
  default void aCorrectionNotesItsSessionAsToSettle() {
    assertThat(noted()).isEmpty();
    store().corrections().append(excused("c1", "s2"));
    store().corrections().append(excused("c1", "s1"));
    store().corrections().append(excused("c2", "s2"));
    store()
        .corrections()
        .append(new CorrectionWithdrawn(header("c3"), excused("of no matter", "s3")));
    assertThat(noted()).containsExactly("s1", "s2", "s3");
    assertThat(store().corrections().toSpread(9)).isEmpty();
  }

  @Test
  default void aRevisionThatIsSavedNotesItsSessionAsToSettle() {
    save("s1", 1);
    SessionToSettle first = notes().get(0);
    store().records().settleSession(first);
    assertThat(store().records().save(Revisions.of("s1", 1, "ann"))).isFalse();
    assertThat(noted()).isEmpty();
    save("s1", 2);
    secondNode().records().settleSession(first);
    assertThat(noted()).containsExactly("s1");
  }

  @Test
  default void aDuplicateNotesNothing() {
    store().corrections().append(excused("c1", "s1"));
    notes().forEach(store().records()::settleSession);
    store().corrections().append(excused("c1", "s1"));
    assertThat(noted()).isEmpty();
    store().corrections().append(merged("m1", "ann", "bea"));
    store().corrections().spread(merged("m1", "ann", "bea"), Set.of());
    store().corrections().append(merged("m1", "ann", "bea"));
    assertThat(store().corrections().toSpread(9)).isEmpty();
  }

  @Test
  default void aNoteStaysUntilItIsTakenAwayAsItWasRead() {
    store().corrections().append(excused("c1", "s1"));
    store().corrections().append(excused("c1", "s2"));
    SessionToSettle read = notes().get(0);
    store().corrections().append(excused("c2", "s1"));
    store().records().settleSession(read);
    assertThat(noted()).containsExactly("s1", "s2");
    secondNode().records().settleSession(notes().get(0));
    assertThat(noted()).containsExactly("s2");
    store().corrections().append(excused("c3", "s1"));
    store().records().settleSession(read);
    assertThat(noted()).containsExactly("s1", "s2");
  }

  @Test
  default void aNoteMadeWhileAnotherIsTakenAwayIsNotLost() {
    for (int round = 0; round < 20; round++) {
      String id = "c" + round;
      store().corrections().append(excused("before " + id, "s1"));
      SessionToSettle read = notes().get(0);
      List<Callable<Object>> both = new ArrayList<>();
      both.add(() -> secondNode().corrections().append(excused(id, "s1")));
      both.add(Executors.callable(() -> store().records().settleSession(read)));
      Together.run(both);
      assertThat(noted()).containsExactly("s1");
    }
  }

  @Test
  default void sessionsToSettleArePaged() {
    for (String session : AwkwardEvents.TEXTS) {
      store().corrections().append(excused("c1", session));
    }
    assertThat(store().records().sessionsToSettle(Events.at(9), "", 5)).hasSize(5);
    assertThat(noted()).containsExactlyInAnyOrderElementsOf(AwkwardEvents.TEXTS);
  }

  @Test
  default void aCorrectionAboutAllSessionsIsToSpreadUntilItWasSpread() {
    Correction merge = merged("m1", "ann", "bea");
    Correction other = merged("m2", "cay", "dee");
    Correction withdrawal = new CorrectionWithdrawn(header("m3"), merge);
    List.of(merge, other, withdrawal).forEach(store().corrections()::append);
    assertThat(noted()).isEmpty();
    assertThat(secondNode().corrections().toSpread(2)).hasSize(2);
    assertThat(secondNode().corrections().toSpread(9))
        .containsExactlyInAnyOrder(merge, other, withdrawal);
    store().corrections().spread(other, Set.of());
    store().corrections().spread(other, Set.of());
    assertThat(store().corrections().toSpread(9)).containsExactlyInAnyOrder(merge, withdrawal);
    assertThat(noted()).isEmpty();
  }

  @Test
  default void spreadingNotesEachSessionOfWhichARevisionHasThePersons() {
    save("s1", 1, "ann", "cay");
    save("s1", 2, "cay");
    save("s2", 1, "bea", "ann");
    save("s3", 1, "cay", "Ann", "ann ");
    save("s4", 1);
    save("s5", 1, "bea");
    notes().forEach(store().records()::settleSession);
    Correction merge = merged("m1", "ann", "bea");
    store().corrections().append(merge);
    store().corrections().spread(merge, persons("ann", "bea", "nobody"));
    assertThat(noted()).containsExactly("s1", "s2", "s5");
    SessionToSettle read = notes().get(0);
    secondNode().corrections().spread(merge, persons("ann"));
    store().records().settleSession(read);
    assertThat(noted()).containsExactly("s1", "s2", "s5");
  }

  @Test
  default void spreadingFindsManySessionsOfManyPersons() {
    List<String> sessions = new ArrayList<>();
    String[] people = new String[1_200];
    for (int i = 0; i < people.length; i++) {
      people[i] = "person %05d".formatted(i);
    }
    for (int i = 0; i < 30; i++) {
      sessions.add("session %05d".formatted(i));
      save(sessions.get(i), 1, people[i], people[people.length - 1 - i], "other");
    }
    notes().forEach(store().records()::settleSession);
    Correction merge = merged("m1", people[0], people[1]);
    store().corrections().append(merge);
    store().corrections().spread(merge, persons(people));
    assertThat(noted()).isEqualTo(sessions);
  }

  /** All of them, page by page. */
  private List<SessionToSettle> notes() {
    List<SessionToSettle> all = new ArrayList<>();
    List<SessionToSettle> page = store().records().sessionsToSettle(Events.at(9), "", 4);
    while (!page.isEmpty()) {
      all.addAll(page);
      String last = page.get(page.size() - 1).session().value();
      page = store().records().sessionsToSettle(Events.at(9), last, 4);
    }
    return all;
  }

  private List<String> noted() {
    return notes().stream().map(note -> note.session().value()).toList();
  }

  private void save(String session, int revision, String... persons) {
    assertThat(store().records().save(Revisions.of(session, revision, persons))).isTrue();
  }

  private static Set<PersonId> persons(String... persons) {
    return Arrays.stream(persons).map(PersonId::new).collect(Collectors.toSet());
  }

  private static CorrectionHeader header(String id) {
    return new CorrectionHeader(id, Events.at(1), "teacher", "ill");
  }

  private static Correction excused(String id, String session) {
    return new StatusSet(
        header(id), new SessionId(session), new PersonId("ann"), AttendanceStatus.EXCUSED);
  }

  private static Correction merged(String id, String from, String into) {
    return new PersonsMerged(header(id), new PersonId(from), new PersonId(into));
  }
}
