package dev.attendance.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.Attendance;
import dev.attendance.store.AttendanceStore;
import dev.attendance.store.StoreUnavailableException;
import dev.attendance.store.memory.MemoryStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AttendanceMetricsTest {

  private final MeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void whatOperatorsWatchIsMeasured() {
    try (TestServer server = TestServer.inMemory()) {
      server.post(Webhooks.joined("1", "RM_1", "math", "ann", "Ann", Instant.now()));
      server.post(Webhooks.unknown("2"));
      server.post("{".getBytes(StandardCharsets.UTF_8));
      server.post(Webhooks.unknown("3"), null);
      server.post(new byte[300_000]);
      server.attendance().foldPending().runOnce();

      server.context().getBean(MeterBinder.class).bindTo(registry);

      assertThat(webhooks("recorded")).isEqualTo(1);
      assertThat(webhooks("ignored")).isEqualTo(1);
      assertThat(webhooks("quarantined")).isEqualTo(1);
      assertThat(webhooks("rejected")).isEqualTo(1);
      assertThat(webhooks("too_large")).isEqualTo(1);
      assertThat(webhooks("duplicate")).isZero();
      assertThat(cycles("joined")).isEqualTo(1);
      assertThat(cycles("open")).isEqualTo(1);
      assertThat(cycles("closed")).isZero();
      assertThat(cycles("inferred")).isZero();
      assertThat(cycles("orphaned")).isZero();
      assertThat(cycles("attempt")).isZero();
      assertThat(registry.get("attendance.quarantined").gauge().value()).isEqualTo(1);
      assertThat(registry.get("attendance.blind.spots").gauge().value()).isZero();
    }
  }

  @Test
  void runsOfTheJobsAreCounted() {
    ScheduledJob job = new ScheduledJob("some-job", Duration.ofHours(1), () -> {});
    job.run();
    new AttendanceMetrics(
            Attendance.builder(new MemoryStore()).build(), null, new JobSchedule(List.of(job)))
        .bindTo(registry);

    assertThat(runs("succeeded")).isEqualTo(1);
    assertThat(runs("failed")).isZero();
  }

  @Test
  void theStoreIsAskedOnceForAllOfThem() {
    AtomicInteger asked = new AtomicInteger();
    new AttendanceMetrics(Attendance.builder(counting(asked, false)).build(), null, null)
        .bindTo(registry);

    cycles("open");
    cycles("closed");
    registry.get("attendance.quarantined").gauge().value();

    assertThat(asked).hasValue(1);
  }

  @Test
  void withoutTheStoreTheyAreNotANumberAndItIsNotAskedAgainAtOnce() {
    AtomicInteger asked = new AtomicInteger();
    new AttendanceMetrics(Attendance.builder(counting(asked, true)).build(), null, null)
        .bindTo(registry);

    assertThat(cycles("open")).isNaN();
    assertThat(cycles("closed")).isNaN();
    assertThat(asked).hasValue(1);
  }

  private double webhooks(String answer) {
    return registry
        .get("attendance.webhook.requests")
        .tag("answer", answer)
        .functionCounter()
        .count();
  }

  private double runs(String outcome) {
    return registry
        .get("attendance.job.runs")
        .tags("job", "some-job", "outcome", outcome)
        .functionCounter()
        .count();
  }

  private double cycles(String standing) {
    return registry.get("attendance.cycles").tag("standing", standing).gauge().value();
  }

  /** A store in memory that counts how often its rooms are asked for, and may be down. */
  private static AttendanceStore counting(AtomicInteger asked, boolean down) {
    MemoryStore store = new MemoryStore();
    return (AttendanceStore)
        Proxy.newProxyInstance(
            AttendanceStore.class.getClassLoader(),
            new Class<?>[] {AttendanceStore.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "rooms" ->
                      Proxy.newProxyInstance(
                          AttendanceStore.class.getClassLoader(),
                          new Class<?>[] {method.getReturnType()},
                          (rooms, called, with) -> {
                            asked.incrementAndGet();
                            if (down) {
                              throw new StoreUnavailableException("down", new Exception());
                            }
                            return called.invoke(store.rooms(), with);
                          });
                  default -> method.invoke(store, arguments);
                });
  }
}
