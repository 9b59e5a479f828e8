package dev.attendance.spring;

import dev.attendance.event.FieldRules;
import dev.attendance.record.HistoryPosition;
import dev.attendance.report.CsvFormat;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.time.Interval;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.servlet.function.ServerRequest;

/** What a request asks for. A value that is unfit is refused with its name and the rule. */
final class Query {

  /** A value that is unfit; the message says which and why, for the caller to read. */
  static final class BadQueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadQueryException(String message) {
      super(message);
    }
  }

  private final ServerRequest request;

  Query(ServerRequest request) {
    this.request = request;
  }

  /** Of the path or, for ids that a path cannot have, of the query. */
  Optional<SessionId> session() {
    return id(
        SessionId::new,
        Optional.ofNullable(request.pathVariables().get("id")).or(() -> request.param("id")));
  }

  Optional<PersonId> person() {
    return id(PersonId::new, request.param("person"));
  }

  /** What is unfit to be an id is nobody's. */
  private static <T> Optional<T> id(Function<String, T> type, Optional<String> value) {
    try {
      return value.map(type);
    } catch (IllegalArgumentException exception) {
      return Optional.empty();
    }
  }

  /** The sessions of a course, in the order given: at least one, and no more than so many. */
  List<SessionId> sessions(int most) {
    List<String> values = request.params().getOrDefault("session", List.of());
    if (values.isEmpty() || values.size() > most) {
      throw new BadQueryException(
          "session: must be given for each session of the course, at most " + most + " times");
    }
    try {
      return values.stream().map(SessionId::new).toList();
    } catch (IllegalArgumentException exception) {
      throw new BadQueryException("session: must be the id of a session");
    }
  }

  /** From an instant (inclusive) to another (exclusive); all there can be if none is given. */
  Interval during() {
    Instant from = instant("from").orElse(FieldRules.EARLIEST);
    Instant to = instant("to").orElse(FieldRules.LATEST);
    if (to.isBefore(from)) {
      throw new BadQueryException("to: must not be before from");
    }
    return new Interval(from, to);
  }

  /** Behind what a page of a history begins. */
  Optional<HistoryPosition> before() {
    Optional<Instant> at = instant("before");
    Optional<SessionId> session = id(SessionId::new, request.param("beforeSession"));
    if (at.isPresent() != session.isPresent()) {
      throw new BadQueryException(
          "before: must be given together with beforeSession, as the page before says it");
    }
    try {
      return at.flatMap(instant -> session.map(id -> new HistoryPosition(instant, id)));
    } catch (IllegalArgumentException exception) {
      throw new BadQueryException("before: must be an instant that a page before said");
    }
  }

  private Optional<Instant> instant(String name) {
    try {
      return request.param(name).map(Instant::parse);
    } catch (DateTimeParseException exception) {
      throw new BadQueryException(name + ": must be an instant, for example 2026-07-01T08:00:00Z");
    }
  }

  /** The zone that times are printed in. */
  ZoneId zone() {
    try {
      return ZoneId.of(request.param("zone").orElse("UTC"));
    } catch (DateTimeException exception) {
      throw new BadQueryException("zone: must be a time zone, for example Europe/Berlin");
    }
  }

  CsvFormat csv() {
    CsvFormat format = CsvFormat.in(zone());
    return switch (request.param("bom").orElse("false")) {
      case "false" -> format;
      case "true" -> format.withByteOrderMark();
      default -> throw new BadQueryException("bom: must be true or false");
    };
  }

  int limit(int ifNone, int highest) {
    int limit;
    try {
      limit = request.param("limit").map(Integer::parseInt).orElse(ifNone);
    } catch (NumberFormatException exception) {
      limit = 0;
    }
    if (limit < 1 || limit > highest) {
      throw new BadQueryException("limit: must lie between 1 and " + highest);
    }
    return limit;
  }
}
