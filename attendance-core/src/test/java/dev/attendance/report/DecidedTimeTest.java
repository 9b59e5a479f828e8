package dev.attendance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.record.Correction;
import dev.attendance.record.CorrectionHeader;
import dev.attendance.record.PersonsMerged;
import dev.attendance.record.PresenceAdded;
import dev.attendance.record.PresenceMoved;
import dev.attendance.record.PresenceRemoved;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.time.Interval;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Where the page shows that presence was decided: each decision as the ones before it left it. */
class DecidedTimeTest {

  private static final SessionId SESSION = new SessionId("algebra-7");

  /** In which ann was there from second 600 to 1800. */
  private static Map<PersonId, List<String>> decided(Correction... made) {
    Lesson lesson = new Lesson().stay("ann", "ann", "Ann", 600, 1799).corrected(made);
    return DecidedTime.of(lesson.report().attendance()).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                decided -> decided.getValue().stream().map(DecidedTimeTest::text).toList()));
  }

  private static String text(DecidedTime time) {
    return (time.there() ? "there " : "not ")
        + Lesson.START.until(time.interval().start(), ChronoUnit.SECONDS)
        + " to "
        + Lesson.START.until(time.interval().end(), ChronoUnit.SECONDS);
  }

  private static PersonId person(String name) {
    return new PersonId(name);
  }

  private static CorrectionHeader made(int second) {
    return new CorrectionHeader("c" + second, Lesson.START.plusSeconds(second), "teacher", "seen");
  }

  private static Interval seconds(int from, int until) {
    return new Interval(Lesson.START.plusSeconds(from), Lesson.START.plusSeconds(until));
  }

  private static Correction moved(int at, String from, String to, int start, int end) {
    return new PresenceMoved(made(at), SESSION, person(from), person(to), seconds(start, end));
  }

  @Test
  void whatWasSaidNotToBeThereIsNotMoved() {
    assertThat(
            decided(
                new PresenceRemoved(made(1), SESSION, person("ann"), seconds(900, 1200)),
                moved(2, "ann", "ben", 0, 3600)))
        .containsEntry(
            person("ann"), List.of("not 900 to 1200", "not 600 to 900", "not 1200 to 1800"))
        .containsEntry(person("ben"), List.of("there 600 to 900", "there 1200 to 1800"));
  }

  @Test
  void whatWasAddedBeforeIsMovedToo() {
    assertThat(
            decided(
                new PresenceAdded(made(1), SESSION, person("ann"), seconds(1500, 2400)),
                moved(2, "ann", "ben", 1200, 3600)))
        .containsEntry(person("ann"), List.of("there 1500 to 2400", "not 1200 to 2400"))
        .containsEntry(person("ben"), List.of("there 1200 to 2400"));
  }

  @Test
  void whatIsDecidedLaterChangesNoEarlierMove() {
    assertThat(
            decided(
                new PresenceAdded(made(2), SESSION, person("ann"), seconds(1500, 2400)),
                moved(1, "ann", "ben", 1200, 3600)))
        .containsEntry(person("ben"), List.of("there 1200 to 1800"));
  }

  @Test
  void whatWasMovedIsMovedOn() {
    assertThat(decided(moved(1, "ann", "ben", 0, 900), moved(2, "ben", "cem", 700, 3600)))
        .containsEntry(person("ann"), List.of("not 600 to 900"))
        .containsEntry(person("ben"), List.of("there 600 to 900", "not 700 to 900"))
        .containsEntry(person("cem"), List.of("there 700 to 900"));
  }

  @Test
  void betweenPersonsWhoAreOneNothingIsMoved() {
    assertThat(
            decided(
                moved(1, "ann", "ben", 0, 900),
                new PersonsMerged(made(2), person("ben"), person("ann"))))
        .isEmpty();
  }
}
