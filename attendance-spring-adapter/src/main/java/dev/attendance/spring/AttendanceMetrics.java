package dev.attendance.spring;

import dev.attendance.Attendance;
import dev.attendance.AttendanceTotals;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What operators watch. The totals are read from the store at most once in ten seconds, however
 * often and by however many it is scraped; while the store cannot be read they are not a number.
 */
final class AttendanceMetrics implements MeterBinder {

  private static final Logger LOG = LoggerFactory.getLogger(AttendanceMetrics.class);
  private static final long GOOD_FOR = TimeUnit.SECONDS.toNanos(10);

  private final Attendance attendance;
  private final @Nullable WebhookEndpoint webhook;
  private final @Nullable JobSchedule jobs;

  private @Nullable AttendanceTotals totals;
  private long readAt = System.nanoTime() - GOOD_FOR;

  AttendanceMetrics(
      Attendance attendance, @Nullable WebhookEndpoint webhook, @Nullable JobSchedule jobs) {
    this.attendance = attendance;
    this.webhook = webhook;
    this.jobs = jobs;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    if (webhook != null) {
      for (String answer : webhook.counts().keySet()) {
        FunctionCounter.builder(
                "attendance.webhook.requests", webhook, endpoint -> endpoint.count(answer))
            .description("Webhooks by what was answered")
            .tag("answer", answer)
            .register(registry);
      }
    }
    if (jobs != null) {
      for (ScheduledJob job : jobs.jobs()) {
        job(registry, job, "succeeded", ScheduledJob::succeeded);
        job(registry, job, "failed", ScheduledJob::failed);
      }
    }
    cycles(registry, "joined", totals -> totals.cycles().joined());
    cycles(registry, "closed", totals -> totals.cycles().closed());
    cycles(registry, "inferred", totals -> totals.cycles().inferred());
    cycles(registry, "open", totals -> totals.cycles().open());
    cycles(registry, "orphaned", totals -> totals.cycles().orphaned());
    cycles(registry, "attempt", totals -> totals.cycles().attempts());
    Gauge.builder("attendance.quarantined", () -> read(AttendanceTotals::quarantined))
        .description("Signed webhooks that could not be decoded and were kept")
        .register(registry);
    Gauge.builder("attendance.blind.spots", () -> read(AttendanceTotals::blindSpots))
        .description("Outages since the first heartbeat: no node was up for a while")
        .register(registry);
  }

  private static void job(
      MeterRegistry registry,
      ScheduledJob job,
      String outcome,
      ToLongFunction<ScheduledJob> count) {
    FunctionCounter.builder("attendance.job.runs", job, count::applyAsLong)
        .description("Runs of the jobs by how they ended")
        .tag("job", job.name())
        .tag("outcome", outcome)
        .register(registry);
  }

  private void cycles(
      MeterRegistry registry, String standing, ToLongFunction<AttendanceTotals> count) {
    Gauge.builder("attendance.cycles", () -> read(count))
        .description("Join/leave cycles by where they stand; joined is the sum of the next three")
        .tag("standing", standing)
        .register(registry);
  }

  private double read(ToLongFunction<AttendanceTotals> count) {
    AttendanceTotals read = totals();
    return read == null ? Double.NaN : count.applyAsLong(read);
  }

  private synchronized @Nullable AttendanceTotals totals() {
    if (System.nanoTime() - readAt >= GOOD_FOR) {
      try {
        totals = attendance.totals();
      } catch (RuntimeException exception) {
        LOG.debug("The totals cannot be read", exception);
        totals = null;
      }
      readAt = System.nanoTime();
    }
    return totals;
  }
}
