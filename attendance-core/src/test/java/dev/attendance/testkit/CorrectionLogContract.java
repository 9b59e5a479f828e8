package dev.attendance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.event.FieldRules;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.Correction;
import dev.attendance.record.CorrectionHeader;
import dev.attendance.record.CorrectionWithdrawn;
import dev.attendance.record.PersonsMerged;
import dev.attendance.record.PolicyId;
import dev.attendance.record.PolicyStamped;
import dev.attendance.record.PresenceAdded;
import dev.attendance.record.PresenceMoved;
import dev.attendance.record.PresenceRemoved;
import dev.attendance.record.StatusSet;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.store.AppendOutcome;
import dev.attendance.store.CorrectionLog;
import dev.attendance.time.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * What {@link CorrectionLog} promises, but for what is to be settled: {@link SettleNotesContract}.
 */
public interface CorrectionLogContract extends StoreUnderTest {

  @Test
  default void everyFieldOfEveryCorrectionIsKeptExactly() {
    List<Correction> inOne = new ArrayList<>();
    List<Correction> inAll = new ArrayList<>();
    Interval longest = new Interval(FieldRules.EARLIEST, AwkwardEvents.LAST);
    Interval shortest = new Interval(Events.at(1), Events.at(1).plusMillis(1));
    SessionId session = new SessionId("s1");
    for (String text : AwkwardEvents.TEXTS) {
      PersonId person = new PersonId(text);
      PersonId other = new PersonId("other");
      inOne.add(new PresenceAdded(header("a" + inOne.size(), text), session, person, longest));
      inOne.add(new PresenceRemoved(header("r" + inOne.size(), text), session, person, shortest));
      inOne.add(
          new PresenceMoved(header("f" + inOne.size(), text), session, person, other, longest));
      inOne.add(
          new PresenceMoved(header("t" + inOne.size(), text), session, other, person, longest));
      inOne.add(new CorrectionWithdrawn(header(text, text), Optional.of(session), text));
      inAll.add(new PersonsMerged(header("f" + inAll.size(), text), person, other));
      inAll.add(new PersonsMerged(header("i" + inAll.size(), text), other, person));
      inAll.add(new CorrectionWithdrawn(header(text, text), Optional.empty(), text));
      Correction ofOddSession =
          new StatusSet(header(text, text), new SessionId(text), person, AttendanceStatus.ABSENT);
      assertThat(store().corrections().append(ofOddSession)).isEqualTo(AppendOutcome.APPENDED);
      assertThat(secondNode().corrections().of(new SessionId(text))).containsExactly(ofOddSession);
    }
    for (AttendanceStatus status :
        List.of(
            AttendanceStatus.PRESENT,
            AttendanceStatus.PARTIAL,
            AttendanceStatus.ABSENT,
            AttendanceStatus.EXCUSED)) {
      for (Instant at : List.of(FieldRules.EARLIEST, AwkwardEvents.LAST)) {
        inOne.add(
            new StatusSet(
                new CorrectionHeader("s" + inOne.size(), at, "teacher", "why"),
                session,
                new PersonId("ann"),
                status));
      }
    }
    for (AttendancePolicy policy :
        List.of(
            AttendancePolicy.standard(),
            AttendancePolicy.hostPresent().toBuilder()
                .id(new PolicyId("漢".repeat(256), Integer.MAX_VALUE))
                .build())) {
      inOne.add(new PolicyStamped(header("p" + inOne.size(), "why"), session, policy));
    }
    inOne.add(PolicyStamped.atBeginning(session, AttendancePolicy.webinar(), Events.at(1)));
    inOne.forEach(correction -> store().corrections().append(correction));
    inAll.forEach(correction -> store().corrections().append(correction));
    assertThat(secondNode().corrections().of(session))
        .hasSameElementsAs(inOne)
        .hasSameSizeAs(inOne);
    assertThat(secondNode().corrections().ofAllSessions())
        .hasSameElementsAs(inAll)
        .hasSameSizeAs(inAll);
  }

