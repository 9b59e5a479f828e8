package dev.attendance.spring;

import dev.attendance.Attendance;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Runs the library's jobs. Every node of an application may run them. */
@AutoConfiguration(after = AttendanceAutoConfiguration.class)
@ConditionalOnBean({Attendance.class, AttendanceProperties.class})
public final class AttendanceJobsAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  JobSchedule attendanceJobs(Attendance attendance, AttendanceProperties properties) {
    JobProperties set = properties.jobs();
    List<ScheduledJob> jobs = new ArrayList<>();
    if (set.heartbeat().enabled()) {
      // At once, so that nothing is settled before an outage is known to be over.
      jobs.add(
          ScheduledJob.atOnce(
              "heartbeat", set.heartbeat().every(), () -> attendance.heartbeat().runOnce()));
    }
    add(jobs, "fold-pending", set.foldPending(), () -> attendance.foldPending().runOnce());
    attendance
        .observeLiveRooms()
        .ifPresent(
            job -> add(jobs, "observe-live-rooms", set.observeLiveRooms(), () -> job.runOnce()));
    add(
        jobs,
        "reconcile-orphans",
        set.reconcileOrphans(),
        () -> attendance.reconcileOrphans().runOnce());
    add(
        jobs,
        "calculate-sessions",
        set.calculateSessions(),
        () -> attendance.calculateSessions().runOnce());
    attendance
        .purgeSessions()
        .ifPresent(job -> add(jobs, "purge-sessions", set.purgeSessions(), () -> job.runOnce()));
    return new JobSchedule(jobs);
  }

  private static void add(
      List<ScheduledJob> jobs, String name, JobProperties.Job set, Runnable work) {
    if (set.enabled()) {
      jobs.add(new ScheduledJob(name, set.every(), work));
    }
  }
}
