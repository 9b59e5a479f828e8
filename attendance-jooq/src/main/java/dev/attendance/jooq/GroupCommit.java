package dev.attendance.jooq;

import dev.attendance.store.StoreUnavailableException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests that are made at the same time share a transaction, for what a commit costs most is
 * to wait for the disk. Thread-safe.
 *
 * <p>It has no thread: callers do the work for each other. A caller that finds fewer transactions
 * running than there may be runs one at once, for itself; the others wait. Whoever ends a
 * transaction wakes the one that has waited longest, which then runs the next for itself and for
 * all that wait behind it, as far as they fit. So everybody runs one transaction at most before
 * their own answer, and nobody overtakes the head of the queue. On a quiet machine a request waits
 * for nobody and gathers nobody.
 *
 * <p>A caller is released when the transaction with its request has ended:
 *
 * <ul>
 *   <li>committed: with its result;
 *   <li>unavailable, or broken by an error: with {@link StoreUnavailableException}, as if it had
 *       run it itself;
 *   <li>refused for any other reason: one of the requests will be the cause, so each caller runs
 *       its own once more, in a transaction for itself, and gets what comes of that.
 * </ul>
 *
 * <p>The wait for a turn is bounded in number and time, and ends when the caller is interrupted;
 * the request is withdrawn then, and nothing of it is left. Once a transaction has begun with it,
 * its caller waits for the end, as long as a database takes, and stays interrupted. Whoever runs a
 * transaction for others is not interrupted before it has ended: H2 closes its files when a thread
 * is interrupted that reads or writes them.
 *
 * @param <T> a request
 * @param <R> its result
 */
final class GroupCommit<T, R> {

  private enum State {
    /** In the queue. */
    WAITING,
    /** In a transaction that somebody else runs. */
    TAKEN,
    /** Has to run the next transaction. */
    LEADING,
    COMMITTED,
    UNAVAILABLE,
    /** Has to be run once more, for itself. */
    ALONE
  }

  /** A request and what became of it. */
  private static final class Waiting<T, R> {

    final Thread caller = Thread.currentThread();
    final T request;
    volatile State state = State.WAITING;
    @Nullable R result;
    @Nullable Throwable failure;

    Waiting(T request) {
      this.request = request;
    }

    void release(State end) {
      state = end;
      LockSupport.unpark(caller);
    }
  }

  private final AppendSettings settings;
  private final ToIntFunction<T> size;
  private final Function<List<T>, List<R>> transaction;

  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Waiting<T, R>> queue = new ArrayDeque<>();
  private int leaders;

  /**
   * A group.
   *
   * @param settings its limits
   * @param size what a request counts of what a transaction can take
   * @param transaction runs requests in one transaction: all of them or, if it throws, none; one
   *     result for each, in their order
   */
  GroupCommit(
      AppendSettings settings, ToIntFunction<T> size, Function<List<T>, List<R>> transaction) {
    this.settings = settings;
    this.size = size;
    this.transaction = transaction;
  }

  /**
   * Runs a request in a transaction, which others may share.
   *
   * @throws StoreUnavailableException if it got no turn, or if the transaction could not be had
   */
  R run(T request) {
    Waiting<T, R> own = new Waiting<>(request);
    State end = enter(own) ? lead(own) : await(own);
    return switch (end) {
      case COMMITTED -> Objects.requireNonNull(own.result);
      case ALONE -> transaction.apply(List.of(request)).get(0);
      case UNAVAILABLE ->
          throw new StoreUnavailableException(
              "the transaction shared with others failed", Objects.requireNonNull(own.failure));
      case WAITING, TAKEN, LEADING -> throw new IllegalStateException(end.name());
    };
  }

  /** Whether the caller is to run a transaction at once; if not, its request is in the queue. */
  private boolean enter(Waiting<T, R> own) {
    lock.lock();
    try {
      if (leaders < settings.writers()) {
        // Then nobody waits: leaders leave only when the queue is empty.
        leaders++;
        return true;
      }
      if (queue.size() >= settings.queue()) {
        throw new StoreUnavailableException(
            "too many appends wait already", new TimeoutException("queue of " + settings.queue()));
      }
      queue.add(own);
      return false;
    } finally {
      lock.unlock();
    }
  }

  private State await(Waiting<T, R> own) {
    long deadline = System.nanoTime() + settings.patience().toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        State state = own.state;
        if (state == State.LEADING) {
          return lead(own);
        }
        if (state == State.TAKEN) {
          LockSupport.park(this);
        } else if (state == State.WAITING) {
          long left = deadline - System.nanoTime();
          if (left <= 0 && withdraw(own)) {
            throw noTurn(new TimeoutException("waited for " + settings.patience()));
          }
          LockSupport.parkNanos(this, left);
        } else {
          return state;
        }
        if (Thread.interrupted()) {
          interrupted = true;
          if (withdraw(own)) {
            throw noTurn(new InterruptedException());
          }
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static StoreUnavailableException noTurn(Exception cause) {
    return new StoreUnavailableException("the append got no turn", cause);
  }

  /** Whether the request was still in the queue. */
  private boolean withdraw(Waiting<T, R> own) {
    lock.lock();
    try {
      return own.state == State.WAITING && queue.remove(own);
    } finally {
      lock.unlock();
    }
  }

  /** Runs a transaction with the caller's own request and those that wait. */
  private State lead(Waiting<T, R> own) {
    boolean interrupted = Thread.interrupted();
    List<Waiting<T, R>> others = List.of();
    State end = State.UNAVAILABLE;
    Throwable failure = null;
    try {
      others = takeOthers(size.applyAsInt(own.request));
      commit(own, others);
      end = State.COMMITTED;
      return end;
    } catch (StoreUnavailableException | Error e) {
      failure = e;
      throw e;
    } catch (RuntimeException e) {
      end = State.ALONE;
      if (others.isEmpty()) {
        throw e;
      }
      return end;
    } finally {
      for (Waiting<T, R> other : others) {
        other.failure = failure;
        other.release(end);
      }
      // Last, so that those who come back at once share the next transaction: fewer and larger
      // ones cost less, and while one is being prepared another may run.
      handOver();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private List<Waiting<T, R>> takeOthers(int sizeOfOwn) {
    lock.lock();
    try {
      int fitting = 0;
      int total = sizeOfOwn;
      for (Waiting<T, R> other : queue) {
        total += size.applyAsInt(other.request);
        if (total > settings.batch()) {
          break;
        }
        fitting++;
      }
      // Made before anything is taken: if there is no memory for it, nobody waits for ever.
      List<Waiting<T, R>> others = new ArrayList<>(fitting);
      for (int i = 0; i < fitting; i++) {
        Waiting<T, R> other = queue.remove();
        other.state = State.TAKEN;
        others.add(other);
      }
      return others;
    } finally {
      lock.unlock();
    }
  }

  private void commit(Waiting<T, R> own, List<Waiting<T, R>> others) {
    List<T> requests = new ArrayList<>(others.size() + 1);
    requests.add(own.request);
    others.forEach(other -> requests.add(other.request));
    List<R> results = transaction.apply(requests);
    own.result = results.get(0);
    for (int i = 0; i < others.size(); i++) {
      others.get(i).result = results.get(i + 1);
    }
  }

  /** Has the one that waited longest run the next transaction. */
  private void handOver() {
    Waiting<T, R> next;
    lock.lock();
    try {
      next = queue.poll();
      if (next == null) {
        leaders--;
      } else {
        next.state = State.LEADING;
      }
    } finally {
      lock.unlock();
    }
    if (next != null) {
      LockSupport.unpark(next.caller);
    }
  }
}
