package dev.attendance;

import dev.attendance.record.RoomIntake;
import dev.attendance.record.SessionRevision;
import dev.attendance.record.SessionSummary;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.store.FoldedRoom;
import dev.attendance.store.Rooms;
import dev.attendance.store.SessionRecords;
import dev.attendance.time.Interval;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lists the sessions in whose rooms something happened last: those of which nothing has come in
 * since they were settled as they were settled, all read in one go, and the others worked out.
 */
final class LatestSessions {

  private final Rooms rooms;
  private final SessionRecords records;
  private final Sessions sessions;
  private final SessionReports reports;

  LatestSessions(Rooms rooms, SessionRecords records, Sessions sessions, SessionReports reports) {
    this.rooms = rooms;
    this.records = records;
    this.sessions = sessions;
    this.reports = reports;
  }

  List<SessionSummary> read(int limit) {
    Map<SessionId, Claim> claims = new LinkedHashMap<>();
    for (FoldedRoom room : rooms.latestRooms(limit)) {
      List<SessionPlan> plans = sessions.plans(room);
      if (plans.isEmpty()) {
        claims
            .computeIfAbsent(Sessions.adHoc(room), id -> new Claim(Optional.empty()))
            .add(room, plans);
      }
      for (SessionPlan plan : plans) {
        claims.computeIfAbsent(plan.id(), id -> new Claim(Optional.of(plan))).add(room, plans);
      }
    }
    Map<SessionId, SessionRevision> settled =
        records.latest(claims.keySet()).stream()
            .collect(Collectors.toMap(revision -> revision.summary().id(), Function.identity()));
    return claims.entrySet().stream()
        .flatMap(claim -> summary(claim.getKey(), claim.getValue(), settled).stream())
        .toList();
  }

  private Optional<SessionSummary> summary(
      SessionId id, Claim claim, Map<SessionId, SessionRevision> settled) {
    @Nullable SessionRevision revision = settled.get(id);
    return revision != null && claim.isAsIn(revision)
        ? Optional.of(revision.summary())
        : reports.report(id).map(report -> report.attendance().summary());
  }

  /** What is known of a session from the rooms of the list. */
  private static final class Claim {
    private final Optional<SessionPlan> plan;
    private final Set<RoomIntake> intakes = new HashSet<>();
    private final Set<Interval> otherWindows = new HashSet<>();

    Claim(Optional<SessionPlan> plan) {
      this.plan = plan;
    }

    void add(FoldedRoom room, List<SessionPlan> plans) {
      intakes.add(new RoomIntake(room.facts().sid(), room.events(), room.polls()));
      plans.stream()
          .filter(other -> plan.filter(own -> own.id().equals(other.id())).isEmpty())
          .forEach(other -> otherWindows.add(other.window()));
    }

    /** Not so either if it has rooms that are not in the list: these are not known here. */
    boolean isAsIn(SessionRevision revision) {
      return revision.inputs().stillHold(plan, otherWindows, intakes);
    }
  }
}
