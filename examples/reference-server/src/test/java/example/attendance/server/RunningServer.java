package example.attendance.server;

import dev.attendance.testkit.WebhookSigner;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reference server with keys and credentials that are thrown away with it, and a client that
 * talks HTTP to it: as LiveKit does, and as somebody does who reads attendance.
 */
final class RunningServer implements AutoCloseable {

  static final String WEBHOOK = "/webhooks/livekit";
  static final String HEALTH = WEBHOOK + "/health";

  private final String username = "reader";
  private final String password = UUID.randomUUID().toString();
  private final String apiSecret = UUID.randomUUID().toString();
  private final WebhookSigner signer = new WebhookSigner("throw-away-key", apiSecret);
  private final HttpClient http = HttpClient.newHttpClient();
  private final ConfigurableApplicationContext context;

  private RunningServer(List<String> properties, Class<?>... sources) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--server.address=127.0.0.1");
    arguments.add("--attendance.livekit.api-key=throw-away-key");
    arguments.add("--attendance.livekit.api-secret=" + apiSecret);
    arguments.add("--attendance.server.username=" + username);
    arguments.add("--attendance.server.password=" + password);
    properties.forEach(property -> arguments.add("--" + property));
    context = new SpringApplicationBuilder(sources).run(arguments.toArray(String[]::new));
  }

  static RunningServer start(String... properties) {
    return new RunningServer(List.of(properties), ReferenceServer.class);
  }

  static RunningServer start(List<String> properties, Class<?>... sources) {
    return new RunningServer(properties, sources);
  }

  ConfigurableApplicationContext context() {
    return context;
  }

  URI uri(String path) {
    return URI.create(
        "http://127.0.0.1:"
            + context.getEnvironment().getRequiredProperty("local.server.port")
            + path);
  }

  String username() {
    return username;
  }

  String password() {
    return password;
  }

  /** Posts a webhook, signed at this instant. */
  HttpResponse<String> post(byte[] body, Instant at) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(uri(WEBHOOK))
            .header("Content-Type", "application/webhook+json")
            .header("Authorization", sign(body, at))
            .POST(BodyPublishers.ofByteArray(body)));
  }

  String sign(byte[] body, Instant at) {
    return signer.sign(body, at);
  }

  /** Reads with credentials. */
  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return get(path, username, password);
  }

  HttpResponse<String> get(String path, String username, String password)
      throws IOException, InterruptedException {
    String credentials = username + ":" + password;
    return send(
        HttpRequest.newBuilder(uri(path))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8))));
  }

  /** Reads without credentials. */
  HttpResponse<String> getOpenly(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** Reads JSON with credentials; anything but 200 is an error. */
  JsonNode json(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = get(path);
    if (response.statusCode() != 200) {
      throw new IllegalStateException(
          path + " answered " + response.statusCode() + ": " + response.body());
    }
    return JsonMapper.shared().readTree(response.body());
  }

  @Override
  public void close() {
    context.close();
  }
}
