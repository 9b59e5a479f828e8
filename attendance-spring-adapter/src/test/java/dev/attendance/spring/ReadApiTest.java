package dev.attendance.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.report.CsvFormat;
import dev.attendance.report.ParticipantsCsv;
import dev.attendance.report.ReportJson;
import dev.attendance.report.SessionReport;
import dev.attendance.session.SessionDirectory;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.testkit.SettableClock;
import dev.attendance.time.Interval;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** The read API over real HTTP: a lesson in which Zoë stayed, and Ben still is. */
class ReadApiTest {

  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final String ODD_ID = "7B/2026 #1;a%2F?";

  private static TestServer server;

  @BeforeAll
  static void start() {
    server =
        TestServer.start(
            new Class<?>[] {TestApplication.class, Host.class},
            "attendance.store=memory",
            "attendance.api.enabled=true",
            "attendance.jobs.fold-pending.enabled=false",
            "attendance.jobs.reconcile-orphans.enabled=false",
            "attendance.jobs.calculate-sessions.enabled=false");
    Instant at = START;
    server.post(Webhooks.roomStarted("1", "RM_1", "math", at));
    server.post(Webhooks.joined("2", "RM_1", "math", "zoë", "Zoë Müller", at));
    server.post(Webhooks.joined("3", "RM_1", "math", "ben", "Ben", at.plusSeconds(60)));
    server.post(
        Webhooks.left("4", "RM_1", "math", "zoë", "Zoë Müller", at, at.plusSeconds(2 * 60 + 1)));
    server.post(Webhooks.joined("5", "RM_2", "odd", "ann", "Ann", at.minusSeconds(60)));
    server.post("{\"event\":\"participant_joined\"".getBytes(StandardCharsets.UTF_8));
    server.post(Webhooks.unknown("6"), null);
    server.attendance().foldPending().runOnce();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theLatestSessionsStandFirst() {
    JsonNode sessions = server.json("/attendance/sessions").get("sessions");

    assertThat(sessions).hasSize(2);
    assertThat(sessions.get(0).get("id").asString()).isEqualTo("RM_1");
    assertThat(sessions.get(0).get("state").asString()).isEqualTo("LIVE");
    assertThat(sessions.get(1).get("id").asString()).isEqualTo(ODD_ID);
    assertThat(server.json("/attendance/sessions?limit=1").get("sessions")).hasSize(1);
  }

  @Test
  void aLimitThatIsNoneIsRefused() {
    for (String limit : List.of("0", "-1", "501", "all")) {
      HttpResponse<String> response = server.get("/attendance/sessions?limit=" + limit);
      assertThat(response.statusCode()).as(limit).isEqualTo(400);
      assertThat(response.headers().firstValue("Content-Type"))
          .hasValue("application/problem+json");
    }
  }

  @Test
  void aSessionIsToldWithItsBoundsAndWhatTheyAreKnownBy() {
    JsonNode report = server.json("/attendance/sessions/RM_1");

    assertThat(report.get("session").get("title").asString()).isEqualTo("math");
    assertThat(report.get("session").get("planned").asBoolean()).isFalse();
    assertThat(report.get("session").get("policy").get("name").asString()).isEqualTo("standard");
    assertThat(report.get("revision").asInt()).isZero();
    assertThat(report.get("settledAt").isNull()).isTrue();
    assertThat(report.get("records")).hasSize(2);
    JsonNode zoe = report.get("records").get(1);
    assertThat(zoe.get("person").asString()).isEqualTo("zoë");
    assertThat(zoe.get("name").asString()).isEqualTo("Zoë Müller");
    assertThat(zoe.get("status").asString()).isEqualTo("PENDING");
    assertThat(zoe.get("bridged").get("atLeastMillis").asLong()).isEqualTo(121_000);
    assertThat(zoe.get("bridged").get("atMostMillis").asLong()).isEqualTo(122_000);
    assertThat(zoe.get("firstJoin").asString()).isEqualTo(millis(START));
    // 121 of 3600 seconds are 3.3611 percent.
    assertThat(zoe.get("windowMillis").asLong()).isEqualTo(3_600_000);
    assertThat(zoe.get("percent").decimalValue()).isEqualByComparingTo("3.36");

    JsonNode end = report.get("cycles").get(0).get("end");
    assertThat(end.get("evidence").asString()).isEqualTo("LEFT");
    assertThat(end.get("earliest").asString()).isEqualTo(millis(START.plusSeconds(121)));
    assertThat(end.get("latest").asString()).isEqualTo(millis(START.plusSeconds(122)));
    assertThat(report.get("cycles").get(0).get("reason").asString()).isEqualTo("CLIENT_INITIATED");
    assertThat(report.get("cycles").get(1).get("open").asBoolean()).isTrue();
    assertThat(report.get("cycles").get(1).get("reason").isNull()).isTrue();
    assertThat(report.get("attempts")).isEmpty();
  }

  @Test
  void itAnswersByteForByteWhatTheFacadesReportIsWrittenAs() throws IOException {
    SessionReport report = server.attendance().report(new SessionId("RM_1")).orElseThrow();
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    new ReportJson().write(report, json);
    assertThat(server.get("/attendance/sessions/RM_1").body())
        .isEqualTo(json.toString(StandardCharsets.UTF_8));
    StringBuilder csv = new StringBuilder();
    new ParticipantsCsv(CsvFormat.in(ZoneId.of("UTC"))).write(report, csv);
    assertThat(server.get("/attendance/sessions/RM_1/participants.csv").body())
        .isEqualTo(csv.toString());
  }

  @Test
  void whoIsHereNow() {
    JsonNode present = server.json("/attendance/sessions/RM_1/present").get("present");

    assertThat(present).hasSize(1);
    assertThat(present.get(0).get("person").asString()).isEqualTo("ben");
    assertThat(present.get(0).get("connections").asInt()).isEqualTo(1);
    assertThat(present.get(0).get("since").asString()).isEqualTo(millis(START.plusSeconds(60)));
  }

  @Test
  void thereIsAPageForPeople() {
    HttpResponse<String> page =
        server.get("/attendance/sessions/RM_1/report.html?zone=Europe/Berlin");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
    assertThat(page.body()).contains("Zoë Müller").contains("Europe/Berlin");
    assertThat(server.get("/attendance/sessions/RM_1/report.html?zone=Nowhere").statusCode())
        .isEqualTo(400);
    assertThat(server.get("/attendance/sessions/nobody/report.html").statusCode()).isEqualTo(404);
  }

  @Test
  void thereAreFilesForSpreadsheets() {
    String[] files = {
      "participants.csv", "person_id,name,",
      "intervals.csv", "person_id,name,identity,",
      "absentees.csv", "person_id,name,",
      "unmatched.csv", "identity,display_name,",
      "audit.csv", "when,who,action,",
      "report.csv", "1. Summary\r\nMeeting title,math\r\n"
    };
    for (int i = 0; i < files.length; i += 2) {
      HttpResponse<String> file =
          server.get("/attendance/sessions/RM_1/" + files[i] + "?zone=Europe/Berlin");
      assertThat(file.statusCode()).as(files[i]).isEqualTo(200);
      assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
      assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-store");
      assertThat(file.headers().firstValue("Content-Disposition"))
          .hasValue("attachment; filename=\"RM_1-" + files[i] + "\"");
      assertThat(file.body()).startsWith(files[i + 1]).endsWith("\r\n");
      assertThat(server.get("/attendance/session/" + files[i] + "?id=RM_1").statusCode())
          .isEqualTo(200);
      assertThat(server.get("/attendance/sessions/nobody/" + files[i]).statusCode()).isEqualTo(404);
      for (String unfit : List.of("zone=Nowhere", "bom=maybe")) {
        assertThat(server.get("/attendance/sessions/RM_1/" + files[i] + "?" + unfit).statusCode())
            .isEqualTo(400);
      }
    }
    assertThat(server.get("/attendance/sessions/RM_1/participants.csv").body())
        .contains("Zoë Müller,,PARTICIPANT,N,PENDING,PENDING,NOT_OVER,the session is not over,")
        .contains("2026-03-02T10:00:00.000+00:00");
    assertThat(server.get("/attendance/sessions/RM_1/participants.csv?bom=true").body())
        .startsWith("\uFEFFperson_id");
  }

  @Test
  void aFileIsNamedByNothingThatAnIdCouldSmuggleIn() {
    String encoded = URLEncoder.encode(ODD_ID, StandardCharsets.UTF_8);
    HttpResponse<String> file = server.get("/attendance/session/participants.csv?id=" + encoded);
    assertThat(file.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"7B_2026_1_a_2F_-participants.csv\"");
    for (String hostile :
        List.of("..%2F..%2Fetc%2Fpasswd", "%22%0D%0ASet-Cookie:x=y", "%00", "%FF", "%E2%80%AE")) {
      HttpResponse<String> answer =
          server.get("/attendance/session/participants.csv?id=" + hostile);
      assertThat(answer.statusCode()).as(hostile).isBetween(400, 404);
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
      assertThat(server.get("/attendance/sessions/" + hostile + "/participants.csv").statusCode())
          .as(hostile)
          .isBetween(400, 404);
    }
  }

  @Test
  void aPersonsNumbersAreExplained() {
    String path = "/attendance/sessions/RM_1/explanation?person=";
    JsonNode explanation = server.json(path + "zo%C3%AB");

    assertThat(explanation.get("record").get("person").asString()).isEqualTo("zoë");
    assertThat(explanation.get("lines").toString()).contains("the server reported the leave");
    for (String person : List.of("", "nobody")) {
      assertThat(server.get(path + person).statusCode()).isEqualTo(404);
    }
    assertThat(server.get(path + "ben&zone=Nowhere").statusCode()).isEqualTo(400);
  }

  @Test
  void anIdMayHaveAnyCharacter() {
    String encoded = URLEncoder.encode(ODD_ID, StandardCharsets.UTF_8);
    JsonNode report = server.json("/attendance/session?id=" + encoded);
    assertThat(report.get("session").get("id").asString()).isEqualTo(ODD_ID);
    JsonNode present = server.json("/attendance/session/present?id=" + encoded);
    assertThat(present.get("present")).hasSize(1);
  }

  @Test
  void anIdInThePathIsDecoded() {
    assertThat(server.get("/attendance/sessions/%52M_1").statusCode()).isEqualTo(200);
    assertThat(server.get("/attendance/sessions/RM+1%20%C3%AB").statusCode()).isEqualTo(404);
  }

  @Test
  void anUnknownSessionIsNotFound() {
    for (String path :
        List.of(
            "/sessions/nobody",
            "/sessions/nobody/present",
            "/sessions/" + "x".repeat(300),
            "/session",
            "/session?id=nobody")) {
      HttpResponse<String> response = server.get("/attendance" + path);
      assertThat(response.statusCode()).as(path).isEqualTo(404);
      assertThat(response.body())
          .isEqualTo(
              "{\"status\":404,\"title\":\"Not Found\","
                  + "\"detail\":\"There is no session of that id.\"}");
    }
  }

  @Test
  void theTotals() {
    JsonNode totals = server.json("/attendance/totals");

    assertThat(totals.get("joins").asLong()).isEqualTo(3);
    assertThat(totals.get("closed").asLong()).isEqualTo(1);
    assertThat(totals.get("inferred").asLong()).isZero();
    assertThat(totals.get("open").asLong()).isEqualTo(2);
    assertThat(totals.get("orphaned").asLong()).isZero();
    assertThat(totals.get("attempts").asLong()).isZero();
    assertThat(totals.get("quarantined").asLong()).isEqualTo(1);
    assertThat(totals.get("webhooksSinceStart").get("recorded").asLong()).isEqualTo(5);
    assertThat(totals.get("webhooksSinceStart").get("rejected").asLong()).isEqualTo(1);
    assertThat(totals.get("webhooksSinceStart").get("too_large").asLong()).isZero();
  }

  @Test
  void itIsClosedUnlessOpened() {
    try (TestServer closed = TestServer.inMemory()) {
      assertThat(closed.get("/attendance/totals").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void nothingOfItIsCached() {
    assertThat(server.get("/attendance/totals").headers().firstValue("Cache-Control"))
        .hasValue("no-store");
  }

  private static String millis(Instant instant) {
    return instant.toString().replace("Z", ".000Z");
  }

  @Configuration(proxyBeanMethods = false)
  static class Host {

    @Bean
    SettableClock clock() {
      return new SettableClock(START.plus(Duration.ofMinutes(60)));
    }

    @Bean
    SessionDirectory directory() {
      SessionPlan odd =
          new SessionPlan(
              new SessionId(ODD_ID),
              "Odd",
              new Interval(START.minusSeconds(600), START.plusSeconds(7200)),
              Set.of("odd"),
              List.of());
      return new SessionDirectory() {
        @Override
        public Optional<SessionPlan> plan(SessionId id) {
          return Optional.of(odd).filter(plan -> plan.id().equals(id));
        }

        @Override
        public List<SessionPlan> plans(String roomName, Interval window) {
          return roomName.equals("odd") ? List.of(odd) : List.of();
        }
      };
    }
  }
}
