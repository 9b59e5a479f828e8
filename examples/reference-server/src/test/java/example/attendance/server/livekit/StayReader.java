package example.attendance.server.livekit;

import dev.attendance.testkit.GroundTruth.Ending;
import dev.attendance.testkit.GroundTruth.Span;
import dev.attendance.testkit.GroundTruth.Stay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a client's finished connections and microphone times out of its transcript. */
final class StayReader {

  private final List<Stay> stays = new ArrayList<>();
  private Instant connectingAt = Instant.EPOCH;
  private @Nullable String sid;
  private Instant connectedAt = Instant.EPOCH;
  private @Nullable Instant leavingAt;
  private @Nullable Instant lostAt;
  private @Nullable Instant reconnectedAt;

  private StayReader() {}

  static List<Stay> stays(Transcript transcript) {
    StayReader reader = new StayReader();
    transcript.entries().forEach(reader::take);
    return List.copyOf(reader.stays);
  }

  /** A microphone that was on when the connection ended was on until then. */
  static List<Span> microphone(Transcript transcript) {
    List<Span> spans = new ArrayList<>();
    Instant from = null;
    for (Transcript.Entry entry : transcript.entries()) {
      switch (entry.event()) {
        case "published" -> from = entry.at();
        case "unpublished", "disconnected", "killed" -> {
          if (from != null) {
            spans.add(new Span(from, entry.at()));
          }
          from = null;
        }
        default -> {}
      }
    }
    return List.copyOf(spans);
  }

  private void take(Transcript.Entry entry) {
    switch (entry.event()) {
      case "connecting" -> connectingAt = entry.at();
      case "connected" -> begin(entry.text("sid"), entry.at());
      case "leaving" -> leavingAt = entry.at();
      case "suspended" -> lostAt = entry.at();
      case "reconnecting" -> {
        leavingAt = entry.at();
        reconnectedAt = null;
      }
      case "reconnected" -> reconnectedAt = entry.at();
      case "sid-changed" -> changeSid(entry);
      case "disconnected" -> end(entry.at(), ending(entry.text("reason")));
      case "killed" -> {
        leavingAt = null;
        end(entry.at(), Ending.KILLED);
      }
      default -> {}
    }
  }

  private void begin(String newSid, Instant at) {
    sid = newSid;
    connectedAt = at;
    leavingAt = null;
    lostAt = null;
    reconnectedAt = null;
  }

  /** The client may learn its new sid some seconds after it was connected again. */
  private void changeSid(Transcript.Entry entry) {
    Instant began = leavingAt == null ? entry.at() : leavingAt;
    Instant back = reconnectedAt == null ? entry.at() : reconnectedAt;
    if (lostAt == null) {
      end(began, Ending.RECONNECTED);
    } else {
      leavingAt = null;
      end(lostAt, Ending.LOST);
    }
    connectingAt = began;
    begin(entry.text("sid"), back);
  }

  private void end(Instant at, Ending ending) {
    if (sid != null) {
      stays.add(
          new Stay(sid, connectingAt, connectedAt, leavingAt == null ? at : leavingAt, at, ending));
    }
    sid = null;
  }

  private static Ending ending(String reason) {
    return switch (reason) {
      case "CLIENT_INITIATED" -> Ending.LEFT;
      case "DUPLICATE_IDENTITY" -> Ending.EVICTED;
      default -> Ending.CLOSED_BY_SERVER;
    };
  }
}
