package dev.attendance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.ErasePersons;
import dev.attendance.Pseudonym;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.EventHeader;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantKind;
import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.CorrectionHeader;
import dev.attendance.record.CorrectionWithdrawn;
import dev.attendance.record.PersonsMerged;
import dev.attendance.record.SessionRevision;
import dev.attendance.record.StatusSet;
import dev.attendance.session.PersonId;
import dev.attendance.session.Role;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.store.AppendOutcome;
import dev.attendance.store.Quarantine;
import dev.attendance.time.Bounds;
import dev.attendance.time.Interval;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a store needs to do for a person to be erased: nothing of it is left, and totals stay. */
public interface ErasureContract extends StoreUnderTest {

  /** Whom the tests erase; one person of two identities. */
  String PERSON = "ann \ud83c\udf93";

  /** The same for each test. */
  Pseudonym PSEUDONYM = Pseudonym.of(new byte[32]);

  @Test
  default void pseudonymsReplaceIdentitiesInTheLogAndNothingElse() {
    List<AttendanceEvent> all = AwkwardEvents.all("RM_1");
    store().events().append(all);
    store().events().append(AwkwardEvents.all("RM_2"));
    List<AttendanceEvent> read = new ArrayList<>();
    store()
        .folds()
        .fold(
            "RM_1",
            room -> {
              read.clear();
              room.pseudonymise(Map.of("ann", "x1", "Ann", "x2"));
              read.addAll(room.pending(999));
            });
    List<AttendanceEvent> kept = secondNode().events().events("RM_1");
    assertThat(read).containsExactlyInAnyOrderElementsOf(kept);
    assertThat(kept).hasSameSizeAs(all);
    for (AttendanceEvent event : kept) {
      AttendanceEvent before =
          all.stream()
              .filter(other -> other.header().id().equals(event.header().id()))
              .findFirst()
              .orElseThrow();
      assertThat(event.header()).isEqualTo(before.header());
      List<Participant> were = Participants.in(before);
      List<Participant> are = Participants.in(event);
      assertThat(are)
          .isEqualTo(
              were.stream()
                  .map(
                      who ->
                          switch (who.identity()) {
                            case "ann" -> Participants.renamed(who, "x1");
                            case "Ann" -> Participants.renamed(who, "x2");
                            default -> who;
                          })
                  .toList());
    }
    assertThat(store().events().events("RM_2"))
        .containsExactlyInAnyOrderElementsOf(AwkwardEvents.all("RM_2"));
  }

  @Test
  default void nothingOfAPersonIsLeftAndTotalsStay() {
    PlannedApp app = app();
    Events events = app.in("RM_1");
    app.told(
        joined(events, PERSON, "PA_1", "Ann Smith", 10),
        events.connection(PERSON, "PA_1").published(PERSON, 11),
        joined(events, PERSON + "-phone", "PA_2", "Ann S.", 20),
        events.polled(30, PERSON, "bob"),
        events.left(PERSON, 500));
    app.told(events.connection(PERSON + "-phone", "PA_2").left(PERSON + "-phone", 550));
    app.stay("RM_1", "bob", 5, 580);
    app.stay("RM_2", "bob", 5, 580);
    app.at(3_000).settle();
    decide("C_1", "head", "ann was ill", new PersonId(PERSON));
    decide("C_2", PERSON, "bob was ill", new PersonId("bob"));
    store()
        .corrections()
        .append(
            new CorrectionWithdrawn(
                new CorrectionHeader("C_3", Events.at(9), "head", "ann was not ill"),
                Optional.of(new SessionId("RM_1")),
                "C_1"));
    app.settle();
    List<SessionRevision> before = revisions(app);
    quarantine("a1", "{\"identity\":\"ann \\ud83c\\uDF93\"}");
    quarantine("a2", "{\"identity\":\"bob\"}");

    ErasePersons.Outcome outcome =
        app.attendance().erasePersons().erase(new PersonId(PERSON), PSEUDONYM);
    assertThat(outcome).isEqualTo(new ErasePersons.Outcome(1, 6, outcome.records(), 3, 0, 0, 1, 1));
    assertThat(outcome.records()).isGreaterThanOrEqualTo(2);

    assertThat(everything(app)).doesNotContain("ann", "Ann");
    List<SessionRevision> after = revisions(app);
    assertThat(after).hasSameSizeAs(before);
    for (int i = 0; i < after.size(); i++) {
      assertThat(totals(after.get(i))).isEqualTo(totals(before.get(i)));
      assertThat(after.get(i).causes()).isEqualTo(before.get(i).causes());
    }
    assertThat(app.report("RM_1").isFinal()).isTrue();
    assertThat(app.settle()).isZero();
    assertThat(app.report("RM_1").isFinal()).isTrue();
    assertThat(app.attendance().rebuild().everything("", told -> {}).changed()).isZero();
    AttendanceRecord erased =
        app.report("RM_1").attendance().records().stream()
            .filter(record -> record.person().equals(PSEUDONYM.person()))
            .findFirst()
            .orElseThrow();
    assertThat(erased.devices()).isEqualTo(2);
    assertThat(erased.name()).isEmpty();
    assertThat(app.attendance().erasePersons().erase(new PersonId(PERSON), PSEUDONYM))
        .isEqualTo(new ErasePersons.Outcome(0, 0, 0, 0, 0, 0, 0, 1));
  }

