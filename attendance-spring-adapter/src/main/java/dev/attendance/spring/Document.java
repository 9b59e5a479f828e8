package dev.attendance.spring;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What a response carries. It is written before the response begins, so that a failure on the way
 * is answered as one. Nothing of it is to be cached.
 */
final class Document {

  private static final int LONGEST_NAME = 80;

  private final MediaType type;
  private final Optional<String> fileName;
  private final byte[] bytes;

  private Document(MediaType type, Optional<String> fileName, byte[] bytes) {
    this.type = type;
    this.fileName = fileName;
    this.bytes = bytes;
  }

  /** Writes bytes. */
  @FunctionalInterface
  interface Bytes {
    void write(OutputStream out) throws IOException;
  }

  /** Writes text. */
  @FunctionalInterface
  interface Text {
    void write(Appendable out) throws IOException;
  }

  static Document of(MediaType type, Bytes content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      content.write(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Document(type, Optional.empty(), out.toByteArray());
  }

  static Document json(Bytes content) {
    return of(MediaType.APPLICATION_JSON, content);
  }

  static Document html(Text content) {
    return of(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8), utf8(content));
  }

  /** To be saved as {@code <subject>-<name>}, with whatever of the subject is safe in any name. */
  static Document csv(String subject, String name, Text content) {
    MediaType type = new MediaType(new MediaType("text", "csv"), StandardCharsets.UTF_8);
    return new Document(
        type, Optional.of(safe(subject) + "-" + name), of(type, utf8(content)).bytes);
  }

  private static Bytes utf8(Text content) {
    return out -> {
      StringBuilder text = new StringBuilder();
      content.write(text);
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    };
  }

  /** Ids are chosen by others: no path, no quote, no control character gets through. */
  private static String safe(String subject) {
    String plain = subject.replaceAll("[^A-Za-z0-9_-]+", "_");
    return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
  }

  ServerResponse response() {
    return response(HttpStatus.OK);
  }

  ServerResponse response(HttpStatus status) {
    ServerResponse.BodyBuilder builder =
        ServerResponse.status(status)
            .contentType(type)
            .cacheControl(CacheControl.noStore())
            .contentLength(bytes.length);
    fileName.ifPresent(
        name ->
            builder.headers(
                headers ->
                    headers.setContentDisposition(
                        ContentDisposition.attachment().filename(name).build())));
    return builder.build(
        (request, response) -> {
          response.getOutputStream().write(bytes);
          return null;
        });
  }
}