  @Test
  default void aKnownIdChangesNothing() {
    Correction first = set("c1", 10, "s1");
    assertThat(store().corrections().append(first)).isEqualTo(AppendOutcome.APPENDED);
    assertThat(store().corrections().append(first)).isEqualTo(AppendOutcome.DUPLICATE);
    assertThat(secondNode().corrections().append(set("c1", 11, "s1")))
        .isEqualTo(AppendOutcome.DUPLICATE);
    assertThat(store().corrections().of(new SessionId("s1"))).containsExactly(first);
  }

  @Test
  default void idsAreToldApartWithinASessionAndAmongThoseOfAllSessions() {
    Correction one = set("c1", 10, "s1");
    Correction other = set("c1", 10, "s2");
    Correction ofAll = merge("c1", 10);
    for (Correction correction : List.of(one, other, ofAll)) {
      assertThat(store().corrections().append(correction)).isEqualTo(AppendOutcome.APPENDED);
    }
    assertThat(store().corrections().append(merge("c1", 11))).isEqualTo(AppendOutcome.DUPLICATE);
    assertThat(store().corrections().of(new SessionId("s1"))).containsExactly(one);
    assertThat(store().corrections().of(new SessionId("s2"))).containsExactly(other);
    assertThat(store().corrections().of(new SessionId("s3"))).isEmpty();
    assertThat(store().corrections().ofAllSessions()).containsExactly(ofAll);
  }

  @Test
  default void correctionsAreReadByWhenTheyWereMadeAndThenByTheirIds() {
    List<Correction> made = new ArrayList<>();
    made.add(set("z", 5, "s1"));
    List<String> ids = new ArrayList<>(AwkwardEvents.TEXTS);
    Collections.sort(ids);
    ids.forEach(id -> made.add(set(id, 6, "s1")));
    made.add(set("a", 7, "s1"));
    List<Correction> shuffled = new ArrayList<>(made);
    Collections.shuffle(shuffled, new Random(1));
    shuffled.forEach(correction -> store().corrections().append(correction));
    assertThat(secondNode().corrections().of(new SessionId("s1"))).containsExactlyElementsOf(made);

    List.of(merge("b", 2), merge("c", 1), merge("a", 2))
        .forEach(correction -> store().corrections().append(correction));
    assertThat(secondNode().corrections().ofAllSessions())
        .containsExactly(merge("c", 1), merge("a", 2), merge("b", 2));
  }

  @Test
  default void ofSeveralAppendersOfACorrectionExactlyOneIsFirst() {
    for (int round = 0; round < 10; round++) {
      String id = "c" + round;
      List<Callable<AppendOutcome>> appenders = new ArrayList<>();
      appenders.add(() -> store().corrections().append(set(id, 1, "s1")));
      appenders.add(() -> secondNode().corrections().append(set(id, 2, "s1")));
      appenders.add(() -> secondNode().corrections().append(set("other " + id, 2, "s1")));
      assertThat(Together.run(appenders))
          .containsOnlyOnce(AppendOutcome.DUPLICATE)
          .endsWith(AppendOutcome.APPENDED);
    }
    assertThat(store().corrections().of(new SessionId("s1"))).hasSize(20);
  }

  private static CorrectionHeader header(String id, String text) {
    return new CorrectionHeader(id, Events.at(1), text, text);
  }

  private static Correction set(String id, long second, String session) {
    return new StatusSet(
        new CorrectionHeader(id, Events.at(second), "teacher", "ill"),
        new SessionId(session),
        new PersonId("ann"),
        AttendanceStatus.EXCUSED);
  }

  private static Correction merge(String id, long second) {
    return new PersonsMerged(
        new CorrectionHeader(id, Events.at(second), "office", "married"),
        new PersonId("ann"),
        new PersonId("bea"));
  }
}
