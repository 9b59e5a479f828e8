package dev.attendance.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attendance.store.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who runs whose transaction, and what becomes of the others when it fails. */
@Timeout(60)
class GroupCommitTest {

  private static final Duration LONG = Duration.ofHours(1);

  private final List<List<String>> transactions = Collections.synchronizedList(new ArrayList<>());
  private final Semaphore begun = new Semaphore(0);
  private final Semaphore mayEnd = new Semaphore(0);
  private final List<Caller<String>> callers = new ArrayList<>();

  private GroupCommit<String, String> group(int writers, int batch, int queue, Duration patience) {
    return new GroupCommit<>(
        new AppendSettings(writers, batch, queue, patience), request -> 1, this::transaction);
  }

  /** Ends when it may. Requests are refused by their names. */
  private List<String> transaction(List<String> requests) {
    transactions.add(requests);
    begun.release();
    mayEnd.acquireUninterruptibly();
    if (requests.contains("poison")) {
      throw new IllegalStateException("refused");
    }
    if (requests.contains("outage")) {
      throw new StoreUnavailableException("gone", new TimeoutException());
    }
    if (requests.contains("error")) {
      throw new StackOverflowError();
    }
    return requests.stream().map(request -> "done " + request).toList();
  }

  private Caller<String> call(GroupCommit<String, String> group, String request) {
    Caller<String> caller = new Caller<>(() -> group.run(request));
    callers.add(caller);
    return caller;
  }

  /** Whoever runs the transaction that begins now. */
  private Caller<String> leader(GroupCommit<String, String> group, String request) {
    Caller<String> caller = call(group, request);
    begun.acquireUninterruptibly();
    return caller;
  }

  private void endAll() {
    mayEnd.release(1_000);
  }

  @AfterEach
  void nobodyIsLeft() throws Exception {
    endAll();
    for (Caller<String> caller : callers) {
      caller.join();
    }
  }

  @Test
  void aCallerAloneWaitsForNobody() {
    endAll();
    assertThat(group(1, 10, 0, LONG).run("a")).isEqualTo("done a");
    assertThat(transactions).containsExactly(List.of("a"));
  }

  @Test
  void thoseThatWaitShareTheNextTransactionInTheirOrder() throws Exception {
    GroupCommit<String, String> group = group(1, 10, 10, LONG);
    Caller<String> first = leader(group, "a");
    List<Caller<String>> others = new ArrayList<>();
    for (String request : List.of("b", "c", "d")) {
      others.add(call(group, request).waits());
    }
    endAll();
    assertThat(first.get()).isEqualTo("done a");
    assertThat(others.get(0).get()).isEqualTo("done b");
    assertThat(others.get(1).get()).isEqualTo("done c");
    assertThat(others.get(2).get()).isEqualTo("done d");
    assertThat(transactions).containsExactly(List.of("a"), List.of("b", "c", "d"));
  }

  @Test
  void nobodyIsReleasedBeforeItsTransactionHasEnded() throws Exception {
    GroupCommit<String, String> group = group(1, 10, 10, LONG);
    Caller<String> first = leader(group, "a");
    Caller<String> second = call(group, "b").waits();
    Caller<String> third = call(group, "c").waits();
    mayEnd.release();
    first.get();
    begun.acquireUninterruptibly();
    assertThat(second.isDone()).isFalse();
    assertThat(third.isDone()).isFalse();
    mayEnd.release();
    second.get();
    third.get();
  }

  @Test
  void aTransactionTakesNoMoreThanFits() throws Exception {
    GroupCommit<String, String> group =
        new GroupCommit<>(new AppendSettings(1, 5, 10, LONG), String::length, this::transaction);
    Caller<String> first = leader(group, "a");
    for (String request : List.of("bb", "ccc", "d", "eeee", "f")) {
      call(group, request).waits();
    }
    endAll();
    first.get();
    for (Caller<String> caller : callers) {
      caller.get();
    }
    assertThat(transactions)
        .containsExactly(List.of("a"), List.of("bb", "ccc"), List.of("d", "eeee"), List.of("f"));
  }

