package dev.attendance.spring;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Knows of the caller's transaction. Loaded only where spring-tx is present. */
final class AfterTransaction {

  private AfterTransaction() {}

  /** Runs the task when the caller's transaction is over; says whether there is one. */
  static boolean defer(Runnable task) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()
        || !TransactionSynchronizationManager.isActualTransactionActive()) {
      return false;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          // However it ended: whoever handed in the task waits for it, and a fold of nothing is
          // harmless.
          @Override
          public void afterCompletion(int status) {
            task.run();
          }
        });
    return true;
  }
}
