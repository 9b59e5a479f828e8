package dev.attendance;

import dev.attendance.cycle.RoomFacts;
import dev.attendance.event.EventHeader;
import dev.attendance.event.EventId;
import dev.attendance.event.LiveRooms;
import dev.attendance.event.Participant;
import dev.attendance.event.RoomInstance;
import dev.attendance.event.RosterObserved;
import dev.attendance.store.FoldedRoom;
import dev.attendance.store.Rooms;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The job that asks the meeting server who is in each room with open cycles, and records the
 * answers as {@link RosterObserved} (R7, R8). Safe to run on any number of nodes: more answers only
 * narrow the bounds.
 */
public final class ObserveLiveRooms {

  /** The {@link EventId#source()} of what is observed by asking. */
  public static final String SOURCE = "poll";

  private static final int ROOMS_AT_ONCE = 100;

  private final Rooms rooms;
  private final LiveRooms server;
  private final Consumer<RosterObserved> recorder;
  private final InstantSource clock;

  ObserveLiveRooms(
      Rooms rooms, LiveRooms server, Consumer<RosterObserved> recorder, InstantSource clock) {
    this.rooms = rooms;
    this.server = server;
    this.recorder = recorder;
    this.clock = clock;
  }

  /**
   * What a run did.
   *
   * @param asked how many room instances the server was asked about
   * @param answered for how many it gave an answer
   */
  public record Outcome(int asked, int answered) {}

  /**
   * Asks once about every room instance that has open cycles.
   *
   * @return what was done
   * @throws dev.attendance.store.StoreUnavailableException if the store cannot do it now; answers
   *     recorded until then stay
   */
  public Outcome runOnce() {
    return run(room -> true);
  }

  Outcome run(Predicate<FoldedRoom> worthwhile) {
    int asked = 0;
    int answered = 0;
    String after = "";
    List<FoldedRoom> page = rooms.roomsWithOpenCycles(after, ROOMS_AT_ONCE);
    while (!page.isEmpty()) {
      for (FoldedRoom room : page) {
        after = room.facts().sid();
        if (worthwhile.test(room)) {
          asked++;
          answered += observe(room.facts()) ? 1 : 0;
        }
      }
      page = rooms.roomsWithOpenCycles(after, ROOMS_AT_ONCE);
    }
    return new Outcome(asked, answered);
  }

  private boolean observe(RoomFacts facts) {
    RoomInstance room = new RoomInstance(facts.sid(), facts.name(), Optional.empty());
    Instant asked = clock.instant();
    Optional<List<Participant>> listed = server.participants(room);
    listed.ifPresent(
        participants ->
            recorder.accept(
                new RosterObserved(
                    new EventHeader(
                        new EventId(SOURCE, UUID.randomUUID().toString()),
                        room,
                        asked,
                        clock.instant()),
                    participants)));
    return listed.isPresent();
  }
}
