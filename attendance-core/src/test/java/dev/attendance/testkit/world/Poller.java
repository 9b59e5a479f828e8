package dev.attendance.testkit.world;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.EventHeader;
import dev.attendance.event.EventId;
import dev.attendance.event.Participant;
import dev.attendance.event.RosterObserved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Asks the server every minute who is in each room, as our own job does. The server answers from a
 * list that may be up to five seconds old.
 */
final class Poller {

  private static final long ASKED_AFTER_THE_LAST = 300_000;

  private final Timeline time;
  private final Chance chance;
  private final Telling telling;
  private final Nodes nodes;
  private final Instant start;
  private final Predicate<Instant> away;
  private final List<AttendanceEvent> answers = new ArrayList<>();

  Poller(
      Timeline time,
      Chance chance,
      Telling telling,
      Nodes nodes,
      Instant start,
      Predicate<Instant> away) {
    this.time = time;
    this.chance = chance;
    this.telling = telling;
    this.nodes = nodes;
    this.start = start;
    this.away = away;
  }

  List<AttendanceEvent> answers() {
    return answers;
  }

  /** Asks about every room in which somebody is, or was a moment ago. */
  void poll() {
    for (HostedRoom.Instance instance : nodes.instances()) {
      if (instance.sessions.stream().anyMatch(this::isOfInterest)) {
        ask(instance);
      }
    }
  }

  private boolean isOfInterest(Session session) {
    return !session.closed || session.ended + ASKED_AFTER_THE_LAST > time.now();
  }

  private void ask(HostedRoom.Instance instance) {
    Instant asked = start.plusMillis(time.now());
    Instant answered = asked.plusMillis(chance.between(30, 1500));
    if (away.test(asked) || away.test(answered)) {
      return;
    }
    if (nodes.any() == null || chance.percent(10)) {
      chance.happened(Phenomenon.POLL_FAILED);
      return;
    }
    long asOf = time.now() - (chance.percent(30) ? chance.between(0, 5000) : 0);
    List<Participant> listed = new ArrayList<>();
    for (Session session : instance.sessions) {
      boolean isListed = session.listedFrom <= asOf && asOf < session.listedUntil;
      if (isListed) {
        listed.add(telling.participant(session));
      }
      count(session, isListed);
    }
    EventId id = new EventId("poll", "POLL_" + answers.size());
    answers.add(
        new RosterObserved(
            new EventHeader(id, telling.instance(instance, false), asked, answered), listed));
  }

  private void count(Session session, boolean isListed) {
    if (isListed && session.closed) {
      boolean withItsNode = session.listedUntil > time.now();
      chance.happened(withItsNode ? Phenomenon.GHOST_LISTED : Phenomenon.GONE_BUT_LISTED);
    } else if (!isListed && session.up && !session.closed && !session.isGone()) {
      chance.happened(Phenomenon.UP_BUT_NOT_LISTED);
    }
  }
}
