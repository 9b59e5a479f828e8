package dev.attendance.spring;

import dev.attendance.Attendance;
import dev.attendance.report.AbsenteesCsv;
import dev.attendance.report.AuditCsv;
import dev.attendance.report.HtmlReport;
import dev.attendance.report.IntervalsCsv;
import dev.attendance.report.ParticipantsCsv;
import dev.attendance.report.ReportJson;
import dev.attendance.report.SectionedCsv;
import dev.attendance.report.SessionReport;
import dev.attendance.report.UnmatchedCsv;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * One session over HTTP, in every form that there is of it.
 *
 * <p>Sessions are addressed by {@code /sessions/{id}}. Web servers and firewalls refuse some
 * characters in a path, however encoded (a slash, a semicolon); an id that has one is asked for by
 * {@code /session?id=}.
 */
final class SessionDocuments {

  private final Attendance attendance;
  private final ReportJson json = new ReportJson();

  SessionDocuments(Attendance attendance) {
    this.attendance = attendance;
  }

  /** Adds a route for each form, in both ways of addressing. */
  void addTo(RouterFunctions.Builder routes, String path) {
    add(routes, path, "", this::report);
    add(routes, path, "/present", this::present);
    add(routes, path, "/report.html", SessionDocuments::page);
    add(routes, path, "/participants.csv", SessionDocuments::participants);
    add(routes, path, "/intervals.csv", SessionDocuments::intervals);
    add(routes, path, "/absentees.csv", SessionDocuments::absentees);
    add(routes, path, "/unmatched.csv", SessionDocuments::unmatched);
    add(routes, path, "/report.csv", SessionDocuments::sectioned);
    add(routes, path, "/audit.csv", SessionDocuments::audit);
    routes
        .GET(path + "/sessions/{id}/explanation", this::explanation)
        .GET(path + "/session/explanation", this::explanation);
  }

  private void add(
      RouterFunctions.Builder routes,
      String path,
      String form,
      BiFunction<SessionReport, Query, Document> document) {
    routes
        .GET(path + "/sessions/{id}" + form, request -> answer(request, document))
        .GET(path + "/session" + form, request -> answer(request, document));
  }

  private ServerResponse answer(
      ServerRequest request, BiFunction<SessionReport, Query, Document> document) {
    Query query = new Query(request);
    return query
        .session()
        .flatMap(attendance::report)
        .map(report -> document.apply(report, query).response())
        .orElseGet(
            () -> JsonResponse.problem(HttpStatus.NOT_FOUND, "There is no session of that id."));
  }

  private Document report(SessionReport report, Query query) {
    return Document.json(out -> json.write(report, out));
  }

  private Document present(SessionReport report, Query query) {
    return Document.json(out -> json.writePresent(report, out));
  }

  private static Document page(SessionReport report, Query query) {
    HtmlReport page = new HtmlReport(query.zone());
    return Document.html(out -> page.write(report, out));
  }

  private static Document participants(SessionReport report, Query query) {
    ParticipantsCsv csv = new ParticipantsCsv(query.csv());
    return Document.csv(id(report), "participants.csv", out -> csv.write(report, out));
  }

  private static Document intervals(SessionReport report, Query query) {
    IntervalsCsv csv = new IntervalsCsv(query.csv());
    return Document.csv(id(report), "intervals.csv", out -> csv.write(report, out));
  }

  private static Document absentees(SessionReport report, Query query) {
    AbsenteesCsv csv = new AbsenteesCsv(query.csv());
    return Document.csv(id(report), "absentees.csv", out -> csv.write(report, out));
  }

  private static Document unmatched(SessionReport report, Query query) {
    UnmatchedCsv csv = new UnmatchedCsv(query.csv());
    return Document.csv(id(report), "unmatched.csv", out -> csv.write(report, out));
  }

  private static Document sectioned(SessionReport report, Query query) {
    SectionedCsv csv = new SectionedCsv(query.csv());
    return Document.csv(id(report), "report.csv", out -> csv.write(report, out));
  }

  private static Document audit(SessionReport report, Query query) {
    AuditCsv csv = new AuditCsv(query.csv());
    return Document.csv(id(report), "audit.csv", out -> csv.write(report, out));
  }

  private static String id(SessionReport report) {
    return report.attendance().summary().id().value();
  }

  /** How one person's numbers came about. */
  private ServerResponse explanation(ServerRequest request) {
    Query query = new Query(request);
    var zone = query.zone();
    return query
        .session()
        .flatMap(session -> query.person().flatMap(person -> attendance.explain(session, person)))
        .map(
            explanation ->
                Document.json(out -> json.writeExplanation(explanation, zone, out)).response())
        .orElseGet(
            () ->
                JsonResponse.problem(
                    HttpStatus.NOT_FOUND, "There is no such person in a session of that id."));
  }
}
