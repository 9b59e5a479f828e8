package example.attendance.benchmarks;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantLeft;

/**
 * A connection as the peers see it. They pair joined and left events, as everybody has to who does
 * not rely on each of them arriving.
 *
 * @param connection the participant's sid
 * @param identity who
 * @param start in milliseconds since the epoch; {@link Long#MAX_VALUE} if not known yet
 * @param end in milliseconds since the epoch; {@link Long#MIN_VALUE} if not known yet
 */
record Stay(String connection, String identity, long start, long end) {

  static Stay of(AttendanceEvent event) {
    if (event instanceof ParticipantJoined joined) {
      Participant who = joined.participant();
      long start = who.joinTime().orElseThrow().at().toEpochMilli();
      return new Stay(who.sid(), who.identity(), start, Long.MIN_VALUE);
    }
    Participant who = ((ParticipantLeft) event).participant();
    long end = event.header().occurredAt().toEpochMilli();
    return new Stay(who.sid(), who.identity(), Long.MAX_VALUE, end);
  }

  Stay merge(Stay other) {
    return new Stay(connection, identity, Math.min(start, other.start), Math.max(end, other.end));
  }
}
