package dev.attendance.rules;

import dev.attendance.cycle.Cycle;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.Track;
import dev.attendance.event.TrackPublished;
import dev.attendance.event.TrackSource;
import dev.attendance.event.TrackUnpublished;
import dev.attendance.session.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * With whom people were there and what they published, on tables with one cell for each
 * millisecond, for the counted cycles of each person.
 */
record WithWhomOracle(
    Map<PersonId, List<Cycle>> cycles,
    Set<PersonId> hosts,
    BitSet window,
    List<AttendanceEvent> events) {

  BitSet there(PersonId person) {
    BitSet cells = new BitSet();
    cycles.getOrDefault(person, List.of()).forEach(cycle -> cells.or(cells(cycle)));
    cells.and(window);
    return cells;
  }

  private static BitSet cells(Cycle cycle) {
    return PresenceTable.cells(cycle.best());
  }

  /** Anybody of them but one. */
  private BitSet others(PersonId person, Stream<PersonId> of) {
    BitSet cells = new BitSet();
    of.filter(other -> !other.equals(person)).forEach(other -> cells.or(there(other)));
    return cells;
  }

  Duration withHost(PersonId person) {
    return length(PresenceTable.and(there(person), others(person, hosts.stream())));
  }

  Duration alone(PersonId person) {
    BitSet cells = there(person);
    cells.andNot(others(person, cycles.keySet().stream()));
    return length(cells);
  }

  Duration hostPresent() {
    BitSet cells = new BitSet();
    hosts.forEach(host -> cells.or(there(host)));
    return length(cells);
  }

  Duration personTime() {
    return cycles.keySet().stream()
        .map(person -> length(there(person)))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** There are never more than when somebody has just come. */
  int peak() {
    List<BitSet> all = cycles.keySet().stream().map(this::there).toList();
    return all.stream()
        .flatMapToInt(WithWhomOracle::arrivals)
        .map(cell -> (int) all.stream().filter(cells -> cells.get(cell)).count())
        .max()
        .orElse(0);
  }

  private static IntStream arrivals(BitSet cells) {
    return cells.stream().filter(cell -> cell == 0 || !cells.get(cell - 1));
  }

  Duration longestGap(PersonId person) {
    BitSet there = there(person);
    int longest = 0;
    int run = 0;
    for (int cell = Math.max(0, there.nextSetBit(0)); cell < there.length(); cell++) {
      run = window.get(cell) && !there.get(cell) ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return Duration.ofMillis(longest);
  }

  Duration published(PersonId person, Set<TrackSource> sources) {
    BitSet cells = new BitSet();
    for (Cycle cycle : cycles.getOrDefault(person, List.of())) {
      tracks()
          .filter(track -> track.participantSid().equals(cycle.id().participantSid()))
          .map(Track::sid)
          .distinct()
          .filter(sid -> sources.contains(source(cycle, sid)))
          .forEach(sid -> cells.or(published(cycle, sid)));
    }
    cells.and(window);
    return length(cells);
  }

  private Stream<Track> tracks() {
    return events.stream().map(WithWhomOracle::track).flatMap(Optional::stream);
  }

  private static Optional<Track> track(AttendanceEvent event) {
    if (event instanceof TrackPublished published) {
      return Optional.of(published.track());
    }
    return event instanceof TrackUnpublished unpublished
        ? Optional.of(unpublished.track())
        : Optional.empty();
  }

  /** What is known is preferred to what is not. */
  private TrackSource source(Cycle cycle, String sid) {
    List<TrackSource> told =
        tracks().filter(track -> is(track, cycle, sid)).map(Track::source).distinct().toList();
    return Stream.of(
            TrackSource.CAMERA,
            TrackSource.MICROPHONE,
            TrackSource.SCREEN_SHARE,
            TrackSource.SCREEN_SHARE_AUDIO,
            TrackSource.UNKNOWN,
            TrackSource.UNRECOGNIZED)
        .filter(told::contains)
        .findFirst()
        .orElseThrow();
  }

  private static boolean is(Track track, Cycle cycle, String sid) {
    return track.participantSid().equals(cycle.id().participantSid()) && track.sid().equals(sid);
  }

  /** The cycle's cells from the track's first beginning on and before its first end. */
  private BitSet published(Cycle cycle, String sid) {
    BitSet cells = cells(cycle);
    first(TrackPublished.class, cycle, sid)
        .ifPresent(at -> cells.clear(0, Math.max(0, PresenceTable.cell(at))));
    first(TrackUnpublished.class, cycle, sid)
        .ifPresent(at -> cells.clear(PresenceTable.cell(at), Integer.MAX_VALUE));
    return cells;
  }

  private Optional<Instant> first(Class<?> kind, Cycle cycle, String sid) {
    return events.stream()
        .filter(kind::isInstance)
        .filter(event -> track(event).filter(track -> is(track, cycle, sid)).isPresent())
        .map(event -> event.header().occurredAt())
        .min(Instant::compareTo);
  }

  private static Duration length(BitSet cells) {
    return Duration.ofMillis(cells.cardinality());
  }
}
