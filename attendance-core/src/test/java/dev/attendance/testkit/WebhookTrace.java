package dev.attendance.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Webhook requests as they arrived: body bytes, the headers that matter and the arrival time. Kept
 * as lines of JSON, a {@link Header} first and then one {@link Request} a line.
 */
public record WebhookTrace(Header header, List<Request> requests) {

  static final String FORMAT = "attendance-webhook-trace";
  static final int VERSION = 1;

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  public WebhookTrace {
    requests = List.copyOf(requests);
  }

  /** Where the requests came from: the version of LiveKit and the API key that signed them. */
  public record Header(String liveKit, String apiKey) {

    String toLine() {
      return JSON.writeValueAsString(
          JSON.createObjectNode()
              .put("format", FORMAT)
              .put("version", VERSION)
              .put("liveKit", liveKit)
              .put("apiKey", apiKey));
    }

    static Header ofLine(String line) {
      JsonNode node = JSON.readTree(line);
      if (!FORMAT.equals(node.path("format").asString(""))
          || node.path("version").asInt(0) != VERSION) {
        throw new IllegalArgumentException(
            "not a " + FORMAT + " of version " + VERSION + ": " + line);
      }
      return new Header(node.required("liveKit").asString(), node.required("apiKey").asString());
    }
  }

  /** One request; header names are in lower case. */
  @SuppressWarnings("ArrayRecordComponent") // the exact bytes are what a trace is for
  public record Request(Instant receivedAt, Map<String, String> headers, byte[] body) {

    public Request {
      headers = Map.copyOf(headers);
      body = body.clone();
    }

    @Override
    public byte[] body() {
      return body.clone();
    }

    /** The body as text, which every body that LiveKit sends is. */
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Request that
          && receivedAt.equals(that.receivedAt)
          && headers.equals(that.headers)
          && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
      return 31 * receivedAt.hashCode() + Arrays.hashCode(body);
    }

    String toLine() {
      ObjectNode node = JSON.createObjectNode().put("receivedAt", MILLISECONDS.format(receivedAt));
      ObjectNode sorted = node.putObject("headers");
      new TreeMap<>(headers).forEach(sorted::put);
      try {
        node.put(
            "body", StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
      } catch (CharacterCodingException notText) {
        node.put("bodyBase64", Base64.getEncoder().encodeToString(body));
      }
      return JSON.writeValueAsString(node);
    }

    static Request ofLine(String line) {
      JsonNode node = JSON.readTree(line);
      Map<String, String> headers = new TreeMap<>();
      node.required("headers")
          .properties()
          .forEach(e -> headers.put(e.getKey(), e.getValue().asString()));
      byte[] body =
          node.has("bodyBase64")
              ? Base64.getDecoder().decode(node.required("bodyBase64").asString())
              : node.required("body").asString().getBytes(StandardCharsets.UTF_8);
      return new Request(Instant.parse(node.required("receivedAt").asString()), headers, body);
    }
  }

  public static WebhookTrace read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    }
  }

  /** Reads to the end and leaves the stream open. */
  public static WebhookTrace read(InputStream in) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    String first = lines.readLine();
    if (first == null) {
      throw new IllegalArgumentException("an empty trace");
    }
    Header header = Header.ofLine(first);
    List<Request> requests = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        requests.add(Request.ofLine(line));
      }
    }
    return new WebhookTrace(header, requests);
  }

  /** Writes all of it, replacing what was there. */
  public void write(Path file) throws IOException {
    try (WebhookTraceWriter writer = new WebhookTraceWriter(file, header)) {
      for (Request request : requests) {
        writer.append(request);
      }
    }
  }
}
