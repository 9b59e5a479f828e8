package example.attendance.server.livekit;

import dev.attendance.testkit.WebhookTrace;
import dev.attendance.testkit.WebhookTraceWriter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes down every webhook request as it came, and passes it on unchanged. */
final class TraceRecorder implements Filter {

  private static final String PATH = "/webhooks/livekit";
  private static final List<String> HEADERS =
      List.of("authorization", "content-type", "user-agent");

  private final WebhookTraceWriter trace;

  TraceRecorder(WebhookTraceWriter trace) {
    this.trace = trace;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest http && isWebhook(http)) {
      Instant receivedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      byte[] body = http.getInputStream().readAllBytes();
      trace.append(new WebhookTrace.Request(receivedAt, headers(http), body));
      chain.doFilter(new ReplayedRequest(http, body), response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isWebhook(HttpServletRequest request) {
    return request.getMethod().equals("POST")
        && request.getRequestURI().equals(request.getContextPath() + PATH);
  }

  private static Map<String, String> headers(HttpServletRequest request) {
    Map<String, String> kept = new TreeMap<>();
    for (String name : HEADERS) {
      String value = request.getHeader(name);
      if (value != null) {
        kept.put(name, value);
      }
    }
    return kept;
  }
}
