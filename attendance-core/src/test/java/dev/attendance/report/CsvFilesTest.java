package dev.attendance.report;

import static dev.attendance.report.Lesson.START;
import static dev.attendance.report.Lesson.between;
import static dev.attendance.report.Lesson.end;
import static dev.attendance.report.Lesson.exactly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.cycle.Evidence;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.CorrectionHeader;
import dev.attendance.record.CorrectionWithdrawn;
import dev.attendance.record.PersonsMerged;
import dev.attendance.record.PresenceAdded;
import dev.attendance.record.StatusSet;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionState;
import dev.attendance.time.Bounds;
import dev.attendance.time.Interval;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands in the files, and the complaints about other products' that it answers. */
class CsvFilesTest {

  private static final CsvFormat FORMAT = CsvFormat.in(ZoneId.of("Europe/Berlin"));

  private interface Written {
    void to(Appendable out) throws IOException;
  }

  private static String text(Written written) throws IOException {
    StringBuilder out = new StringBuilder();
    written.to(out);
    return out.toString();
  }

  private static List<Map<String, String>> participants(SessionReport report) throws IOException {
    return Csv.table(text(out -> new ParticipantsCsv(FORMAT).write(report, out)));
  }

  @Test
  void complaint1_aPersonIsOneRowWhateverItsDevicesAndReconnects() throws IOException {
    SessionReport report =
        new Lesson()
            .with(Somebody.called("ann").there(Duration.ofMinutes(50)))
            .stay("ann", "ann-laptop", "Ann", 0, 1800)
            .stay("ann", "ann-phone", "Ann", 1200, 3000)
            .report();
    assertThat(participants(report)).hasSize(1);
    List<Map<String, String>> intervals =
        Csv.table(text(out -> new IntervalsCsv(FORMAT).write(report, out)));
    assertThat(intervals)
        .extracting(row -> row.get("identity"))
        .containsExactly("ann-laptop", "ann-phone");
    assertThat(intervals).extracting(row -> row.get("person_id")).containsOnly("ann");
  }

  @Test
  void complaint3_whoWasAbsentIsToldWithTheEnrolmentAndTheAttempts() throws IOException {
    Interval enrolled = new Interval(START.minusSeconds(86_400), START.plusSeconds(86_400));
    SessionReport report =
        new Lesson()
            .with(Somebody.called("ann").email("ann@example.org").attempts(2))
            .with(
                Somebody.called("ben")
                    .decided(AttendanceStatus.EXCUSED, "teacher", "doctor's note"))
            .with(Somebody.called("cid").there(Duration.ofMinutes(60)).is(AttendanceStatus.PRESENT))
            .enrolled("ann", "ann", enrolled)
            .enrolled("ben", "ben")
            .enrolled("cid", "cid")
            .report();
    List<Map<String, String>> absentees =
        Csv.table(text(out -> new AbsenteesCsv(FORMAT).write(report, out)));
    assertThat(absentees).extracting(row -> row.get("person_id")).containsExactly("ann", "ben");
    assertThat(absentees.get(0))
        .containsEntry("status", "ABSENT")
        .containsEntry("reason_code", "ONLY_TRIED")
        .containsEntry("attempts", "2")
        .containsEntry("enrolled_from", "2026-06-30T10:00:00.000+02:00");
    assertThat(absentees.get(1))
        .containsEntry("status", "EXCUSED")
        .containsEntry("reason_text", "doctor's note")
        .containsEntry("enrolled_from", "");
  }

