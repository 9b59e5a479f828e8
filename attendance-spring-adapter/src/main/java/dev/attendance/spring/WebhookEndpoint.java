package dev.attendance.spring;

import dev.attendance.livekit.LiveKitWebhook;
import dev.attendance.livekit.WebhookAnswer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Takes a webhook over HTTP: the bytes as they came, whatever their content type, and no more of
 * them than the limit allows. Every answer is empty.
 */
final class WebhookEndpoint {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookEndpoint.class);

  private static final String TOO_LARGE = "too_large";
  private static final int PART = 8192;

  private final LiveKitWebhook webhook;
  private final int bodyLimit;
  private final LongAdder tooLarge = new LongAdder();

  WebhookEndpoint(LiveKitWebhook webhook, int bodyLimit) {
    this.webhook = webhook;
    this.bodyLimit = bodyLimit;
  }

  ServerResponse receive(ServerRequest request) {
    HttpServletRequest servlet = request.servletRequest();
    if (servlet.getContentLengthLong() > bodyLimit) {
      return tooLarge();
    }
    byte[] body;
    try {
      body = read(servlet);
    } catch (IOException exception) {
      LOG.debug("A webhook's body broke off", exception);
      return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE).build();
    }
    if (body.length > bodyLimit) {
      return tooLarge();
    }
    String authorization = servlet.getHeader(HttpHeaders.AUTHORIZATION);
    return ServerResponse.status(webhook.handle(body, authorization).status()).build();
  }

  /**
   * Reads to the end, or one byte more than is allowed: that tells that there is more. Not by
   * {@code readNBytes}, which asks for zero bytes at last, and older servers wait for more before
   * they give none.
   */
  private byte[] read(HttpServletRequest request) throws IOException {
    InputStream in = request.getInputStream();
    ByteArrayOutputStream body = new ByteArrayOutputStream(Math.max(request.getContentLength(), 0));
    byte[] part = new byte[PART];
    while (body.size() <= bodyLimit) {
      int count = in.read(part, 0, Math.min(PART, bodyLimit + 1 - body.size()));
      if (count < 0) {
        break;
      }
      body.write(part, 0, count);
    }
    return body.toByteArray();
  }

  private ServerResponse tooLarge() {
    tooLarge.increment();
    return ServerResponse.status(413).build();
  }

  /** {@return how many requests were answered so since the start, by the name of the answer} */
  Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (WebhookAnswer answer : WebhookAnswer.values()) {
      counts.put(name(answer), webhook.count(answer));
    }
    counts.put(TOO_LARGE, tooLarge.sum());
    return counts;
  }

  /** {@return one of them; zero if there is no such answer} */
  long count(String answer) {
    return counts().getOrDefault(answer, 0L);
  }

  private static String name(WebhookAnswer answer) {
    return answer.name().toLowerCase(Locale.ROOT);
  }
}
