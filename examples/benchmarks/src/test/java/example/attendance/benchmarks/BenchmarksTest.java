package example.attendance.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.livekit.WebhookResult;
import dev.attendance.store.AppendOutcome;
import org.junit.jupiter.api.Test;

/** Each benchmark does what it says; how fast is not a test's business. */
class BenchmarksTest {

  @Test
  void fold() {
    FoldBenchmark benchmark = new FoldBenchmark();
    benchmark.participants = 10;
    benchmark.prepare();
    assertThat(benchmark.attendance().records()).hasSize(10);
    assertThat(benchmark.attendance().cycles()).hasSize(50);
    assertThat(benchmark.floor().byIdentity()).hasSize(10);
    assertThat(benchmark.guava()).hasSize(10).isEqualTo(benchmark.streams());
  }

  @Test
  void foldOneMore() {
    FoldOneMoreBenchmark benchmark = new FoldOneMoreBenchmark();
    benchmark.cycles = 10;
    benchmark.fillRoom();
    long before = benchmark.told();
    assertThat(benchmark.oneMore()).containsExactly(AppendOutcome.APPENDED);
    assertThat(benchmark.told()).isEqualTo(before + 1);
  }

  @Test
  void webhook() {
    WebhookBenchmark benchmark = new WebhookBenchmark();
    benchmark.check();
    assertThat(SignedWebhook.create().body()).hasSize(SignedWebhook.SIZE);
    assertThat(benchmark.attendance()).isInstanceOf(WebhookResult.Accepted.class);
  }
}
