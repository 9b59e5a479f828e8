package dev.attendance.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.Attendance;
import dev.attendance.cycle.SourceTiming;
import dev.attendance.event.LiveRooms;
import dev.attendance.session.SessionTiming;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.scheduling.TaskScheduler;

/** What is wired by itself, and with which settings. */
class AttendanceAutoConfigurationTest {

  @Test
  void anApplicationWithoutAWebServerNeedsNoApiKey() {
    AutoConfigured.IN_MEMORY.run(
        context -> {
          assertThat(context).hasNotFailed().hasSingleBean(Attendance.class);
          assertThat(context).hasSingleBean(JobSchedule.class);
          assertThat(context).doesNotHaveBean(WebhookEndpoint.class);
        });
  }

  @Test
  void oneSwitchTurnsAllOfItOff() {
    AutoConfigured.RUNNER
        .withPropertyValues("attendance.enabled=false")
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              assertThat(context.getBeanDefinitionNames())
                  .noneMatch(name -> name.contains("ttendance"));
            });
  }

  @Test
  void withoutAPlaceToKeepAttendanceItDoesNotStart() {
    AutoConfigured.RUNNER.run(
        context ->
            assertThat(context.getStartupFailure())
                .rootCause()
                .isInstanceOf(AttendanceConfigurationException.class)
                .hasMessageContaining("spring.datasource.url")
                .hasMessageContaining("attendance.store=memory"));
  }

  @Test
  void theApplicationsOwnExecutorsAreNotDisplaced() {
    AutoConfigured.IN_MEMORY.run(
        context -> {
          assertThat(context).doesNotHaveBean(Executor.class);
          assertThat(context).doesNotHaveBean(TaskScheduler.class);
        });
  }

  @Test
  void whichOfSeveralKeysToAskWithHasToBeClear() {
    ApplicationContextRunner two =
        AutoConfigured.IN_MEMORY.withPropertyValues(
            "attendance.livekit.url=wss://livekit.example.org",
            "attendance.livekit.api-keys.one=secret",
            "attendance.livekit.api-keys.two=secret");
    two.run(
        context ->
            assertThat(context.getStartupFailure())
                .rootCause()
                .hasMessageContaining("attendance.livekit.url-api-key"));
    two.withPropertyValues("attendance.livekit.url-api-key=two")
        .run(context -> assertThat(context).hasSingleBean(LiveRooms.class));
  }

  @Test
  void timingIsAsItIsSet() {
    AutoConfigured.IN_MEMORY
        .withPropertyValues(
            "attendance.detection-delay=7s",
            "attendance.session.settle=2m",
            "attendance.session.empty-after=3m")
        .run(
            context -> {
              assertThat(context.getBean(SourceTiming.class))
                  .isEqualTo(SourceTiming.LIVEKIT.withDetectionDelay(Duration.ofSeconds(7)));
              assertThat(context.getBean(SessionTiming.class))
                  .isEqualTo(new SessionTiming(Duration.ofMinutes(3), Duration.ofMinutes(2)));
            });
  }

  @Test
  void aClusterIsTimedAsOne() {
    AutoConfigured.IN_MEMORY
        .withPropertyValues("attendance.livekit.cluster=true")
        .run(
            context ->
                assertThat(context.getBean(SourceTiming.class))
                    .isEqualTo(SourceTiming.LIVEKIT_CLUSTER));
  }
}
