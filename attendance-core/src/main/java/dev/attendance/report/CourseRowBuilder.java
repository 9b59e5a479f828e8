package dev.attendance.report;

import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.session.PersonId;
import dev.attendance.time.Bounds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Gathers one person's row of a course, session by session. */
final class CourseRowBuilder {

  private final PersonId person;
  private final List<Optional<CourseCell>> cells;
  private final List<AttendanceRecord> counted = new ArrayList<>();
  private String name = "";
  private int upcoming;

  CourseRowBuilder(PersonId person, int sessions) {
    this.person = person;
    this.cells = new ArrayList<>(Collections.nCopies(sessions, Optional.empty()));
  }

  /** A session that is still to come. */
  void awaited(String called) {
    upcoming++;
    call(called);
  }

  void add(int session, CourseCell cell) {
    cells.set(session, Optional.of(cell));
    call(cell.record().name());
    if (cell.counts()) {
      counted.add(cell.record());
    }
  }

  private void call(String called) {
    name = called.isBlank() ? name : called;
  }

  CourseRow build() {
    Duration atLeast = Duration.ZERO;
    Duration best = Duration.ZERO;
    Duration atMost = Duration.ZERO;
    Duration window = Duration.ZERO;
    for (AttendanceRecord record : counted) {
      if (record.status() != AttendanceStatus.EXCUSED) {
        atLeast = atLeast.plus(record.bridged().atLeast());
        best = best.plus(record.bridged().best());
        atMost = atMost.plus(record.bridged().atMost());
        window = window.plus(record.window());
      }
    }
    return new CourseRow(
        person,
        name,
        cells,
        new CourseFigures(
            count("P"),
            count("L"),
            count("PA"),
            count("A"),
            count("U"),
            count("E"),
            upcoming,
            new Bounds(atLeast, best, atMost),
            window));
  }

  private int count(String code) {
    return (int)
        cells.stream()
            .flatMap(Optional::stream)
            .filter(cell -> cell.counts() && cell.code().equals(code))
            .count();
  }
}
