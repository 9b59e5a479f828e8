package dev.attendance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.Attendance;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.DisconnectReason;
import dev.attendance.event.EventHeader;
import dev.attendance.event.EventId;
import dev.attendance.event.JoinTime;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantKind;
import dev.attendance.event.ParticipantLeft;
import dev.attendance.event.RoomInstance;
import dev.attendance.record.CorrectionHeader;
import dev.attendance.record.CorrectionWithdrawn;
import dev.attendance.record.PresenceAdded;
import dev.attendance.record.PresenceMoved;
import dev.attendance.record.PresenceRemoved;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.store.memory.MemoryStore;
import dev.attendance.time.Interval;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is written about people is theirs: it must neither break the page nor get lost. */
class HtmlReportTest {

  private static final Instant START = Instant.parse("2026-07-01T08:00:00Z");
  private static final String HOSTILE = "<script>alert('x')</script>\" & co";

  @Test
  void namesIdentitiesAndTitlesAreEscaped() throws IOException {
    String page = page(HOSTILE, HOSTILE + "2", HOSTILE + "3");
    assertThat(page).doesNotContain("<script", "alert('x')");
    assertThat(page)
        .contains(
            "<h1 dir=\"auto\">&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot; &amp; co</h1>",
            "&quot; &amp; co2",
            "&quot; &amp; co3");
  }

  @Test
  void needsNothingElseAndNamesItsZone() throws IOException {
    String page = page("Lesson", "ann", "Ann");
    assertThat(page)
        .contains("times in Europe/Berlin", "2026-07-01 10:00:00", "<td class=\"number\">10:00:00")
        .doesNotContain("<script", "http://", "https://", "<link", "<img", "@import", "url(");
  }

  @Test
  void whoHasNoNameIsCalledByItsId() throws IOException {
    assertThat(page("Lesson", "ann-7", ""))
        .contains("<span dir=\"auto\">ann-7</span><small class=\"badge\">");
  }

  @Test
  void aBlindSpotIsMarkedInEveryBarAndInTheKey() throws IOException {
    Lesson lesson = new Lesson().with(Somebody.called("ann")).with(Somebody.called("ben"));
    StringBuilder without = new StringBuilder();
    new HtmlReport(ZoneId.of("UTC")).write(lesson.report(), without);
    StringBuilder with = new StringBuilder();
    new HtmlReport(ZoneId.of("UTC")).write(lesson.blind(600, 900).report(), with);

    assertThat(without).doesNotContain("class=\"blind\"");
    assertThat(with.toString().split("class=\"blind\"", -1)).hasSize(1 + 2 + 1);
    assertThat(with)
        .contains(
            "<i class=\"blind\" style=\"left:16.667%;width:8.333%\""
                + " title=\"our receiver was down from 08:10:00 to 08:15:00\">");
  }

  @Test
  void whatWasDecidedAboutPresenceLiesOverTheBarAndStandsInTheKey() throws IOException {
    SessionId session = new SessionId("algebra-7");
    Lesson lesson =
        new Lesson()
            .with(Somebody.called("ann").there(Duration.ofHours(1)))
            .with(Somebody.called("ben"))
            .stay("ann", "ann", "Ann", 600, 3599);
    assertThat(page(lesson.report())).doesNotContain("class=\"added\"", "class=\"removed\"");

    PresenceAdded added = new PresenceAdded(made(1), session, new PersonId("ben"), seconds(0, 900));
    PresenceMoved moved =
        new PresenceMoved(
            made(2), session, new PersonId("ann"), new PersonId("ben"), seconds(0, 1200));
    PresenceRemoved withdrawn =
        new PresenceRemoved(made(3), session, new PersonId("ann"), seconds(1800, 2400));
    String page =
        page(
            lesson
                .corrected(added, moved, withdrawn, new CorrectionWithdrawn(made(4), withdrawn))
                .report());
    assertThat(page)
        .contains(
            "<i class=\"added\" style=\"left:0.000%;width:25.000%\""
                + " title=\"decided: there from 08:00:00 to 08:15:00\">")
        .as("moved is only what there was")
        .contains(
            "<i class=\"removed\" style=\"left:16.667%;width:16.667%\""
                + " title=\"decided: not there from 08:10:00 to 08:20:00\">",
            "title=\"decided: there from 08:10:00 to 08:20:00\"")
        .doesNotContain("08:30:00 to");
    assertThat(page.split("class=\"added\"", -1)).hasSize(1 + 2 + 1);
    assertThat(page.split("class=\"removed\"", -1)).hasSize(1 + 1 + 1);
  }

  private static String page(SessionReport report) throws IOException {
    StringBuilder page = new StringBuilder();
    new HtmlReport(ZoneId.of("UTC")).write(report, page);
    return page.toString();
  }

  private static CorrectionHeader made(int second) {
    return new CorrectionHeader("c" + second, START.plusSeconds(second), "teacher", "seen there");
  }

  private static Interval seconds(int from, int until) {
    return new Interval(START.plusSeconds(from), START.plusSeconds(until));
  }

  private static String page(String room, String identity, String name) throws IOException {
    Attendance attendance =
        Attendance.builder(new MemoryStore()).clock(() -> START.plusSeconds(7200)).build();
    RoomInstance instance = new RoomInstance("RM_1", room, Optional.of(START));
    Participant participant =
        new Participant(
            "PA_1",
            identity,
            name,
            ParticipantKind.STANDARD,
            false,
            false,
            Optional.of(new JoinTime(START, true)));
    List<AttendanceEvent> events =
        List.of(
            new ParticipantJoined(header("EV_1", instance, START), participant),
            new ParticipantLeft(
                header("EV_2", instance, START.plusSeconds(3600)),
                participant,
                DisconnectReason.CLIENT_INITIATED));
    attendance.record(events);
    StringBuilder page = new StringBuilder();
    new HtmlReport(ZoneId.of("Europe/Berlin"))
        .write(attendance.report(new SessionId("RM_1")).orElseThrow(), page);
    return page.toString();
  }

  private static EventHeader header(String id, RoomInstance room, Instant at) {
    return new EventHeader(new EventId("livekit", id), room, at, at);
  }
}
