package example.attendance.benchmarks.ingest;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.DisconnectReason;
import dev.attendance.event.EventHeader;
import dev.attendance.event.JoinTime;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantLeft;
import dev.attendance.event.Track;
import dev.attendance.event.TrackPublished;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that an append writes, for those who write them by hand. */
final class HandMadeRows {

  static final List<String> EVENT =
      List.of(
          "room_sid",
          "source",
          "event_id",
          "kind",
          "occurred_at",
          "received_at",
          "room_name",
          "room_created_at",
          "participant_sid",
          "identity",
          "participant_name",
          "participant_kind",
          "hidden",
          "recorder",
          "joined_at",
          "joined_at_exact",
          "disconnect_reason",
          "track_sid",
          "track_source");

  static final List<String> PENDING = List.of("room_sid", "source", "event_id", "received_at");

  private HandMadeRows() {}

  static List<@Nullable Object> pending(AttendanceEvent event) {
    EventHeader header = event.header();
    return List.of(
        header.room().sid(),
        header.id().source(),
        header.id().value(),
        header.receivedAt().toEpochMilli());
  }

  static List<@Nullable Object> event(AttendanceEvent event) {
    EventHeader header = event.header();
    Participant participant = null;
    DisconnectReason reason = null;
    Track track = null;
    if (event instanceof ParticipantJoined joined) {
      participant = joined.participant();
    } else if (event instanceof ParticipantLeft left) {
      participant = left.participant();
      reason = left.reason();
    } else if (event instanceof TrackPublished published) {
      track = published.track();
    }
    JoinTime joined = participant == null ? null : participant.joinTime().orElse(null);
    return Arrays.asList(
        header.room().sid(),
        header.id().source(),
        header.id().value(),
        event.kind().name(),
        header.occurredAt().toEpochMilli(),
        header.receivedAt().toEpochMilli(),
        header.room().name(),
        header.room().createdAt().map(Instant::toEpochMilli).orElse(null),
        participant != null ? participant.sid() : track == null ? null : track.participantSid(),
        participant != null ? participant.identity() : track == null ? null : track.identity(),
        participant == null ? null : participant.name(),
        participant == null ? null : participant.kind().name(),
        participant == null ? null : participant.hidden(),
        participant == null ? null : participant.recorder(),
        joined == null ? null : joined.at().toEpochMilli(),
        joined == null ? null : joined.toTheMillisecond(),
        reason == null ? null : reason.name(),
        track == null ? null : track.sid(),
        track == null ? null : track.source().name());
  }
}
