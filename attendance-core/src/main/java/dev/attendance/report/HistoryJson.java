package dev.attendance.report;

import dev.attendance.record.HistoryEntry;
import dev.attendance.record.HistoryPosition;
import dev.attendance.report.SessionJson.PolicyJson;
import dev.attendance.time.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A page of a person's history as JSON shows it. */
record HistoryJson(List<EntryJson> history, Optional<NextJson> next) {

  /** One session of it. */
  record EntryJson(
      String session,
      String title,
      Optional<Instant> windowStart,
      Optional<Instant> windowEnd,
      PolicyJson policy,
      boolean tookPlace,
      int revision,
      Instant settledAt,
      RecordJson record) {

    static EntryJson of(HistoryEntry entry) {
      return new EntryJson(
          entry.session().value(),
          entry.title(),
          entry.span().map(Interval::start),
          entry.span().map(Interval::end),
          new PolicyJson(entry.policy().name(), entry.policy().version()),
          entry.tookPlace(),
          entry.revision(),
          entry.settledAt(),
          RecordJson.of(entry.record()));
    }
  }

  /** Behind what the next page begins. */
  record NextJson(Instant before, String beforeSession) {}

  static HistoryJson of(List<HistoryEntry> page, boolean mayGoOn) {
    return new HistoryJson(
        page.stream().map(EntryJson::of).toList(),
        page.isEmpty() || !mayGoOn
            ? Optional.empty()
            : Optional.of(next(page.get(page.size() - 1).position())));
  }

  private static NextJson next(HistoryPosition position) {
    return new NextJson(position.at(), position.session().value());
  }
}
