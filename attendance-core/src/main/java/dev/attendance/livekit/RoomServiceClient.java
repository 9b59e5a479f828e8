package dev.attendance.livekit;

import dev.attendance.event.LiveRooms;
import dev.attendance.event.Participant;
import dev.attendance.event.RoomInstance;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a LiveKit server who is in a room, through its room service. Thread-safe.
 *
 * <p>LiveKit answers by room name, and what it answers may be some seconds behind: a participant
 * that is missing from one answer may be there all the same (R8).
 */
public final class RoomServiceClient implements LiveRooms {

  /** How long to wait for one answer of the server if nothing else is wanted. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(RoomServiceClient.class);

  private final RoomServiceToken token;
  private final TwirpClient twirp;
  private final Failure failing = new Failure();

  /**
   * A client of one server.
   *
   * @param server its URL as clients are given it, absolute: {@code wss}, {@code ws}, {@code https}
   *     or {@code http}, possibly with a path
   * @param key an API key of the server, not blank
   * @param secret the key's secret, not empty
   * @param clock dates the tokens
   * @param timeout how long to wait for one answer, positive; a question takes two
   * @throws IllegalArgumentException if an argument is unfit; the message shows no secret
   */
  public RoomServiceClient(
      URI server, String key, String secret, InstantSource clock, Duration timeout) {
    this.token = new RoomServiceToken(key, secret, clock);
    this.twirp = new TwirpClient(server, timeout);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Listed are participants in the state ACTIVE. There is no answer either if the server refuses
   * or fails to answer in time, if its answer cannot be decoded, if the room's name is not known,
   * or if the thread is interrupted, which it then still is.
   */
  @Override
  public Optional<List<Participant>> participants(RoomInstance room) {
    if (room.name().isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<List<Participant>> listed = Optional.of(ask(room));
      if (failing.recovered()) {
        LOG.info("The room service answers again");
      }
      return listed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (TwirpException | UndecodableException | IllegalArgumentException e) {
      // Their messages name fields and rules, methods and statuses, never a value.
      if (failing.begins()) {
        LOG.warn("The room service gives no answer for {}: {}", room.sid(), e.getMessage());
      } else {
        LOG.debug("The room service gives no answer for {}: {}", room.sid(), e.getMessage());
      }
      return Optional.empty();
    }
  }

  /**
   * The participants first, then whether the instance is live. It was live when the question was
   * put, or it is not worth an answer; if it still is after the participants were listed, then it
   * is its own they are. The other way round, those of a successor might be taken for them.
   */
  private List<Participant> ask(RoomInstance room) throws InterruptedException, TwirpException {
    List<Participant> listed =
        RoomServiceJson.activeParticipants(
            twirp.call(
                "ListParticipants", token.administer(room.name()), Map.of("room", room.name())));
    List<String> live =
        RoomServiceJson.roomSids(
            twirp.call("ListRooms", token.listRooms(), Map.of("names", List.of(room.name()))));
    return live.contains(room.sid()) ? listed : List.of();
  }
}
