package dev.attendance.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.Attendance;
import dev.attendance.store.AttendanceStore;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which jobs run, and how often, by what is set. */
class JobPropertiesTest {

  @Test
  void theServerIsAskedOnlyIfItsUrlIsKnown() {
    AutoConfigured.IN_MEMORY.run(
        context ->
            assertThat(context.getBean(JobSchedule.class).jobs())
                .extracting(ScheduledJob::name)
                .containsExactly(
                    "heartbeat", "fold-pending", "reconcile-orphans", "calculate-sessions"));
    AutoConfigured.IN_MEMORY
        .withPropertyValues(
            "attendance.livekit.url=wss://livekit.example.org",
            "attendance.livekit.api-key=key",
            "attendance.livekit.api-secret=secret")
        .run(
            context ->
                assertThat(context.getBean(JobSchedule.class).jobs())
                    .extracting(ScheduledJob::name)
                    .contains("observe-live-rooms"));
  }

  @Test
  void jobsAreRunAsTheyAreSet() {
    AutoConfigured.IN_MEMORY
        .withPropertyValues(
            "attendance.jobs.heartbeat.enabled=false",
            "attendance.jobs.fold-pending.enabled=false",
            "attendance.jobs.reconcile-orphans.enabled=false",
            "attendance.jobs.calculate-sessions.every=10s")
        .run(
            context ->
                assertThat(context.getBean(JobSchedule.class).jobs())
                    .singleElement()
                    .satisfies(
                        job -> {
                          assertThat(job.name()).isEqualTo("calculate-sessions");
                          assertThat(job.every()).isEqualTo(Duration.ofSeconds(10));
                        }));
  }

  @Test
  void theHeartbeatIsNotedAtOnceAndAsOftenAsItIsSet() {
    AutoConfigured.IN_MEMORY
        .withPropertyValues("attendance.jobs.heartbeat.every=20s")
        .run(
            context -> {
              ScheduledJob heartbeat = context.getBean(JobSchedule.class).jobs().get(0);
              assertThat(heartbeat.name()).isEqualTo("heartbeat");
              assertThat(heartbeat.first()).isZero();
              Instant now = Instant.now();
              AttendanceStore store = context.getBean(AttendanceStore.class);
              store.coverage().beat("before", now.minusSeconds(600), Duration.ZERO, Duration.ZERO);
              store.coverage().beat("before", now.minusSeconds(550), Duration.ZERO, Duration.ZERO);
              store.coverage().beat("before", now.minusSeconds(480), Duration.ZERO, Duration.ZERO);
              heartbeat.run();
              // 50 seconds are no outage where 3 times 20 are tolerated; 70 are, and so is the
              // rest.
              assertThat(context.getBean(Attendance.class).totals().blindSpots()).isEqualTo(2);
            });
  }

  @Test
  void whatIsTooOldIsDeletedOnlyIfALimitIsSet() {
    AutoConfigured.IN_MEMORY.run(
        context -> assertThat(context.getBean(Attendance.class).purgeSessions()).isEmpty());
    AutoConfigured.IN_MEMORY
        .withPropertyValues("attendance.retention.events=90d", "attendance.retention.records=730d")
        .run(
            context -> {
              assertThat(context.getBean(Attendance.class).purgeSessions()).isPresent();
              assertThat(context.getBean(JobSchedule.class).jobs())
                  .extracting(ScheduledJob::name)
                  .contains("purge-sessions");
            });
  }
}
