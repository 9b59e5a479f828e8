package dev.attendance.spring;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers of the adapter's own in JSON, the same in every application, whatever its converters are
 * set to. What is told of attendance is written by the core.
 */
final class JsonResponse {

  private static final JsonMapper JSON = JsonMapper.builder().build();

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
    return Document.of(type, out -> JSON.writeValue(out, body)).response(status);
  }

  private record Problem(int status, String title, String detail) {}
}
