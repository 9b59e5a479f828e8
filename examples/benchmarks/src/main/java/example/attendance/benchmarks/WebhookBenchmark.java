package example.attendance.benchmarks;

import dev.attendance.livekit.LiveKitKeys;
import dev.attendance.livekit.WebhookReceiver;
import dev.attendance.livekit.WebhookResult;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import livekit.LivekitWebhook;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Verifies and decodes one webhook of 1 000 bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(
    value = 1,
    jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"})
public class WebhookBenchmark {

  private final SignedWebhook webhook = SignedWebhook.create();

  private final WebhookReceiver ours =
      new WebhookReceiver(
          LiveKitKeys.of(SignedWebhook.KEY, SignedWebhook.SECRET), InstantSource.system());
  private final io.livekit.server.WebhookReceiver sdk =
      new io.livekit.server.WebhookReceiver(SignedWebhook.KEY, SignedWebhook.SECRET);
  private final JavaJwtReceiver javaJwt =
      new JavaJwtReceiver(SignedWebhook.KEY, SignedWebhook.SECRET);
  private final RawReceiver raw = new RawReceiver(SignedWebhook.SECRET);

  /**
   * Makes sure that everybody reads the same.
   *
   * @throws IllegalStateException if not
   */
  @Setup
  public void check() {
    if (!(attendance() instanceof WebhookResult.Accepted accepted)) {
      throw new IllegalStateException("not accepted: " + attendance());
    }
    requireSame(accepted.event().header().id().value(), sdk().getId());
    requireSame(sdk().getParticipant().getIdentity(), javaJwt().participant().identity());
    requireSame(javaJwt().id(), floor().id());
    requireSame(javaJwt().participant().identity(), floor().identity());
  }

  private static void requireSame(String one, String other) {
    if (!one.equals(other)) {
      throw new IllegalStateException("read " + one + " and " + other);
    }
  }

  /** {@return what {@code attendance} reads} */
  @Benchmark
  public WebhookResult attendance() {
    return ours.receive(webhook.body(), webhook.token());
  }

  /** {@return what the official SDK reads} It wants a string, so making one belongs to it. */
  @Benchmark
  public LivekitWebhook.WebhookEvent sdk() {
    return sdk.receive(new String(webhook.body(), StandardCharsets.UTF_8), webhook.token());
  }

  /** {@return what java-jwt and Jackson's data binding read} */
  @Benchmark
  public JavaJwtReceiver.Event javaJwt() {
    return javaJwt.receive(webhook.body(), webhook.token());
  }

  /** {@return what the JDK and a streaming parser read: the floor} */
  @Benchmark
  public RawReceiver.Event floor() {
    return raw.receive(webhook.body(), webhook.token());
  }
}
