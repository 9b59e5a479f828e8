package dev.attendance.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.session.PersonId;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.SessionDirectory;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.testkit.SettableClock;
import dev.attendance.time.Interval;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** Courses and histories over real HTTP: two lessons that were settled, and one that is to come. */
class CourseApiTest {

  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

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
    for (int day = 0; day < 2; day++) {
      Instant at = START.plus(DAY.multipliedBy(day));
      server.post(Webhooks.joined("joined" + day, "RM_" + day, "math", "zoë", "Zoë Müller", at));
      server.post(
          Webhooks.left(
              "left" + day, "RM_" + day, "math", "zoë", "Zoë Müller", at, at.plusSeconds(3600)));
    }
    server.attendance().foldPending().runOnce();
    server.attendance().calculateSessions().runOnce();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aCourseIsPeopleBySessions() {
    JsonNode course =
        server.json("/attendance/course?session=math-0&session=math-2&session=math-1");

    assertThat(course.get("sessions"))
        .extracting(session -> session.get("session").asString())
        .containsExactly("math-0", "math-2", "math-1");
    assertThat(course.get("sessions").get(1).get("revision").isNull()).isTrue();
    JsonNode ben = course.get("people").get(0);
    assertThat(ben.get("person").asString()).isEqualTo("ben");
    assertThat(ben.get("absent").asInt()).isEqualTo(2);
    JsonNode zoe = course.get("people").get(1);
    assertThat(zoe.get("name").asString()).isEqualTo("Zoë");
    assertThat(zoe.get("cells").get(0).get("code").asString()).isEqualTo("P");
    assertThat(zoe.get("cells").get(1).isNull()).isTrue();
    assertThat(zoe.get("counted").asInt()).isEqualTo(2);
    assertThat(zoe.get("upcoming").asInt()).isEqualTo(1);
    assertThat(zoe.get("percent").decimalValue()).isEqualByComparingTo("100.00");
  }

  @Test
  void aCourseIsAFileToo() {
    HttpResponse<String> file =
        server.get("/attendance/course/matrix.csv?session=math-0&zone=Europe/Berlin");

    assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"course-matrix.csv\"");
    assertThat(file.body())
        .startsWith("person_id,name,2026-03-02T11:00:00.000+01:00 Maths,present,")
        .contains("zoë,Zoë,P 100.00,1,0,0,0,0,0,1,0,100.00,100.00,3600,3600,3600,3600\r\n");
  }

  @Test
  void aHistoryIsReadPageByPage() {
    JsonNode first = server.json("/attendance/history?person=zo%C3%AB&limit=1");
    assertThat(first.get("history").get(0).get("session").asString()).isEqualTo("math-1");
    assertThat(first.get("history").get(0).get("record").get("status").asString())
        .isEqualTo("PRESENT");
    JsonNode next = first.get("next");
    JsonNode second =
        server.json(
            "/attendance/history?person=zo%C3%AB&before="
                + next.get("before").asString()
                + "&beforeSession="
                + next.get("beforeSession").asString());
    assertThat(second.get("history"))
        .extracting(entry -> entry.get("session").asString())
        .containsExactly("math-0");
    assertThat(second.get("next").isNull()).isTrue();
    assertThat(
            server
                .json("/attendance/history?person=zo%C3%AB&to=2026-03-03T00:00:00Z")
                .get("history"))
        .hasSize(1);
    assertThat(server.json("/attendance/history?person=nobody").get("history")).isEmpty();
  }

  @Test
  void whatIsUnfitIsRefusedWithTheRule() {
    for (String path :
        List.of(
            "course",
            "course?session=",
            "course/matrix.csv?session=math-0&bom=1",
            "course?" + "session=x&".repeat(501),
            "history",
            "history?person=" + "x".repeat(300),
            "history?person=zoe&limit=0",
            "history?person=zoe&from=yesterday",
            "history?person=zoe&from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z",
            "history?person=zoe&before=2026-03-02T00:00:00Z",
            "history?person=zoe&beforeSession=math-0&before=1900-01-01T00:00:00Z")) {
      HttpResponse<String> response = server.get("/attendance/" + path);
      assertThat(response.statusCode()).as(path).isEqualTo(400);
      assertThat(response.headers().firstValue("Content-Type"))
          .hasValue("application/problem+json");
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Host {

    @Bean
    SettableClock clock() {
      return new SettableClock(START.plus(DAY).plus(Duration.ofHours(3)));
    }

    @Bean
    SessionDirectory directory() {
      return new SessionDirectory() {
        @Override
        public Optional<SessionPlan> plan(SessionId id) {
          return lessons().stream().filter(plan -> plan.id().equals(id)).findFirst();
        }

        @Override
        public List<SessionPlan> plans(String roomName, Interval window) {
          return lessons().stream().filter(plan -> plan.window().overlaps(window)).toList();
        }
      };
    }

    private static List<SessionPlan> lessons() {
      return List.of(
          plan(0, entry("zoë", "Zoë"), entry("ben", "Ben")),
          plan(1, entry("zoë", "Zoë"), entry("ben", "Ben")),
          plan(2, entry("zoë", "Zoë")));
    }

    private static RosterEntry entry(String person, String name) {
      return new RosterEntry(new PersonId(person), name, Optional.empty());
    }

    private static SessionPlan plan(int day, RosterEntry... roster) {
      Instant at = START.plus(DAY.multipliedBy(day));
      return new SessionPlan(
          new SessionId("math-" + day),
          "Maths",
          new Interval(at, at.plusSeconds(3600)),
          Set.of("math"),
          List.of(roster));
    }
  }
}
