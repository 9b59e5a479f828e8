package dev.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.cycle.Cycle;
import dev.attendance.livekit.LiveKitKeys;
import dev.attendance.livekit.LiveKitWebhook;
import dev.attendance.livekit.WebhookAnswer;
import dev.attendance.livekit.WebhookReceiver;
import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.PersonCycle;
import dev.attendance.report.ExplanationText;
import dev.attendance.report.HtmlReport;
import dev.attendance.report.SessionReport;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionState;
import dev.attendance.store.memory.MemoryStore;
import dev.attendance.testkit.GroundTruth;
import dev.attendance.testkit.SettableClock;
import dev.attendance.testkit.TruthComparison;
import dev.attendance.testkit.TruthComparison.Computed;
import dev.attendance.testkit.WebhookTrace;
import dev.attendance.testkit.WebhookTrace.Request;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The lesson captured from a real LiveKit server, from signed requests to the report. */
class ClassroomAttendanceTest {

  private final WebhookTrace trace;
  private final GroundTruth truth;
  private final SettableClock clock = new SettableClock(Instant.EPOCH);
  private final Attendance attendance = Attendance.builder(new MemoryStore()).clock(clock).build();
  private final LiveKitWebhook webhook =
      new LiveKitWebhook(
          new WebhookReceiver(LiveKitKeys.of("devkey", "secret"), clock), attendance, clock);

  ClassroomAttendanceTest() throws IOException {
    try (InputStream requests = WebhookTrace.class.getResourceAsStream("classroom.trace.jsonl");
        InputStream recorded = WebhookTrace.class.getResourceAsStream("classroom.truth.json")) {
      trace = WebhookTrace.read(requests);
      truth = GroundTruth.read(recorded);
    }
  }

  @Test
  void agreesWithWhatTheClientsRecorded() {
    replay(trace.requests());
    assertThat(TruthComparison.differences(truth, computed(settled()))).isEmpty();
  }

  @Test
  void theReportSaysThatTheKilledOneWasLost() throws IOException {
    replay(trace.requests());
    SessionReport report = settled();
    assertThat(report.isFinal()).isTrue();
    assertThat(report.revision()).isEqualTo(1);
    List<String> explanation =
        new ExplanationText(ZoneOffset.UTC)
            .lines(
                attendance
                    .explain(report.attendance().summary().id(), new PersonId("student-05"))
                    .orElseThrow());
    assertThat(explanation).anyMatch(line -> line.contains("noticed a lost connection"));
    StringBuilder page = new StringBuilder();
    new HtmlReport(ZoneOffset.UTC).write(report, page);
    assertThat(page).contains("noticed a lost connection", "李 样本 😀", "Zoë Exämple");
  }

  @Test
  void theHiddenObserverIsListedAndNotCountedAndTheAttemptIsShown() {
    replay(trace.requests());
    SessionReport report = settled();
    assertThat(report.attendance().records())
        .extracting(record -> record.person().value())
        .doesNotContain("observer-1", "student-09")
        .contains("teacher-1", "student-12");
    assertThat(report.attendance().cycles())
        .filteredOn(cycle -> !cycle.counts())
        .extracting(cycle -> cycle.person().value())
        .containsExactly("observer-1");
    assertThat(report.attendance().attempts())
        .extracting(attempt -> attempt.person().value())
        .containsExactly("student-09");
  }

  @Test
  void twoDevicesAndReconnectsCountOnce() {
    replay(trace.requests());
    AttendanceRecord twoDevices = record(settled(), "student-06");
    assertThat(twoDevices.cycles()).isEqualTo(2);
    assertThat(twoDevices.counted().best())
        .isLessThanOrEqualTo(
            Duration.between(
                twoDevices.firstJoin().orElseThrow(), twoDevices.lastLeave().orElseThrow()));
    assertThat(twoDevices.status()).isEqualTo(AttendanceStatus.PRESENT);
    assertThat(record(settled(), "student-08").cycles()).isEqualTo(3);
  }

  @Test
  void anyOrderAndAnyRepetitionGiveTheSameReport() {
    replay(trace.requests());
    SessionReport expected = settled();
    for (int seed = 0; seed < 20; seed++) {
      ClassroomAttendanceTest other = again();
      List<Request> shuffled = new ArrayList<>(trace.requests());
      shuffled.addAll(trace.requests());
      Collections.shuffle(shuffled, new Random(seed));
      other.replay(shuffled);
      assertThat(other.settled().attendance()).isEqualTo(expected.attendance());
    }
  }

  @Test
  void whileItRunsTheRightPeopleAreThere() {
    List<Request> untilFirstLeave =
        trace.requests().stream().takeWhile(request -> !text(request).contains("_left")).toList();
    replay(untilFirstLeave);
    SessionReport report = report();
    assertThat(report.attendance().summary().state()).isEqualTo(SessionState.LIVE);
    assertThat(report.present())
        .extracting(person -> person.person().value())
        .contains("teacher-1", "student-01")
        .doesNotContain("observer-1", "student-09");
    assertThat(report.attendance().records())
        .allMatch(record -> record.status() == AttendanceStatus.PENDING);
  }

  private ClassroomAttendanceTest again() {
    try {
      return new ClassroomAttendanceTest();
    } catch (IOException exception) {
      throw new IllegalStateException(exception);
    }
  }

  private void replay(List<Request> requests) {
    for (Request request : requests) {
      clock.set(request.receivedAt());
      assertThat(webhook.handle(request.body(), request.headers().get("authorization")))
          .isIn(WebhookAnswer.RECORDED, WebhookAnswer.DUPLICATE);
    }
  }

  private SessionReport settled() {
    clock.set(Instant.parse("2026-11-23T12:00:00Z"));
    attendance.calculateSessions().runOnce();
    return report();
  }

  private SessionReport report() {
    SessionId only = attendance.latestSessions(10).get(0).id();
    return attendance.report(only).orElseThrow();
  }

  private static AttendanceRecord record(SessionReport report, String person) {
    return report.attendance().records().stream()
        .filter(record -> record.person().value().equals(person))
        .findFirst()
        .orElseThrow();
  }

  private static List<Computed> computed(SessionReport report) {
    return report.attendance().cycles().stream().map(ClassroomAttendanceTest::computed).toList();
  }

  private static Computed computed(PersonCycle person) {
    Cycle cycle = person.cycle();
    return new Computed(
        cycle.profile().identity(),
        cycle.id().participantSid(),
        cycle.start().best(),
        cycle.end().earliest(),
        cycle.end().best(),
        cycle.end().latest(),
        cycle.end().evidence().name());
  }

  private static String text(Request request) {
    return new String(request.body(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
