package dev.attendance.spring;

import dev.attendance.Attendance;
import dev.attendance.report.ReportJson;
import dev.attendance.store.StoreUnavailableException;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Attendance over HTTP, to read only: as JSON, as CSV, and as a page and in words for people. */
final class ReadApi {

  private static final int DEFAULT_LIMIT = 20;
  private static final int HIGHEST_LIMIT = 500;

  private final Attendance attendance;
  private final Supplier<Map<String, Long>> webhooksSinceStart;
  private final ReportJson json = new ReportJson();

  ReadApi(Attendance attendance, Supplier<Map<String, Long>> webhooksSinceStart) {
    this.attendance = attendance;
    this.webhooksSinceStart = webhooksSinceStart;
  }

  RouterFunction<ServerResponse> routes(String path) {
    RouterFunctions.Builder routes =
        RouterFunctions.route()
            .GET(path + "/sessions", this::sessions)
            .GET(path + "/totals", request -> totals());
    new SessionDocuments(attendance).addTo(routes, path);
    new CourseDocuments(attendance).addTo(routes, path);
    return routes
        .onError(
            Query.BadQueryException.class,
            (exception, request) ->
                JsonResponse.problem(
                    HttpStatus.BAD_REQUEST, String.valueOf(exception.getMessage())))
        .onError(
            StoreUnavailableException.class,
            (exception, request) ->
                JsonResponse.problem(
                    HttpStatus.SERVICE_UNAVAILABLE, "Attendance cannot be read at the moment."))
        .build();
  }

  private ServerResponse sessions(ServerRequest request) {
    int limit = new Query(request).limit(DEFAULT_LIMIT, HIGHEST_LIMIT);
    return Document.json(out -> json.writeSessions(attendance.latestSessions(limit), out))
        .response();
  }

  private ServerResponse totals() {
    return JsonResponse.of(
        HttpStatus.OK, TotalsJson.of(attendance.totals(), webhooksSinceStart.get()));
  }
}
