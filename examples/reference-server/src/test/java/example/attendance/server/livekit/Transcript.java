package example.attendance.server.livekit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one client process said and what was done to it, in order, with waiting for more. */
final class Transcript {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int KEPT_NOISE = 30;

  private final List<Entry> entries = new ArrayList<>();
  private final Deque<String> noise = new ArrayDeque<>();
  private boolean ended;

  /** One thing that happened, by the clock of the process it happened to. */
  record Entry(String event, Instant at, JsonNode more) {

    String text(String field) {
      return more.path(field).asString("");
    }
  }

  /** Takes a line of the process's output; what is no event is kept for error messages. */
  synchronized void line(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      if (node.has("event")) {
        String event = node.required("event").asString();
        entries.add(new Entry(event, Instant.ofEpochMilli(node.required("at").asLong()), node));
        notifyAll();
        return;
      }
    } catch (JacksonException notJson) {
      // noise, like everything else that is no event
    }
    noise.addLast(line);
    if (noise.size() > KEPT_NOISE) {
      noise.removeFirst();
    }
  }

  /** Adds what was done to the process from outside. */
  synchronized void note(String event, Instant at) {
    entries.add(new Entry(event, at, JSON.createObjectNode()));
    notifyAll();
  }

  /** No more output will come. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  synchronized int size() {
    return entries.size();
  }

  synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** Waits for the first of these events at or after the position. */
  synchronized Entry await(int from, Duration limit, String... events) throws InterruptedException {
    List<String> wanted = List.of(events);
    long deadline = System.nanoTime() + limit.toNanos();
    for (int next = from; ; next++) {
      while (next >= entries.size()) {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0 || ended) {
          throw new IllegalStateException(
              (ended ? "ended without " : "no ") + wanted + " within " + limit + ":\n" + this);
        }
        wait(left);
      }
      if (wanted.contains(entries.get(next).event())) {
        return entries.get(next);
      }
    }
  }

  @Override
  public synchronized String toString() {
    return entries.stream()
            .map(e -> e.at() + " " + e.event() + " " + e.more())
            .collect(Collectors.joining("\n"))
        + "\n"
        + String.join("\n", noise);
  }
}
