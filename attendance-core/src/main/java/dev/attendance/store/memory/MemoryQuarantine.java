package dev.attendance.store.memory;

import dev.attendance.store.Quarantine;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The quarantine of {@link MemoryStore}. */
final class MemoryQuarantine implements Quarantine {

  private record Key(String source, String digest) {}

  private static final Comparator<Body> OLDEST_FIRST =
      Comparator.comparing(Body::receivedAt)
          .thenComparing(Body::digest)
          .thenComparing(Body::source);

  private final Map<Key, Body> bodies = new LinkedHashMap<>();

  @Override
  public synchronized boolean keep(Body body) {
    return bodies.putIfAbsent(new Key(body.source(), body.digest()), body) == null;
  }

  @Override
  public synchronized long count() {
    return bodies.size();
  }

  @Override
  public synchronized List<Body> oldest(int limit) {
    return bodies.values().stream().sorted(OLDEST_FIRST).limit(limit).toList();
  }

  @Override
  public synchronized List<Body> after(Body body, int limit) {
    return bodies.values().stream()
        .filter(other -> OLDEST_FIRST.compare(other, body) > 0)
        .sorted(OLDEST_FIRST)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized boolean remove(String source, String digest) {
    return bodies.remove(new Key(source, digest)) != null;
  }
}
