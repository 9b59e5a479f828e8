package dev.attendance.spring;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job of the library with its interval. A run that fails is logged and does not end it. */
final class ScheduledJob implements Runnable {

  /** A process that is restarted more often than a job is due still runs it. */
  private static final Duration FIRST_RUN_WITHIN = Duration.ofSeconds(15);

  private static final Logger LOG = LoggerFactory.getLogger(ScheduledJob.class);

  private final String name;
  private final Duration every;
  private final Duration first;
  private final Runnable work;
  private final LongAdder succeeded = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private volatile boolean failing;

  /**
   * A job.
   *
   * @param name as in the properties
   * @param every the pause between two runs
   * @param work one run
   */
  ScheduledJob(String name, Duration every, Runnable work) {
    this(name, every, every.compareTo(FIRST_RUN_WITHIN) < 0 ? every : FIRST_RUN_WITHIN, work);
  }

  private ScheduledJob(String name, Duration every, Duration first, Runnable work) {
    this.name = name;
    this.every = every;
    this.first = first;
    this.work = work;
  }

  /** A job whose first run does not wait. */
  static ScheduledJob atOnce(String name, Duration every, Runnable work) {
    return new ScheduledJob(name, every, Duration.ZERO, work);
  }

  String name() {
    return name;
  }

  Duration every() {
    return every;
  }

  /** How long the first run waits. */
  Duration first() {
    return first;
  }

  long succeeded() {
    return succeeded.sum();
  }

  long failed() {
    return failed.sum();
  }

  @Override
  public void run() {
    try {
      work.run();
      succeeded.increment();
      if (failing) {
        failing = false;
        LOG.info("Job {} works again", name);
      }
    } catch (RuntimeException exception) {
      failed.increment();
      // While a database is down every run fails: one stack trace is enough to know why.
      if (failing) {
        LOG.warn("Job {} failed again: {}", name, exception.getClass().getName());
      } else {
        failing = true;
        LOG.warn("Job {} failed; it runs again in {}", name, every, exception);
      }
    }
  }
}
