package dev.attendance.spring;

import dev.attendance.Attendance;
import dev.attendance.report.SessionReport;
import dev.attendance.session.SessionId;
import dev.attendance.store.StoreUnavailableException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Attendance as JSON over HTTP, to read only.
 *
 * <p>Sessions are addressed by {@code /sessions/{id}}. Web servers and firewalls refuse some
 * characters in a path, however encoded (a slash, a semicolon); an id that has one is asked for by
 * {@code /session?id=}.
 */
final class ReadApi {

  private static final String DEFAULT_LIMIT = "20";
  private static final int HIGHEST_LIMIT = 500;

  private final Attendance attendance;
  private final Supplier<Map<String, Long>> webhooksSinceStart;

  ReadApi(Attendance attendance, Supplier<Map<String, Long>> webhooksSinceStart) {
    this.attendance = attendance;
    this.webhooksSinceStart = webhooksSinceStart;
  }

  RouterFunction<ServerResponse> routes(String path) {
    return RouterFunctions.route()
        .GET(path + "/sessions", this::sessions)
        .GET(path + "/sessions/{id}", request -> session(request.pathVariable("id")))
        .GET(path + "/sessions/{id}/present", request -> present(request.pathVariable("id")))
        .GET(path + "/session", request -> session(request.param("id").orElse("")))
        .GET(path + "/session/present", request -> present(request.param("id").orElse("")))
        .GET(path + "/totals", request -> totals())
        .onError(
            StoreUnavailableException.class,
            (exception, request) ->
                JsonResponse.problem(
                    HttpStatus.SERVICE_UNAVAILABLE, "Attendance cannot be read at the moment."))
        .build();
  }

  private ServerResponse sessions(ServerRequest request) {
    int limit;
    try {
      limit = Integer.parseInt(request.param("limit").orElse(DEFAULT_LIMIT));
    } catch (NumberFormatException exception) {
      limit = 0;
    }
    if (limit < 1 || limit > HIGHEST_LIMIT) {
      return JsonResponse.problem(
          HttpStatus.BAD_REQUEST, "limit: must lie between 1 and " + HIGHEST_LIMIT);
    }
    return JsonResponse.of(
        HttpStatus.OK,
        new SessionJson.Latest(
            attendance.latestSessions(limit).stream().map(SessionJson::of).toList()));
  }

  private ServerResponse session(String id) {
    return report(id, ReportJson::of);
  }

  private ServerResponse present(String id) {
    return report(id, ReportJson.Present::of);
  }

  private ServerResponse report(String id, Function<SessionReport, Object> shape) {
    return sessionId(id)
        .flatMap(attendance::report)
        .map(report -> JsonResponse.of(HttpStatus.OK, shape.apply(report)))
        .orElseGet(
            () -> JsonResponse.problem(HttpStatus.NOT_FOUND, "There is no session of that id."));
  }

  /** What is unfit to be an id is nobody's. */
  private static Optional<SessionId> sessionId(String id) {
    try {
      return Optional.of(new SessionId(id));
    } catch (IllegalArgumentException exception) {
      return Optional.empty();
    }
  }

  private ServerResponse totals() {
    return JsonResponse.of(
        HttpStatus.OK, TotalsJson.of(attendance.totals(), webhooksSinceStart.get()));
  }
}
