package dev.attendance.spring;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Runs the jobs on threads of its own, from the application's start to its end. The application's
 * scheduler is left alone; nothing of this is a bean that would displace it.
 */
final class JobSchedule implements SmartLifecycle {

  private static final int SECONDS_TO_FINISH = 10;

  private final List<ScheduledJob> jobs;
  private @Nullable ThreadPoolTaskScheduler running;

  JobSchedule(List<ScheduledJob> jobs) {
    this.jobs = List.copyOf(jobs);
  }

  List<ScheduledJob> jobs() {
    return jobs;
  }

  @Override
  public synchronized void start() {
    if (running != null || jobs.isEmpty()) {
      return;
    }
    ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    // One thread each, so that a slow job keeps none of the others waiting.
    scheduler.setPoolSize(jobs.size());
    scheduler.setDaemon(true);
    scheduler.setThreadNamePrefix("attendance-job-");
    scheduler.setWaitForTasksToCompleteOnShutdown(true);
    scheduler.setAwaitTerminationSeconds(SECONDS_TO_FINISH);
    scheduler.initialize();
    for (ScheduledJob job : jobs) {
      // A job ends with the scheduler and deals with its own failures.
      var unused =
          scheduler
              .getScheduledExecutor()
              .scheduleWithFixedDelay(
                  job, job.first().toMillis(), job.every().toMillis(), TimeUnit.MILLISECONDS);
    }
    running = scheduler;
  }

  /** Lets what runs come to its end, within limits. */
  @Override
  public synchronized void stop() {
    ThreadPoolTaskScheduler scheduler = running;
    running = null;
    if (scheduler != null) {
      scheduler.shutdown();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return running != null;
  }
}
