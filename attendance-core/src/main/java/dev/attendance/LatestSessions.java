package dev.attendance;

import dev.attendance.record.SessionSummary;
import dev.attendance.session.SessionId;
import dev.attendance.store.FoldedRoom;
import dev.attendance.store.Rooms;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Lists the sessions in whose rooms something happened last. */
final class LatestSessions {

  private final Rooms rooms;
  private final Sessions sessions;
  private final SessionReports reports;

  LatestSessions(Rooms rooms, Sessions sessions, SessionReports reports) {
    this.rooms = rooms;
    this.sessions = sessions;
    this.reports = reports;
  }

  List<SessionSummary> read(int limit) {
    Set<SessionId> ids = new LinkedHashSet<>();
    for (FoldedRoom room : rooms.latestRooms(limit)) {
      ids.addAll(sessions.claiming(room));
    }
    return ids.stream()
        .flatMap(id -> reports.report(id).stream())
        .map(report -> report.attendance().summary())
        .toList();
  }
}