  @Test
  void soManyTransactionsRunAtOnceAndNoMore() throws Exception {
    GroupCommit<String, String> group = group(2, 10, 10, LONG);
    leader(group, "a");
    leader(group, "b");
    call(group, "c").waits();
    call(group, "d").waits();
    assertThat(transactions).containsExactly(List.of("a"), List.of("b"));
    endAll();
    for (Caller<String> caller : callers) {
      caller.get();
    }
    assertThat(transactions.stream().mapToInt(List::size).sum()).isEqualTo(4);
  }

  @Test
  void whenTheQueueIsFullTheNextIsToldAtOnce() throws Exception {
    GroupCommit<String, String> group = group(1, 10, 2, LONG);
    Caller<String> first = leader(group, "a");
    Caller<String> second = call(group, "b").waits();
    Caller<String> third = call(group, "c").waits();
    assertThatThrownBy(() -> group.run("d"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("too many");
    endAll();
    first.get();
    second.get();
    third.get();
    assertThat(transactions).containsExactly(List.of("a"), List.of("b", "c"));
    // There is room again.
    assertThat(group.run("e")).isEqualTo("done e");
  }

  @Test
  void whoHasWaitedTooLongIsWithdrawn() throws Exception {
    GroupCommit<String, String> group = group(1, 10, 10, Duration.ofMillis(1));
    Caller<String> first = leader(group, "a");
    assertThatThrownBy(() -> group.run("b"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasRootCauseInstanceOf(TimeoutException.class);
    endAll();
    first.get();
    assertThat(group.run("c")).isEqualTo("done c");
    assertThat(transactions).containsExactly(List.of("a"), List.of("c"));
  }

  @Test
  void whoIsInterruptedWhileWaitingIsWithdrawn() throws Exception {
    GroupCommit<String, String> group = group(1, 10, 10, LONG);
    Caller<String> first = leader(group, "a");
    AtomicInteger interrupted = new AtomicInteger();
    Caller<String> second =
        new Caller<>(
            () -> {
              try {
                return group.run("b");
              } finally {
                interrupted.set(Thread.currentThread().isInterrupted() ? 1 : 0);
              }
            });
    Caller<String> third = call(group, "c").waits();
    second.waits().interrupt();
    assertThat(second.failure())
        .isInstanceOf(StoreUnavailableException.class)
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(interrupted).hasValue(1);
    endAll();
    first.get();
    assertThat(third.get()).isEqualTo("done c");
    assertThat(transactions).containsExactly(List.of("a"), List.of("c"));
  }

  @Test
  void whoIsInterruptedDuringItsTransactionGetsItsAnswerAndStaysInterrupted() throws Exception {
    GroupCommit<String, String> group = group(1, 10, 10, LONG);
    leader(group, "a");
    call(group, "b").waits();
    CountDownLatch answered = new CountDownLatch(1);
    AtomicInteger interrupted = new AtomicInteger();
    Caller<String> third =
        new Caller<>(
            () -> {
              String answer = group.run("c");
              interrupted.set(Thread.currentThread().isInterrupted() ? 1 : 0);
              answered.countDown();
              return answer;
            });
    third.waits();
    mayEnd.release();
    begun.acquireUninterruptibly();
    third.interrupt();
    mayEnd.release();
    answered.await();
    assertThat(third.get()).isEqualTo("done c");
    assertThat(interrupted).hasValue(1);
    assertThat(transactions).containsExactly(List.of("a"), List.of("b", "c"));
  }

  @Test
  void aTransactionIsNotRunByAnInterruptedThread() throws Exception {
    AtomicInteger seen = new AtomicInteger(-1);
    GroupCommit<String, String> group =
        new GroupCommit<>(
            new AppendSettings(1, 10, 10, LONG),
            request -> 1,
            requests -> {
              seen.set(Thread.currentThread().isInterrupted() ? 1 : 0);
              return requests;
            });
    Caller<String> caller =
        new Caller<>(
            () -> {
              Thread.currentThread().interrupt();
              return group.run("a") + Thread.currentThread().isInterrupted();
            });
    assertThat(caller.get()).isEqualTo("atrue");
    assertThat(seen).hasValue(0);
  }

  @Test
  void aPoisonedRequestFailsAlone() throws Exception {
    GroupCommit<String, String> group = group(1, 10, 10, LONG);
    Caller<String> first = leader(group, "a");
    Caller<String> second = call(group, "b").waits();
    Caller<String> poisoned = call(group, "poison").waits();
    Caller<String> fourth = call(group, "d").waits();
    endAll();
    assertThat(first.get()).isEqualTo("done a");
    assertThat(second.get()).isEqualTo("done b");
    assertThat(poisoned.failure()).isExactlyInstanceOf(IllegalStateException.class);
    assertThat(fourth.get()).isEqualTo("done d");
    assertThat(transactions)
        .startsWith(List.of("a"), List.of("b", "poison", "d"))
        .contains(List.of("b"), List.of("poison"), List.of("d"))
        .hasSize(5);
    assertThat(group.run("e")).isEqualTo("done e");
  }

  @Test
  void aPoisonedRequestAloneIsRunOnce() throws Exception {
    GroupCommit<String, String> group = group(1, 10, 10, LONG);
    endAll();
    assertThatThrownBy(() -> group.run("poison")).hasMessage("refused");
    assertThat(transactions).containsExactly(List.of("poison"));
    assertThat(group.run("b")).isEqualTo("done b");
  }

  @Test
  void anOutageIsToldToAllWhoseTransactionItEndedAndNothingIsRunAgain() throws Exception {
    GroupCommit<String, String> group = group(1, 10, 10, LONG);
    Caller<String> first = leader(group, "a");
    Caller<String> second = call(group, "b").waits();
    Caller<String> third = call(group, "outage").waits();
    endAll();
    assertThat(first.get()).isEqualTo("done a");
    assertThat(second.failure()).isInstanceOf(StoreUnavailableException.class);
    assertThat(third.failure()).isInstanceOf(StoreUnavailableException.class);
    assertThat(transactions).containsExactly(List.of("a"), List.of("b", "outage"));
    assertThat(group.run("d")).isEqualTo("done d");
  }

  @Test
  void anErrorEndsItsOwnThreadAndLeavesNobodyWaiting() throws Exception {
    GroupCommit<String, String> group = group(1, 10, 10, LONG);
    Caller<String> first = leader(group, "a");
    Caller<String> second = call(group, "error").waits();
    Caller<String> third = call(group, "c").waits();
    endAll();
    assertThat(first.get()).isEqualTo("done a");
    assertThat(second.failure()).isInstanceOf(StackOverflowError.class);
    assertThat(third.failure())
        .isInstanceOf(StoreUnavailableException.class)
        .hasCauseInstanceOf(StackOverflowError.class);
    assertThat(group.run("d")).isEqualTo("done d");
  }

  @Test
  void manyCallersGetTheirOwnAnswersAndEachRequestIsRunOnce() throws Exception {
    endAll();
    List<List<String>> runs = Collections.synchronizedList(new ArrayList<>());
    GroupCommit<String, String> group =
        new GroupCommit<>(
            new AppendSettings(2, 7, 1_000, LONG),
            request -> 1,
            requests -> {
              runs.add(requests);
              return requests.stream().map(request -> "done " + request).toList();
            });
    List<Caller<String>> many =
        IntStream.range(0, 16)
            .mapToObj(
                caller ->
                    new Caller<>(
                        () -> {
                          for (int i = 0; i < 500; i++) {
                            String request = caller + "." + i;
                            assertThat(group.run(request)).isEqualTo("done " + request);
                          }
                          return "all";
                        }))
            .toList();
    for (Caller<String> caller : many) {
      assertThat(caller.get()).isEqualTo("all");
    }
    assertThat(runs.stream().flatMap(List::stream)).hasSize(8_000).doesNotHaveDuplicates();
    assertThat(runs).allMatch(run -> run.size() <= 7);
  }
}