  @Test
  default void aPersonThatNobodyKnowsChangesNothing() {
    PlannedApp app = app();
    app.stay("RM_1", "bob", 5, 580);
    app.at(3_000).settle();
    String before = everything(app);
    assertThat(app.attendance().erasePersons().erase(new PersonId("BOB"), PSEUDONYM))
        .isEqualTo(new ErasePersons.Outcome(0, 0, 0, 0, 0, 0, 0, 0));
    assertThat(everything(app)).isEqualTo(before);
  }

  @Test
  default void aPersonIsErasedFromTheRostersThatTheStoreKeeps() {
    RosterEntry bob = new RosterEntry(new PersonId("bob"), "Bob", Optional.empty());
    for (String id : List.of("s1", "s2")) {
      store()
          .plans()
          .put(
              new SessionPlan(
                  new SessionId(id),
                  "",
                  new Interval(Events.at(0), Events.at(60)),
                  Set.of("room " + id),
                  List.of(
                      new RosterEntry(
                          new PersonId(PERSON),
                          "Ann",
                          Optional.of("ann@example.org"),
                          Role.HOST,
                          Optional.empty()),
                      bob)));
    }
    assertThat(app().attendance().erasePersons().erase(new PersonId(PERSON), PSEUDONYM).rosters())
        .isEqualTo(2);
    for (String id : List.of("s1", "s2")) {
      assertThat(secondNode().plans().plan(new SessionId(id)).orElseThrow().roster())
          .containsExactlyInAnyOrder(
              bob,
              new RosterEntry(
                  PSEUDONYM.person(), "", Optional.empty(), Role.HOST, Optional.empty()));
    }
    assertThat(store().plans().pseudonymise(new PersonId("nobody"), PSEUDONYM.person())).isZero();
  }

  /** Two who are one person, and who are both on a roster, are one entry of it from then on. */
  @Test
  default void twoOnOneRosterCanBeErasedUnderOnePseudonym() {
    RosterEntry bob = new RosterEntry(new PersonId("bob"), "Bob", Optional.empty());
    store()
        .plans()
        .put(
            new SessionPlan(
                new SessionId("s1"),
                "",
                new Interval(Events.at(0), Events.at(60)),
                Set.of("class"),
                List.of(
                    new RosterEntry(new PersonId(PERSON), "Ann", Optional.empty()),
                    bob,
                    new RosterEntry(new PersonId("ann at home"), "Ann", Optional.empty()))));
    ErasePersons erase = app().attendance().erasePersons();
    assertThat(erase.erase(new PersonId(PERSON), PSEUDONYM).rosters()).isEqualTo(1);
    assertThat(erase.erase(new PersonId("ann at home"), PSEUDONYM).rosters()).isEqualTo(1);
    assertThat(erase.erase(PSEUDONYM.person(), PSEUDONYM).rosters()).isLessThanOrEqualTo(1);
    assertThat(secondNode().plans().plan(new SessionId("s1")).orElseThrow().roster())
        .containsExactlyInAnyOrder(new RosterEntry(PSEUDONYM.person(), "", Optional.empty()), bob);
  }

