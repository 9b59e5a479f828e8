package dev.attendance.spring;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job of the library with its interval. A run that fails is logged and does not end it. */
final class ScheduledJob implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(ScheduledJob.class);

  private final String name;
  private final Duration every;
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
    this.name = name;
    this.every = every;
    this.work = work;
  }

  String name() {
    return name;
  }

  Duration every() {
    return every;
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