  @Test
  void complaint5_everyStatusHasItsReason() throws IOException {
    SessionReport report =
        new Lesson()
            .with(Somebody.called("1").attempts(1))
            .with(Somebody.called("2"))
            .with(Somebody.called("3").there(Duration.ofMinutes(1)))
            .with(Somebody.called("4").there(Duration.ofMinutes(9)).is(AttendanceStatus.PARTIAL))
            .with(Somebody.called("5").there(Duration.ofHours(1)).is(AttendanceStatus.PRESENT))
            .with(Somebody.called("6").decided(AttendanceStatus.PRESENT, "t", "was on the phone"))
            .with(
                Somebody.called("7")
                    .there(
                        new Bounds(Duration.ZERO, Duration.ofMinutes(50), Duration.ofMinutes(55)))
                    .is(AttendanceStatus.UNRESOLVED))
            .report();
    List<Map<String, String>> rows = participants(report);
    assertThat(rows)
        .extracting(row -> row.get("reason_code"))
        .containsExactly(
            "ONLY_TRIED",
            "NEVER_CAME",
            "TOO_SHORT",
            "TOO_LITTLE",
            "ENOUGH",
            "DECIDED",
            "UNCERTAIN");
    assertThat(rows.get(5))
        .containsEntry("status", "PRESENT")
        .containsEntry("computed_status", "ABSENT")
        .containsEntry("corrected_by", "t")
        .containsEntry("corrected_at", "2026-07-02T08:00:00.000+02:00")
        .containsEntry("correction_reason", "was on the phone");
  }

