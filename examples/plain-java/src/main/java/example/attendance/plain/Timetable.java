package example.attendance.plain;

import dev.attendance.session.SessionDirectory;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.time.Interval;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The app's own table of lessons. In a real app this is a query. */
final class Timetable implements SessionDirectory {

  private final Map<SessionId, SessionPlan> lessons = new ConcurrentHashMap<>();

  /** Lessons may be put in, moved or taken out at any time, even after they took place. */
  void put(SessionPlan lesson) {
    lessons.put(lesson.id(), lesson);
  }

  @Override
  public Optional<SessionPlan> plan(SessionId id) {
    return Optional.ofNullable(lessons.get(id));
  }

  @Override
  public List<SessionPlan> plans(String roomName, Interval window) {
    return lessons.values().stream()
        .filter(lesson -> lesson.roomNames().contains(roomName))
        .filter(lesson -> lesson.window().overlaps(window))
        .sorted(Comparator.comparing(lesson -> lesson.window().start()))
        .toList();
  }
}
