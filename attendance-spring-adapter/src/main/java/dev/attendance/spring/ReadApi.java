package dev.attendance.spring;

import dev.attendance.Attendance;
import dev.attendance.report.ExplanationText;
import dev.attendance.report.HtmlReport;
import dev.attendance.report.SessionReport;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.store.StoreUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Attendance over HTTP, to read only: as JSON, and as a page and in words for people.
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
        .GET(
            path + "/sessions/{id}/report.html",
            request -> page(request.pathVariable("id"), request))
        .GET(
            path + "/sessions/{id}/explanation",
            request -> explanation(request.pathVariable("id"), request))
        .GET(path + "/session", request -> session(request.param("id").orElse("")))
        .GET(path + "/session/present", request -> present(request.param("id").orElse("")))
        .GET(
            path + "/session/report.html", request -> page(request.param("id").orElse(""), request))
        .GET(
            path + "/session/explanation",
            request -> explanation(request.param("id").orElse(""), request))
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
        .orElseGet(ReadApi::noSuchSession);
  }

  /** The same as one page for people. */
  private ServerResponse page(String id, ServerRequest request) {
    Optional<ZoneId> zone = zone(request);
    if (zone.isEmpty()) {
      return noSuchZone();
    }
    Optional<SessionReport> report = sessionId(id).flatMap(attendance::report);
    if (report.isEmpty()) {
      return noSuchSession();
    }
    StringBuilder page = new StringBuilder();
    try {
      new HtmlReport(zone.get()).write(report.get(), page);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    byte[] bytes = page.toString().getBytes(StandardCharsets.UTF_8);
    return ServerResponse.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .contentLength(bytes.length)
        .build(
            (servletRequest, response) -> {
              response.getOutputStream().write(bytes);
              return null;
            });
  }

  /** How one person's numbers came about, in words. */
  private ServerResponse explanation(String id, ServerRequest request) {
    Optional<ZoneId> zone = zone(request);
    if (zone.isEmpty()) {
      return noSuchZone();
    }
    Optional<PersonId> person = personId(request.param("person").orElse(""));
    return sessionId(id)
        .flatMap(session -> person.flatMap(known -> attendance.explain(session, known)))
        .map(
            explanation ->
                JsonResponse.of(
                    HttpStatus.OK,
                    new ExplanationJson(
                        RecordJson.of(explanation.record()),
                        new ExplanationText(zone.get()).lines(explanation))))
        .orElseGet(
            () ->
                JsonResponse.problem(
                    HttpStatus.NOT_FOUND, "There is no such person in a session of that id."));
  }

  /** One person's attendance with the words that explain it. */
  private record ExplanationJson(RecordJson record, List<String> lines) {}

  private static ServerResponse noSuchSession() {
    return JsonResponse.problem(HttpStatus.NOT_FOUND, "There is no session of that id.");
  }

  private static ServerResponse noSuchZone() {
    return JsonResponse.problem(
        HttpStatus.BAD_REQUEST, "zone: must be a time zone, for example Europe/Berlin");
  }

  /** The zone that times are printed in for people; nothing if it is none. */
  private static Optional<ZoneId> zone(ServerRequest request) {
    try {
      return Optional.of(ZoneId.of(request.param("zone").orElse("UTC")));
    } catch (DateTimeException exception) {
      return Optional.empty();
    }
  }

  private static Optional<PersonId> personId(String id) {
    try {
      return Optional.of(new PersonId(id));
    } catch (IllegalArgumentException exception) {
      return Optional.empty();
    }
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
