package dev.attendance.report;

import dev.attendance.record.PersonCycle;
import dev.attendance.record.PresentPerson;
import dev.attendance.record.SessionAttendance;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionState;
import dev.attendance.time.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The attendance of a session as reported at one instant.
 *
 * @param attendance the session, its records and what they rest on
 * @param revision the number of the last settled revision, 0 if there is none
 * @param settledAt when that was settled
 * @param reportedAt the instant of the report
 */
public record SessionReport(
    SessionAttendance attendance, int revision, Optional<Instant> settledAt, Instant reportedAt) {

  /**
   * {@return whether the report says what was settled: nothing in it changes any more, unless by a
   * new revision}
   */
  public boolean isFinal() {
    return attendance.summary().state() == SessionState.FINAL;
  }

  /**
   * {@return how far it can be relied on} What was settled before stands in {@code revision} beside
   * a provisional one.
   */
  public ReportStanding standing() {
    if (!isFinal()) {
      return ReportStanding.PROVISIONAL;
    }
    return revision == 1 ? ReportStanding.FINAL : ReportStanding.REVISED;
  }

  /** {@return how many came, how many did not, and how long they were there} */
  public Tally tally() {
    return Tally.of(attendance.records());
  }

  /**
   * {@return from the first join to the last leave of those who count, by the best values; nothing
   * if nobody came} Wherever the window lies.
   */
  public Optional<Interval> actual() {
    return attendance.cycles().stream()
        .filter(PersonCycle::counts)
        .map(cycle -> cycle.cycle().best())
        .reduce(
            (one, other) ->
                new Interval(
                    Collections.min(List.of(one.start(), other.start())),
                    Collections.max(List.of(one.end(), other.end()))));
  }

  /**
   * {@return who is there now, by since when, then by id; each person once, however many devices}
   */
  public List<PresentPerson> present() {
    Map<PersonId, List<PersonCycle>> open = new TreeMap<>();
    for (PersonCycle cycle : attendance.cycles()) {
      if (cycle.counts() && cycle.cycle().isOpen()) {
        open.computeIfAbsent(cycle.person(), person -> new ArrayList<>(1)).add(cycle);
      }
    }
    return open.entrySet().stream()
        .map(
            entry -> {
              PersonCycle first = entry.getValue().get(0);
              return new PresentPerson(
                  entry.getKey(),
                  first.cycle().profile().name(),
                  first.cycle().start().best(),
                  entry.getValue().size());
            })
        .sorted(PresentPerson.BY_ARRIVAL)
        .toList();
  }
}
