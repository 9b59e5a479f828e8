package dev.attendance.spring;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes JSON the same way in every application, whatever its own converters are set to: instants
 * are ISO-8601 in UTC with milliseconds, what is absent is null. Nothing of it is to be cached.
 */
final class JsonResponse {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new SimpleModule("attendance").addSerializer(new InstantSerializer()))
          .build();

  private JsonResponse() {}

  /** {@return a response with this body} */
  static ServerResponse of(HttpStatus status, Object body) {
    return of(status, MediaType.APPLICATION_JSON, body);
  }

  /** {@return a refusal that says why, in the shape of RFC 9457} */
  static ServerResponse problem(HttpStatus status, String detail) {
    return of(
        status,
        MediaType.APPLICATION_PROBLEM_JSON,
        new Problem(status.value(), status.getReasonPhrase(), detail));
  }

  private static ServerResponse of(HttpStatus status, MediaType type, Object body) {
    byte[] bytes = JSON.writeValueAsBytes(body);
    return ServerResponse.status(status)
        .contentType(type)
        .cacheControl(CacheControl.noStore())
        .contentLength(bytes.length)
        .build(
            (request, response) -> {
              response.getOutputStream().write(bytes);
              return null;
            });
  }

  private record Problem(int status, String title, String detail) {}

  private static final class InstantSerializer extends StdSerializer<Instant> {

    private static final DateTimeFormatter MILLISECONDS =
        new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    InstantSerializer() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
      generator.writeString(MILLISECONDS.format(value));
    }
  }
}
