package dev.attendance.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class JobScheduleTest {

  private static final Duration OFTEN = Duration.ofMillis(1);

  @Test
  void aJobThatFailsIsRunAgainAndSaysWhyOnce(CapturedOutput output) {
    AtomicInteger runs = new AtomicInteger();
    ScheduledJob job =
        new ScheduledJob(
            "moody",
            OFTEN,
            () -> {
              if (runs.incrementAndGet() <= 3) {
                throw new IllegalStateException("the reason");
              }
            });
    JobSchedule schedule = new JobSchedule(List.of(job));

    schedule.start();
    await().until(() -> job.succeeded() > 0);
    schedule.stop();

    assertThat(job.failed()).isEqualTo(3);
    assertThat(output.getAll()).containsOnlyOnce("the reason");
    assertThat(output.getAll().split("Job moody failed again", -1)).hasSize(3);
    assertThat(output).contains("Job moody works again");
  }

  @Test
  void aSlowJobKeepsNoOtherWaiting() {
    CountDownLatch slow = new CountDownLatch(1);
    ScheduledJob stuck = new ScheduledJob("stuck", OFTEN, () -> holdUntil(slow));
    ScheduledJob other = new ScheduledJob("other", OFTEN, () -> {});
    JobSchedule schedule = new JobSchedule(List.of(stuck, other));

    schedule.start();
    await().until(() -> other.succeeded() > 2);
    slow.countDown();
    schedule.stop();
  }

  @Test
  void stoppingWaitsForTheRunThatIsOn() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicBoolean finished = new AtomicBoolean();
    ScheduledJob job =
        new ScheduledJob(
            "long",
            OFTEN,
            () -> {
              begun.countDown();
              holdUntil(goOn);
              finished.set(true);
            });
    JobSchedule schedule = new JobSchedule(List.of(job));

    schedule.start();
    begun.await();
    Thread stopping = new Thread(schedule::stop);
    stopping.start();
    await().until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
    assertThat(finished).isFalse();
    goOn.countDown();
    stopping.join();

    assertThat(finished).isTrue();
    assertThat(schedule.isRunning()).isFalse();
  }

  @Test
  void itCanBeStartedAgain() {
    ScheduledJob job = new ScheduledJob("again", OFTEN, () -> {});
    JobSchedule schedule = new JobSchedule(List.of(job));

    schedule.start();
    schedule.stop();
    long before = job.succeeded();
    schedule.start();
    await().until(() -> job.succeeded() > before);
    schedule.stop();
  }

  private static void holdUntil(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException exception) {
      throw new IllegalStateException(exception);
    }
  }
}
