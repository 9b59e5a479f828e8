package example.attendance.benchmarks.rebuild;

import java.time.Instant;
import org.jooq.DSLContext;

/**
 * A log of lessons, as long as one likes, written by the database itself: thirty people join, each
 * publishes a microphone and a camera, every fifth one is gone for a minute in the middle and comes
 * back by another connection, and all leave. Lessons last 45 minutes; some are held at a time, so
 * their events lie between each other in the log. A room is used again each week, and ids are as
 * random as LiveKit's, so neighbours in the log are none in the key.
 */
final class LessonLog {

  static final int PEOPLE = 30;

  /** A joined, two tracks and a left of 36 connections; the room's start and end. */
  static final int EVENTS_A_LESSON = 146;

  private static final int LESSONS_AT_A_TIME = 50;
  private static final int HOURS_A_WEEK = 25;
  private static final int HOURS_A_STATEMENT = 20;
  private static final Instant BEGINNING = Instant.parse("2025-01-06T08:00:00Z");

  private static final String INSERT =
      """
      insert into attendance_event (
        room_sid, source, event_id, kind, occurred_at, received_at, room_name, room_created_at,
        participant_sid, identity, participant_name, participant_kind, hidden, recorder,
        joined_at, joined_at_exact, disconnect_reason, track_sid, track_source)
      select
        'RM_' || substr(md5('r' || r), 1, 12),
        'livekit',
        'EV_' || substr(md5('e' || r || '.' || c || '.' || e), 1, 12),
        case when c = 36 then case e when 0 then 'ROOM_STARTED' else 'ROOM_FINISHED' end
          else (array['PARTICIPANT_JOINED', 'TRACK_PUBLISHED', 'TRACK_PUBLISHED', 'PARTICIPANT_LEFT'])[e + 1] end,
        at, at + 40, 'lesson-' || r % {3}, begins,
        case when c < 36 then 'PA_' || substr(md5('p' || r || '.' || c), 1, 12) end,
        case when c < 36 then 'student-' || (r * 7 + p) % 10000 end,
        case when c < 36 and e in (0, 3) then 'Student ' || (r * 7 + p) % 10000 end,
        case when c < 36 and e in (0, 3) then 'STANDARD' end,
        case when c < 36 and e in (0, 3) then false end,
        case when c < 36 and e in (0, 3) then false end,
        case when c < 36 and e in (0, 3) then joined end,
        case when c < 36 and e in (0, 3) then true end,
        case when c < 36 and e = 3 then 'CLIENT_INITIATED' end,
        case when c < 36 and e in (1, 2) then 'TR_' || substr(md5('t' || r || '.' || c || '.' || e), 1, 12) end,
        case when c < 36 and e in (1, 2) then case e when 1 then 'MICROPHONE' else 'CAMERA' end end
      from (
        select *,
          case when c = 36 then case e when 0 then begins - 1000 else begins + 2800000 end
            when e < 3 then joined + 1500 * e
            when c < 30 and c % 5 = 0 then (begins + 1200000) / 1000 * 1000
            else (begins + 2700000 + 500 * p) / 1000 * 1000 end as at
        from (
          select *, case when c < 30 then begins + 3917 * c else begins + 1260000 + 711 * c end as joined
          from (
            select r, c, e, {0} + r / {4} * 3600000 + r % {4} * 7000 as begins,
              case when c < 30 then c else (c - 30) * 5 end as p
            from generate_series({1}, {2}) r, generate_series(0, 36) c, generate_series(0, 3) e
            where c < 36 or e < 2) parts) times) events
      order by at
      """;

  private LessonLog() {}

  static int lessons(long events) {
    return Math.toIntExact(Math.max(1, events / EVENTS_A_LESSON));
  }

  static String roomName(int lesson) {
    return "lesson-" + lesson % (LESSONS_AT_A_TIME * HOURS_A_WEEK);
  }

  static Instant beginning(int lesson) {
    return BEGINNING.plusMillis(
        lesson / LESSONS_AT_A_TIME * 3_600_000L + lesson % LESSONS_AT_A_TIME * 7_000L);
  }

  static String student(int lesson, int person) {
    return "student-" + (lesson * 7L + person) % 10_000;
  }

  /** Adds lessons, by their numbers: from (inclusive) to (exclusive). */
  static void fill(DSLContext database, int from, int to) {
    // A key is built faster than kept.
    database.execute("alter table attendance_event drop constraint attendance_event_pkey");
    int step = LESSONS_AT_A_TIME * HOURS_A_STATEMENT;
    for (int lesson = from; lesson < to; lesson += step) {
      database.execute(
          INSERT,
          BEGINNING.toEpochMilli(),
          (long) lesson,
          Math.min(to, lesson + step) - 1L,
          LESSONS_AT_A_TIME * HOURS_A_WEEK,
          LESSONS_AT_A_TIME);
    }
    database.execute("alter table attendance_event add primary key (room_sid, source, event_id)");
    tidy(database);
  }

  /** What autovacuum would have done by the time that such a log had come together. */
  static void tidy(DSLContext database) {
    database.execute("vacuum (analyze)");
    database.execute("checkpoint");
  }
}
