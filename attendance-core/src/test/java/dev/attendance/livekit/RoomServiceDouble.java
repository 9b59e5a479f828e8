package dev.attendance.livekit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server that answers as LiveKit's room service does, or as told. */
final class RoomServiceDouble implements AutoCloseable {

  /** What was asked. */
  record Request(String method, String authorization, String contentType, String body) {}

  /** Sends one answer. */
  @FunctionalInterface
  interface Answer {
    void send(HttpExchange exchange) throws IOException;
  }

  private static final String SERVICE = "/twirp/livekit.RoomService/";

  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Answer> answers = new HashMap<>();
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final HttpServer server;

  RoomServiceDouble() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(executor);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    String method = path.substring(path.lastIndexOf('/') + 1);
    requests.add(
        new Request(
            exchange.getRequestMethod() + " " + path,
            exchange.getRequestHeaders().getFirst("Authorization"),
            exchange.getRequestHeaders().getFirst("Content-Type"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    answers
        .getOrDefault(
            path.endsWith(SERVICE + method) ? method : "",
            json(404, "{\"code\":\"bad_route\",\"msg\":\"no handler\"}"))
        .send(exchange);
    exchange.close();
  }

  static Answer json(int status, String body) {
    return text(status, "application/json", body);
  }

  static Answer text(int status, String contentType, String body) {
    byte[] bytes = Samples.utf8(body);
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", contentType);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  RoomServiceDouble answering(String method, Answer answer) {
    answers.put(method, answer);
    return this;
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  URI uri(String scheme, String path) {
    return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
