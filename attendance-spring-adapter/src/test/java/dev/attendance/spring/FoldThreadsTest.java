package dev.attendance.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class FoldThreadsTest {

  private final FoldThreads threads = new FoldThreads(1, 1);
  private final AtomicInteger ran = new AtomicInteger();

  @AfterEach
  void stop() {
    threads.stop();
  }

  @Test
  void whatFindsNoPlaceIsRejectedUntilThereIsOne() throws Exception {
    threads.start();
    CountDownLatch goOn = new CountDownLatch(1);
    threads.executor().execute(() -> holdUntil(goOn));
    threads.executor().execute(ran::incrementAndGet);

    assertThatThrownBy(() -> threads.executor().execute(ran::incrementAndGet))
        .isInstanceOf(RejectedExecutionException.class);
    goOn.countDown();
    await().until(() -> ran.get() == 1);
    await()
        .ignoreException(RejectedExecutionException.class)
        .until(
            () -> {
              threads.executor().execute(ran::incrementAndGet);
              return true;
            });
    await().until(() -> ran.get() == 2);
  }

  @Test
  void beforeTheStartAndAfterTheStopEverythingIsRejected() {
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> threads.executor().execute(ran::incrementAndGet))
          .isInstanceOf(RejectedExecutionException.class)
          .hasMessageContaining("not started");
    }
    threads.start();
    threads.executor().execute(ran::incrementAndGet);
    await().until(() -> ran.get() == 1);
    threads.stop();
    assertThatThrownBy(() -> threads.executor().execute(ran::incrementAndGet))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void stoppingFinishesWhatWaits() {
    threads.start();
    threads.executor().execute(ran::incrementAndGet);
    threads.executor().execute(ran::incrementAndGet);

    threads.stop();

    assertThat(ran).hasValue(2);
  }

  @Test
  void withinATransactionItWaitsForTheCommit() {
    threads.start();
    new TransactionTemplate(new NoTransactions())
        .executeWithoutResult(
            status -> {
              threads.executor().execute(ran::incrementAndGet);
              awaitTurnOfAnotherThread();
              assertThat(ran).hasValue(0);
            });
    await().until(() -> ran.get() == 1);
  }

  @Test
  void afterARollbackItRunsTooSoThatItsPlaceIsFree() {
    threads.start();
    for (int i = 0; i < 10; i++) {
      int before = ran.get();
      new TransactionTemplate(new NoTransactions())
          .executeWithoutResult(
              status -> {
                threads.executor().execute(ran::incrementAndGet);
                status.setRollbackOnly();
              });
      await().until(() -> ran.get() > before);
    }
  }

  /** There is one thread, so when this has run, everything has that was submitted before. */
  private void awaitTurnOfAnotherThread() {
    CountDownLatch turn = new CountDownLatch(1);
    new Thread(() -> threads.executor().execute(turn::countDown)).start();
    holdUntil(turn);
  }

  private static void holdUntil(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException exception) {
      throw new IllegalStateException(exception);
    }
  }

  /** Begins and ends, with nothing in between. */
  static final class NoTransactions extends AbstractPlatformTransactionManager {
    private static final long serialVersionUID = 1L;

    @Override
    protected Object doGetTransaction() {
      return this;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {}

    @Override
    protected void doCommit(DefaultTransactionStatus status) {}

    @Override
    protected void doRollback(DefaultTransactionStatus status) {}
  }
}
