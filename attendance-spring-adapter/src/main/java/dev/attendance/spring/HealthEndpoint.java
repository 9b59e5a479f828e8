package dev.attendance.spring;

import dev.attendance.Attendance;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Tells whether webhooks can be taken, to anybody: so it asks the store at most once a second. */
final class HealthEndpoint {

  private static final Logger LOG = LoggerFactory.getLogger(HealthEndpoint.class);
  private static final long GOOD_FOR = TimeUnit.SECONDS.toNanos(1);

  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private record Health(String status, String timestamp, String service) {}

  private record Checked(boolean up, long at) {}

  private final Attendance attendance;
  private final InstantSource clock;
  private @Nullable Checked last;

  HealthEndpoint(Attendance attendance, InstantSource clock) {
    this.attendance = attendance;
    this.clock = clock;
  }

  ServerResponse health(ServerRequest request) {
    boolean up = up();
    return JsonResponse.of(
        up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE,
        new Health(up ? "ok" : "down", MILLISECONDS.format(clock.instant()), "livekit-webhooks"));
  }

  private synchronized boolean up() {
    if (last != null && System.nanoTime() - last.at() < GOOD_FOR) {
      return last.up();
    }
    boolean up;
    try {
      attendance.checkWritable();
      up = true;
    } catch (RuntimeException exception) {
      if (last == null || last.up()) {
        LOG.warn("Webhooks cannot be taken: the log cannot be written", exception);
      }
      up = false;
    }
    last = new Checked(up, System.nanoTime());
    return up;
  }
}
