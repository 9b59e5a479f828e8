package dev.attendance.report;

import dev.attendance.record.SessionSummary;
import dev.attendance.session.SessionState;
import dev.attendance.time.Interval;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A session as JSON shows it. */
record SessionJson(
    String id,
    String title,
    boolean planned,
    SessionState state,
    boolean tookPlace,
    List<String> roomSids,
    Optional<Instant> windowStart,
    Optional<Instant> windowEnd,
    long windowMillis,
    PolicyJson policy,
    int peak,
    Optional<BigDecimal> meanPresent,
    long hostPresentMillis,
    long blindMillis) {

  /** Which policy, in which version. */
  record PolicyJson(String name, int version) {}

  /** Several of them. */
  record Sessions(List<SessionJson> sessions) {}

  static SessionJson of(SessionSummary summary) {
    return new SessionJson(
        summary.id().value(),
        summary.title(),
        summary.planned(),
        summary.state(),
        summary.tookPlace(),
        summary.roomSids(),
        summary.span().map(Interval::start),
        summary.span().map(Interval::end),
        summary.window().toMillis(),
        new PolicyJson(summary.policy().name(), summary.policy().version()),
        summary.crowd().peak(),
        Printed.quotient(summary.crowd().personTime(), summary.window()),
        summary.crowd().hostPresent().toMillis(),
        summary.blind().toMillis());
  }
}
