package dev.attendance.spring;

import dev.attendance.Attendance;
import dev.attendance.testkit.WebhookSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An application with a real web server on a free port, and a client that talks HTTP to it. */
final class TestServer implements AutoCloseable {

  static final String KEY = "devkey";
  static final String SECRET = "secret";
  static final String WEBHOOK = "/webhooks/livekit";
  static final String JSON = "application/webhook+json";

  private final ConfigurableApplicationContext context;
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebhookSigner signer = new WebhookSigner(KEY, SECRET);

  private TestServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Starts on memory, without the jobs: each test runs what it needs. */
  static TestServer inMemory(String... properties) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "attendance.store=memory",
                "attendance.jobs.fold-pending.enabled=false",
                "attendance.jobs.reconcile-orphans.enabled=false",
                "attendance.jobs.calculate-sessions.enabled=false"));
    all.addAll(List.of(properties));
    return start(new Class<?>[] {TestApplication.class}, all.toArray(String[]::new));
  }

  static TestServer start(Class<?>[] sources, String... properties) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--server.port=0");
    arguments.add("--spring.main.banner-mode=off");
    arguments.add("--attendance.livekit.api-key=" + KEY);
    arguments.add("--attendance.livekit.api-secret=" + SECRET);
    for (String property : properties) {
      arguments.add("--" + property);
    }
    return new TestServer(
        new SpringApplicationBuilder(sources)
            .web(WebApplicationType.SERVLET)
            .run(arguments.toArray(String[]::new)));
  }

  ConfigurableApplicationContext context() {
    return context;
  }

  Attendance attendance() {
    return context.getBean(Attendance.class);
  }

  int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /** Posts a webhook signed as LiveKit signs it. */
  HttpResponse<String> post(byte[] body) {
    return post(body, signature(body));
  }

  HttpResponse<String> post(byte[] body, @Nullable String authorization) {
    return post(BodyPublishers.ofByteArray(body), JSON, authorization);
  }

  HttpResponse<String> post(
      BodyPublisher body, String contentType, @Nullable String authorization) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(WEBHOOK)).header("Content-Type", contentType).POST(body);
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return send(request.build());
  }

  /** Signed now, by the clock of the application. */
  String signature(byte[] body) {
    return signer.sign(
        body,
        AttendanceAutoConfiguration.clock(context.getBeanProvider(InstantSource.class)).instant());
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(uri(path)).GET().build());
  }

  JsonNode json(String path) {
    return json(get(path));
  }

  static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }

  /** How many webhooks were answered so. */
  Map<String, Long> counts() {
    return context.getBean(WebhookEndpoint.class).counts();
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port() + path);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    } catch (InterruptedException exception) {
      throw new IllegalStateException(exception);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
