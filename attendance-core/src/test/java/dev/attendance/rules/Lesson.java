package dev.attendance.rules;

import dev.attendance.Attendance;
import dev.attendance.AttendanceListener;
import dev.attendance.RoomChange;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.RevisionDiff;
import dev.attendance.record.SessionRevision;
import dev.attendance.report.SessionReport;
import dev.attendance.session.SessionId;
import dev.attendance.store.memory.MemoryStore;
import java.util.ArrayList;
import java.util.List;

/** An app with its plans, its clock and its store, for the rules as examples. */
final class Lesson {

  final MemoryStore store = new MemoryStore();
  final SettableTime time = new SettableTime();
  final Plans plans = new Plans();
  final List<RoomChange> changes = new ArrayList<>();
  final List<SessionRevision> settled = new ArrayList<>();
  final List<RevisionDiff> diffs = new ArrayList<>();
  final Attendance attendance;

  Lesson() {
    this(AttendancePolicy.standard());
  }

  Lesson(AttendancePolicy policy) {
    attendance =
        Attendance.builder(store)
            .clock(time)
            .directory(plans)
            .policy(policy)
            .sourceTiming(AtOnce.TIMING)
            .listener(
                new AttendanceListener() {
                  @Override
                  public void roomChanged(RoomChange change) {
                    changes.add(change);
                  }

                  @Override
                  public void sessionSettled(SessionRevision revision, RevisionDiff diff) {
                    settled.add(revision);
                    diffs.add(diff);
                  }
                })
            .build();
  }

  Lesson told(Room room) {
    attendance.record(room.events());
    return this;
  }

  /** How many revisions a run at that time saves. */
  int settleAt(int second) {
    time.set(second);
    return attendance.calculateSessions().runOnce();
  }

  SessionReport report(String session) {
    return attendance.report(new SessionId(session)).orElseThrow();
  }

  AttendanceRecord record(String session, String person) {
    return report(session).attendance().records().stream()
        .filter(record -> record.person().value().equals(person))
        .findFirst()
        .orElseThrow();
  }

  List<String> people(String session) {
    return report(session).attendance().records().stream()
        .map(record -> record.person().value() + " " + record.status())
        .toList();
  }
}
