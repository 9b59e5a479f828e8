package dev.attendance.spring;

import dev.attendance.report.CsvFormat;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import java.time.DateTimeException;
import java.time.ZoneId;
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
