package dev.attendance.spring;

import dev.attendance.Attendance;
import dev.attendance.record.HistoryEntry;
import dev.attendance.record.HistoryPosition;
import dev.attendance.report.MatrixCsv;
import dev.attendance.report.ReportJson;
import dev.attendance.session.PersonId;
import dev.attendance.time.Interval;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What spans sessions, over HTTP: a course by {@code /course?session=…&session=…}, a person's
 * history by {@code /history?person=…}.
 */
final class CourseDocuments {

  private static final int MOST_SESSIONS = 500;
  private static final int DEFAULT_LIMIT = 50;
  private static final int HIGHEST_LIMIT = 500;

  private final Attendance attendance;
  private final ReportJson json = new ReportJson();

  CourseDocuments(Attendance attendance) {
    this.attendance = attendance;
  }

  void addTo(RouterFunctions.Builder routes, String path) {
    routes
        .GET(path + "/course", this::course)
        .GET(path + "/course/matrix.csv", this::matrix)
        .GET(path + "/history", this::history);
  }

  private ServerResponse course(ServerRequest request) {
    var sessions = new Query(request).sessions(MOST_SESSIONS);
    return Document.json(out -> json.writeCourse(attendance.course(sessions), out)).response();
  }

  private ServerResponse matrix(ServerRequest request) {
    Query query = new Query(request);
    var sessions = query.sessions(MOST_SESSIONS);
    MatrixCsv csv = new MatrixCsv(query.csv());
    return Document.csv("course", "matrix.csv", out -> csv.write(attendance.course(sessions), out))
        .response();
  }

  private ServerResponse history(ServerRequest request) {
    Query query = new Query(request);
    Interval during = query.during();
    Optional<HistoryPosition> before = query.before();
    int limit = query.limit(DEFAULT_LIMIT, HIGHEST_LIMIT);
    Optional<PersonId> person = query.person();
    if (person.isEmpty()) {
      return JsonResponse.problem(HttpStatus.BAD_REQUEST, "person: must be the id of a person");
    }
    List<HistoryEntry> page = attendance.history(person.get(), during, before, limit);
    return Document.json(out -> json.writeHistory(page, page.size() == limit, out)).response();
  }
}
