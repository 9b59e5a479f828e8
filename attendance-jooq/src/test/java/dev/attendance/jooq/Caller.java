package dev.attendance.jooq;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Somebody who calls on a thread of its own.
 *
 * @param <T> what the call returns
 */
final class Caller<T> {

  private final FutureTask<T> answer;
  private final Thread thread;

  Caller(Callable<T> call) {
    answer = new FutureTask<>(call);
    thread = new Thread(answer);
    thread.start();
  }

  /** Returns when the caller waits for its turn, which alone is a wait for a limited time. */
  Caller<T> waits() {
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      if (!thread.isAlive()) {
        throw new AssertionError("does not wait but has ended");
      }
      Thread.onSpinWait();
    }
    return this;
  }

  void interrupt() {
    thread.interrupt();
  }

  boolean isDone() {
    return answer.isDone();
  }

  T get() throws Exception {
    return answer.get();
  }

  Throwable failure() throws InterruptedException {
    try {
      throw new AssertionError("did not fail but returned " + answer.get());
    } catch (ExecutionException e) {
      return e.getCause();
    }
  }

  void join() throws InterruptedException {
    thread.join();
  }
}
