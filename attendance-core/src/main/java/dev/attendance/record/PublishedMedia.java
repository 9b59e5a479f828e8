package dev.attendance.record;

import dev.attendance.cycle.Cycle;
import dev.attendance.cycle.CycleFacts;
import dev.attendance.cycle.CycleId;
import dev.attendance.cycle.TrackFacts;
import dev.attendance.session.PersonId;
import dev.attendance.session.RoomHistory;
import dev.attendance.session.Session;
import dev.attendance.time.IntervalSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What people published, by the best values, inside the window (R9). A track lasts as long as its
 * cycle, but for what was told of its own beginning and end: it never starts or ends a cycle, nor
 * reaches out of one. Where nobody told of its beginning, or of its end, it began, or ended, with
 * the cycle.
 */
final class PublishedMedia {

  private final IntervalSet window;
  private final Map<PersonId, Tracks> tracks = new HashMap<>();

  private PublishedMedia(IntervalSet window) {
    this.window = window;
  }

  static PublishedMedia of(Session session, List<PersonCycle> cycles, IntervalSet window) {
    PublishedMedia media = new PublishedMedia(window);
    Map<CycleId, List<TrackFacts>> byCycle = byCycle(session);
    if (byCycle.isEmpty()) {
      return media;
    }
    for (PersonCycle cycle : cycles) {
      List<TrackFacts> published = byCycle.get(cycle.cycle().id());
      if (published != null && cycle.counts()) {
        Tracks theirs = media.tracks.computeIfAbsent(cycle.person(), person -> new Tracks());
        published.forEach(track -> theirs.add(track, cycle.cycle()));
      }
    }
    return media;
  }

  private static Map<CycleId, List<TrackFacts>> byCycle(Session session) {
    Map<CycleId, List<TrackFacts>> byCycle = new HashMap<>();
    for (RoomHistory history : session.rooms()) {
      for (TrackFacts track : history.tracks()) {
        byCycle.computeIfAbsent(track.cycle(), cycle -> new ArrayList<>(2)).add(track);
      }
    }
    return byCycle;
  }

  MediaTime of(PersonId person) {
    Tracks theirs = tracks.get(person);
    return theirs == null
        ? MediaTime.NONE
        : new MediaTime(
            within(theirs.microphone), within(theirs.camera), within(theirs.screenShare));
  }

  private Duration within(Stretches stretches) {
    return stretches.union().durationWithin(window);
  }

  /** One person's tracks, by what they are. */
  private static final class Tracks {
    private final Stretches microphone = new Stretches();
    private final Stretches camera = new Stretches();
    private final Stretches screenShare = new Stretches();

    void add(TrackFacts track, Cycle cycle) {
      switch (track.source()) {
        case MICROPHONE -> microphone.add(track, cycle);
        case CAMERA -> camera.add(track, cycle);
        // The sound of a screen is not shared without the screen.
        case SCREEN_SHARE, SCREEN_SHARE_AUDIO -> screenShare.add(track, cycle);
        case UNKNOWN, UNRECOGNIZED -> {
          // It proves presence, and nothing else.
        }
      }
    }
  }

  /** Stretches of time of which there may be many. */
  private static final class Stretches {
    private long[] starts = new long[2];
    private long[] ends = new long[2];
    private int count;

    void add(TrackFacts track, Cycle cycle) {
      long start = cycle.start().bestAt();
      long end = cycle.end().bestAt();
      long from = Math.max(start, track.publishedAt());
      long to =
          track.unpublishedAt() == CycleFacts.ABSENT ? end : Math.min(end, track.unpublishedAt());
      if (from < to) {
        add(from, to);
      }
    }

    private void add(long from, long to) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
        ends = Arrays.copyOf(ends, 2 * count);
      }
      starts[count] = from;
      ends[count] = to;
      count++;
    }

    /** Asked for once: the arrays are used up. */
    IntervalSet union() {
      return IntervalSet.unionOf(starts, ends, count);
    }
  }
}
