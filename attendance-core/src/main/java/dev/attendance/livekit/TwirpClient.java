package dev.attendance.livekit;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Calls methods of LiveKit's room service: JSON in, JSON out, by POST. Thread-safe. */
final class TwirpClient {

  private static final String SERVICE = "/twirp/livekit.RoomService/";

  private final ObjectWriter json = JsonMapper.builder().build().writer();
  private final String service;
  private final Duration timeout;
  private final HttpClient http;

  TwirpClient(URI server, Duration timeout) {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout: must be positive");
    }
    this.service = service(server);
    this.timeout = timeout;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
  }

  private static String service(URI server) {
    String scheme = String.valueOf(server.getScheme()).toLowerCase(Locale.ROOT);
    String http =
        switch (scheme) {
          case "http", "ws" -> "http";
          case "https", "wss" -> "https";
          default -> "";
        };
    if (http.isEmpty()
        || server.getHost() == null
        || server.getRawUserInfo() != null
        || server.getRawQuery() != null
        || server.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "server URL: must be http, https, ws or wss, a host, and possibly a port and a path");
    }
    String path = server.getRawPath().replaceFirst("/+$", "");
    return http + "://" + server.getRawAuthority() + path + SERVICE;
  }

  /**
   * Calls a method.
   *
   * @return the JSON of its response; {@link RoomServiceJson#NO_PARTICIPANTS} if the server says
   *     that the room does not exist
   * @throws TwirpException if there is no response, or another error
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  byte[] call(String method, String token, Map<String, Object> request)
      throws InterruptedException, TwirpException {
    HttpRequest post =
        HttpRequest.newBuilder(URI.create(service + method))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(request)))
            .build();
    HttpResponse<byte[]> response = send(method, post);
    if (response.statusCode() == 200) {
      return response.body();
    }
    if (response.statusCode() == 404 && RoomServiceJson.isNotFound(response.body())) {
      return RoomServiceJson.NO_PARTICIPANTS;
    }
    throw new TwirpException(method, "status " + response.statusCode());
  }

  /**
   * The client's own timeout ends with the response's headers, so the wait for its body is ours.
   */
  private HttpResponse<byte[]> send(String method, HttpRequest post)
      throws InterruptedException, TwirpException {
    CompletableFuture<HttpResponse<byte[]>> response =
        http.sendAsync(post, BodyHandlers.ofByteArray());
    try {
      return response.get(TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new TwirpException(method, Failure.describe(e));
    } catch (TimeoutException e) {
      throw new TwirpException(method, "no response within " + timeout);
    } finally {
      response.cancel(true);
    }
  }
}