  @Test
  void complaint6_joinLeaveAndDurationAreThereWithTheirEvidence() throws IOException {
    SessionReport report =
        new Lesson()
            .with(Somebody.called("ann").there(Duration.ofSeconds(1195)))
            .stay(
                "ann",
                "ann",
                "Ann",
                true,
                exactly(-60, Evidence.JOIN_TIME),
                between(1190, 1195, 1200, Evidence.CONNECTION_LOST))
            .report();
    assertThat(Csv.table(text(out -> new IntervalsCsv(FORMAT).write(report, out))))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("join", "2026-07-01T09:59:00.000+02:00")
                    .containsEntry("join_evidence", "JOIN_TIME")
                    .containsEntry("leave", "2026-07-01T10:19:55.000+02:00")
                    .containsEntry("leave_earliest", "2026-07-01T10:19:50.000+02:00")
                    .containsEntry("leave_latest", "2026-07-01T10:20:00.000+02:00")
                    .containsEntry("leave_evidence", "CONNECTION_LOST")
                    .containsEntry("raw_seconds", "1255")
                    .containsEntry("raw_hms", "0:20:55")
                    .containsEntry("counted_seconds", "1195"));
    assertThat(participants(report).get(0))
        .containsEntry("evidence_best", "JOIN_TIME")
        .containsEntry("evidence_worst", "CONNECTION_LOST");
  }

  @Test
  void complaint8_twoGuestsOfOneNameStayTwoAndASuggestionIsOnlyOne() throws IOException {
    SessionReport report =
        new Lesson()
            .with(Somebody.called("g1").guest())
            .with(Somebody.called("g2").guest())
            .with(Somebody.called("g3").guest())
            .enrolled("s1", "Zoë Müller")
            .enrolled("s2", "Guest")
            .enrolled("s3", "Twin")
            .enrolled("s4", "Twin")
            .stay("g1", "g1", "Guest", 0, 2400)
            .stay("g2", "g2", "Guest", 1200, 3600)
            .stay("g3", "g3", "  zoe\u0308  MÜLLER", 0, 60)
            .stay("s1", "s1", "Somebody else", 0, 60)
            .stay("bot", "bot", "Zoë Müller", false, exactly(0, Evidence.JOIN_TIME), end(9))
            .attempt("g4", "g4", "Late Comer", 30)
            .stay("g5", "g5", "Twin", 0, 60)
            .report();
    List<Map<String, String>> unmatched =
        Csv.table(text(out -> new UnmatchedCsv(FORMAT).write(report, out)));
    assertThat(unmatched)
        .extracting(row -> row.get("identity") + " " + row.get("seconds"))
        .containsExactly("g1 2400", "g2 2400", "g3 60", "g4 0", "g5 60");
    assertThat(unmatched)
        .extracting(row -> row.get("suggested_person_id"))
        .containsExactly("", "", "s1", "", "");
  }

  @Test
  void complaint9_nothingIsRoundedAgainstAPerson() throws IOException {
    SessionReport report =
        new Lesson()
            .with(
                Somebody.called("ann")
                    .there(
                        new Bounds(
                            Duration.ofMillis(290_999),
                            Duration.ofMillis(290_999),
                            Duration.ofMillis(291_001))))
            .with(Somebody.called("ben").there(Duration.ofMillis(2_699_999)))
            .with(Somebody.called("cid").there(Duration.ofHours(27)).of(Duration.ofHours(30)))
            .report();
    List<Map<String, String>> rows = participants(report);
    assertThat(rows.get(0))
        .containsEntry("counted_seconds", "290")
        .containsEntry("counted_hms", "0:04:50")
        .containsEntry("min_seconds", "290")
        .containsEntry("max_seconds", "292");
    // 74.9999 percent must not read as the 75 that it is not.
    assertThat(rows.get(1)).containsEntry("percent", "74.99");
    assertThat(rows.get(2)).containsEntry("counted_hms", "27:00:00");
  }

  @Test
  void complaint22_aTimeHasItsDateAndItsOffset() throws IOException {
    SessionReport report =
        new Lesson().with(Somebody.called("ann").there(Duration.ofMinutes(5))).report();
    assertThat(participants(report).get(0))
        .containsEntry("first_join", "2026-07-01T10:00:00.000+02:00");
    assertThat(
            Csv.table(
                    text(
                        out ->
                            new ParticipantsCsv(CsvFormat.in(ZoneId.of("UTC"))).write(report, out)))
                .get(0))
        .containsEntry("first_join", "2026-07-01T08:00:00.000+00:00");
  }

  @Test
  void theSectionsOfTeamsHaveItsLinesFirstAndTheAverageOfTheRowsShown() throws IOException {
    SessionReport report =
        new Lesson()
            .titled("Algebra, \"advanced\"")
            .with(Somebody.called("ann").there(Duration.ofMinutes(30)).host())
            .with(Somebody.called("ben").there(Duration.ofMinutes(10)).guest())
            .with(Somebody.called("cid"))
            .stay("ann", "ann", "Ann", 0, 1800)
            .stay("ben", "ben", "Ben", 1200, 1800)
            .revision(2)
            .report();
    List<List<String>> rows = Csv.rows(text(out -> new SectionedCsv(FORMAT).write(report, out)));
    assertThat(rows.subList(0, 9))
        .containsExactly(
            List.of("1. Summary"),
            List.of("Meeting title", "Algebra, \"advanced\""),
            List.of("Attended participants", "2"),
            List.of("Registered participants", "2"),
            List.of("Start time", "2026-07-01T10:00:00.000+02:00"),
            List.of("End time", "2026-07-01T10:30:00.000+02:00"),
            List.of("Meeting duration", "0:30:00"),
            List.of("Average attendance time", "0:20:00"),
            List.of("Median attendance time", "0:20:00"));
    assertThat(rows).contains(List.of("Standing", "REVISED"));
    assertThat(rows).contains(List.of("Hosts", "ann")).contains(List.of("Guests", "1"));
    int second = rows.indexOf(List.of("2. Participants"));
    assertThat(rows.get(second - 1)).containsExactly("");
    assertThat(rows.get(second + 1))
        .startsWith(
            "Name",
            "First Join",
            "Last Leave",
            "In-Meeting Duration",
            "Email",
            "Participant ID (UPN)",
            "Role");
    assertThat(rows.subList(second + 2, second + 5))
        .extracting(row -> row.get(0) + " " + row.get(3))
        .containsExactly("ann 0:30:00", "ben 0:10:00", "cid ");
    int third = rows.indexOf(List.of("3. In-Meeting Activities"));
    assertThat(rows.get(third + 1))
        .startsWith("Name", "Join Time", "Leave Time", "Duration", "Email");
    assertThat(rows).hasSize(third + 4);
  }

  @Test
  void whatPeopleDecidedIsToldWithWhoWhenAndWhyEvenIfItNoLongerHolds() throws IOException {
    SessionId session = new SessionId("algebra-7");
    Interval minute = new Interval(START, START.plusSeconds(60));
    StatusSet first = new StatusSet(made(1), session, new PersonId("ann"), AttendanceStatus.ABSENT);
    PersonsMerged merge = new PersonsMerged(made(5), new PersonId("guest"), new PersonId("ann"));
    SessionReport report =
        new Lesson()
            .with(Somebody.called("ann").there(Duration.ofHours(1)).is(AttendanceStatus.PRESENT))
            .corrected(
                first,
                new StatusSet(made(2), session, new PersonId("ann"), AttendanceStatus.EXCUSED),
                new CorrectionWithdrawn(made(3), first),
                new PresenceAdded(made(4), session, new PersonId("ann"), minute),
                merge,
                new CorrectionWithdrawn(made(6), merge),
                new PersonsMerged(made(7), new PersonId("others"), new PersonId("elsewhere")))
            .report();
    List<Map<String, String>> rows =
        Csv.table(text(out -> new AuditCsv(FORMAT).write(report, out)));
    assertThat(rows)
        .extracting(row -> row.get("action") + " " + row.get("standing"))
        .containsExactly(
            "STATUS_SET WITHDRAWN",
            "STATUS_SET IN_FORCE",
            "CORRECTION_WITHDRAWN IN_FORCE",
            "PRESENCE_ADDED IN_FORCE",
            "PERSONS_MERGED WITHDRAWN",
            "CORRECTION_WITHDRAWN IN_FORCE");
    assertThat(rows.get(1))
        .containsEntry("when", "2026-07-01T10:00:02.000+02:00")
        .containsEntry("who", "teacher")
        .containsEntry("person", "ann")
        .containsEntry("session", "algebra-7")
        .containsEntry("before", "PRESENT")
        .containsEntry("after", "EXCUSED")
        .containsEntry("reason", "because 2")
        .containsEntry("revision", "1");
    assertThat(rows.get(3))
        .containsEntry("after", "2026-07-01T10:00:00.000+02:00/2026-07-01T10:01:00.000+02:00");
  }

  private static CorrectionHeader made(int second) {
    return new CorrectionHeader(
        "c" + second, START.plusSeconds(second), "teacher", "because " + second);
  }

  @Test
  void whoIsStillThereHasNoLeave() throws IOException {
    SessionReport report =
        new Lesson()
            .in(SessionState.LIVE)
            .with(Somebody.called("ann").there(Duration.ofMinutes(5)).is(AttendanceStatus.PENDING))
            .stay(
                "ann",
                "ann",
                "Ann",
                true,
                exactly(0, Evidence.JOIN_TIME),
                between(10, 300, 300, Evidence.STILL_OPEN))
            .report();
    assertThat(Csv.table(text(out -> new IntervalsCsv(FORMAT).write(report, out))).get(0))
        .containsEntry("leave", "")
        .containsEntry("leave_evidence", "STILL_OPEN");
    assertThat(text(out -> new SectionedCsv(FORMAT).write(report, out)))
        .contains("Standing,PROVISIONAL\r\n");
  }

  @Test
  void whatCountsOfAStayLiesInTheWindowEvenIfThatHasGaps() throws IOException {
    SessionReport report =
        new Lesson()
            .with(Somebody.called("ann").there(Duration.ofMinutes(50)))
            .window(new Interval(START, START.plusSeconds(600)))
            .window(new Interval(START.plusSeconds(1200), START.plusSeconds(1500)))
            .stay("ann", "ann", "Ann", 0, 3000)
            .report();
    assertThat(Csv.table(text(out -> new IntervalsCsv(FORMAT).write(report, out))).get(0))
        .containsEntry("raw_seconds", "3000")
        .containsEntry("counted_seconds", "900");
  }

  @Test
  void aByteOrderMarkIsWrittenOnRequestOnly() throws IOException {
    SessionReport report = new Lesson().report();
    assertThat(text(out -> new ParticipantsCsv(FORMAT).write(report, out)))
        .startsWith("person_id,");
    assertThat(text(out -> new ParticipantsCsv(FORMAT.withByteOrderMark()).write(report, out)))
        .startsWith("\uFEFFperson_id,");
  }
}