  @Test
  default void whatIsNotFoldedYetIsErasedToo() {
    PlannedApp app = app();
    app.stay("RM_1", PERSON, 5, 580);
    store().events().append(List.of(app.in("RM_1").joined(PERSON, 600)));
    app.attendance().erasePersons().erase(new PersonId(PERSON), PSEUDONYM);
    assertThat(everything(app)).doesNotContain("ann");
    assertThat(store().folds().roomsToFold(9)).isEmpty();
  }

  @Test
  default void twoPersonsWhoWereMergedCanBeErasedUnderOnePseudonym() {
    PlannedApp app = app();
    app.stay("RM_1", "ann", 5, 500);
    app.stay("RM_1", "bob", 5, 580);
    PersonsMerged merge =
        new PersonsMerged(
            new CorrectionHeader("C_1", Events.at(7), "head", "one"),
            new PersonId("ann"),
            new PersonId("bob"));
    store().corrections().append(merge);
    ErasePersons erasePersons = app.attendance().erasePersons();
    erasePersons.erase(new PersonId("ann"), PSEUDONYM);
    assertThat(erasePersons.erase(new PersonId("bob"), PSEUDONYM).corrections()).isOne();
    assertThat(secondNode().corrections().ofAllSessions()).isEmpty();
    assertThat(secondNode().corrections().toSpread(9)).isEmpty();
    assertThat(store().corrections().append(merge)).isEqualTo(AppendOutcome.APPENDED);
    assertThat(store().corrections().toSpread(9)).containsExactly(merge);
  }

  private PlannedApp app() {
    return new PlannedApp(
        store(),
        builder ->
            builder.persons(profile -> new PersonId(profile.identity().replace("-phone", ""))));
  }

  private static ParticipantJoined joined(
      Events events, String identity, String sid, String name, long second) {
    EventHeader header = events.header(second);
    return new ParticipantJoined(
        header,
        new Participant(
            sid, identity, name, ParticipantKind.STANDARD, false, false, Optional.empty()));
  }

  private void decide(String id, String by, String reason, PersonId person) {
    store()
        .corrections()
        .append(
            new StatusSet(
                new CorrectionHeader(id, Events.at(7), by, reason),
                new SessionId("RM_1"),
                person,
                AttendanceStatus.EXCUSED));
  }

  private void quarantine(String digest, String body) {
    store()
        .quarantine()
        .keep(
            new Quarantine.Body(
                "livekit", digest, Events.at(1), "why", body.getBytes(StandardCharsets.UTF_8)));
  }

  private List<SessionRevision> revisions(PlannedApp app) {
    return app.attendance().revisions().list(new SessionId("RM_1"), 0, 99);
  }

  private static List<Bounds> totals(SessionRevision revision) {
    return revision.records().stream()
        .map(AttendanceRecord::counted)
        .sorted(Comparator.comparing(Bounds::best).thenComparing(Bounds::atMost))
        .toList();
  }

  /** All texts that the store has of persons. */
  private String everything(PlannedApp app) {
    StringBuilder all = new StringBuilder();
    for (String sid : List.of("RM_1", "RM_2")) {
      store().events().events(sid).stream()
          .flatMap(event -> Participants.in(event).stream())
          .forEach(who -> all.append(who.identity()).append(' ').append(who.name()).append('\n'));
      store()
          .rooms()
          .cycles(sid)
          .forEach(
              cycle ->
                  all.append(cycle.profile().identity())
                      .append(' ')
                      .append(cycle.profile().name())
                      .append('\n'));
    }
    for (SessionRevision revision : revisions(app)) {
      for (AttendanceRecord record : revision.records()) {
        all.append(record.person().value()).append(' ').append(record.name());
        record
            .decision()
            .ifPresent(made -> all.append(made.madeBy()).append(' ').append(made.reason()));
        all.append('\n');
      }
    }
    store()
        .corrections()
        .of(new SessionId("RM_1"))
        .forEach(
            made ->
                all.append(made.persons().stream().map(PersonId::value).toList())
                    .append(made.header().madeBy())
                    .append(' ')
                    .append(made.header().reason())
                    .append('\n'));
    store()
        .quarantine()
        .oldest(99)
        .forEach(body -> all.append(new String(body.body(), StandardCharsets.UTF_8)));
    return all.toString();
  }
}
