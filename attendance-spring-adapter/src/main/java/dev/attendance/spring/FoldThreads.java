package dev.attendance.spring;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.util.ClassUtils;

/**
 * The threads that fold after an append. What is recorded within a transaction of the caller's is
 * folded when that is over: before, a fold would not see it.
 *
 * <p>Not an {@link Executor} itself: as a bean it would displace the application's own.
 */
final class FoldThreads implements SmartLifecycle {

  /** Up before the web server takes requests, and down after it has answered the last one. */
  static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4096;

  private static final Logger LOG = LoggerFactory.getLogger(FoldThreads.class);

  private static final int SECONDS_TO_FINISH = 10;

  private static final boolean TRANSACTIONS =
      ClassUtils.isPresent(
          "org.springframework.transaction.support.TransactionSynchronizationManager",
          FoldThreads.class.getClassLoader());

  private final int threads;
  // Taken when a task is handed in, not when it is queued: after a commit it is too late to refuse.
  private final Semaphore places;
  private volatile @Nullable ThreadPoolTaskExecutor running;

  FoldThreads(int threads, int queue) {
    this.threads = threads;
    this.places = new Semaphore(threads + queue);
  }

  /** {@return runs a task soon, or rejects it} */
  Executor executor() {
    return this::execute;
  }

  private void execute(Runnable task) {
    if (!places.tryAcquire()) {
      throw new RejectedExecutionException("too many rooms wait to be folded");
    }
    Runnable placed =
        () -> {
          try {
            task.run();
          } finally {
            places.release();
          }
        };
    if (!TRANSACTIONS || !AfterTransaction.defer(() -> submitIfRunning(placed))) {
      submit(placed);
    }
  }

  /** After a transaction nobody is left to tell of a rejection: the events stay pending. */
  private void submitIfRunning(Runnable placed) {
    try {
      submit(placed);
    } catch (RejectedExecutionException exception) {
      LOG.debug("Stopped before what was recorded could be folded", exception);
    }
  }

  private void submit(Runnable placed) {
    ThreadPoolTaskExecutor executor = running;
    try {
      if (executor == null) {
        throw new RejectedExecutionException("not started, or stopped");
      }
      executor.execute(placed);
    } catch (RejectedExecutionException exception) {
      places.release();
      throw exception;
    }
  }

  @Override
  public synchronized void start() {
    if (running == null) {
      ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
      executor.setCorePoolSize(threads);
      executor.setMaxPoolSize(threads);
      executor.setAllowCoreThreadTimeOut(true);
      executor.setDaemon(true);
      executor.setThreadNamePrefix("attendance-fold-");
      executor.setWaitForTasksToCompleteOnShutdown(true);
      executor.setAwaitTerminationSeconds(SECONDS_TO_FINISH);
      executor.initialize();
      running = executor;
    }
  }

  /** Finishes what waits, within limits; the rest stays pending in the store. */
  @Override
  public synchronized void stop() {
    ThreadPoolTaskExecutor executor = running;
    running = null;
    if (executor != null) {
      executor.shutdown();
    }
  }

  @Override
  public boolean isRunning() {
    return running != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
