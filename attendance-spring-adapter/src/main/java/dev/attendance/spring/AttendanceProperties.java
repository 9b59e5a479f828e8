package dev.attendance.spring;

import dev.attendance.Retention;
import dev.attendance.cycle.OpenEnd;
import dev.attendance.record.Breakouts;
import dev.attendance.record.Denominator;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Everything an operator sets. The defaults are those of the library; a test holds them, the
 * library's constants and the published metadata together.
 *
 * @param enabled Whether the library is wired into this application at all.
 * @param store Where attendance is kept. Without it, in the application's database; an application
 *     without a database has to say that memory will do.
 * @param silentAfter How long a room with open cycles may be silent before they count as orphaned.
 * @param detectionDelay How long the meeting server takes to notice a lost connection.
 * @param livekit The LiveKit installation.
 * @param webhook The endpoint that LiveKit calls.
 * @param jobs What runs now and then.
 * @param append How events get into the application's database.
 * @param fold The threads that fold events after they were recorded.
 * @param session When a session counts as over and as settled.
 * @param retention How long sessions are kept.
 * @param policy How presence is measured and what it amounts to.
 * @param schema The tables in the application's database.
 * @param api The read API.
 */
@ConfigurationProperties("attendance")
record AttendanceProperties(
    @DefaultValue("true") boolean enabled,
    @Nullable StoreKind store,
    @DefaultValue("2h") Duration silentAfter,
    @DefaultValue("22s") Duration detectionDelay,
    @DefaultValue LiveKit livekit,
    @DefaultValue Webhook webhook,
    @DefaultValue Jobs jobs,
    @DefaultValue Append append,
    @DefaultValue Fold fold,
    @DefaultValue Session session,
    @DefaultValue RetentionLimits retention,
    @DefaultValue Policy policy,
    @DefaultValue Schema schema,
    @DefaultValue Api api) {

  /** Where attendance can be kept. */
  enum StoreKind {
    /** In the application's database. */
    JOOQ,
    /** Nowhere but in memory: gone when the process ends. */
    MEMORY
  }

  /**
   * The LiveKit installation.
   *
   * @param apiKey API key that LiveKit signs its webhooks with.
   * @param apiSecret Secret of the API key.
   * @param apiKeys Further API keys with their secrets, for the time while keys are rotated. The
   *     case of a key matters: write it in brackets.
   * @param url URL of the LiveKit server, to ask it who is there. Without it, it is not asked.
   * @param urlApiKey Which of several API keys to ask with. Not needed if there is one, or if
   *     attendance.livekit.api-key is the one.
   * @param timeout How long to wait for one answer of the LiveKit server.
   * @param cluster Whether LiveKit has several nodes, or keeps its rooms in Redis. Clocks may
   *     differ then, and the end of a room and being listed prove less.
   */
  record LiveKit(
      @Nullable String apiKey,
      @Nullable String apiSecret,
      @DefaultValue Map<String, String> apiKeys,
      @Nullable String url,
      @Nullable String urlApiKey,
      @DefaultValue("5s") Duration timeout,
      @DefaultValue("false") boolean cluster) {

    LiveKit {
      Checks.positive("timeout", timeout);
    }

    /** Shows no secret. */
    @Override
    public String toString() {
      return "LiveKit[url=" + url + "]";
    }
  }

  /**
   * The endpoint that LiveKit calls.
   *
   * @param enabled Whether there is an endpoint for LiveKit's webhooks. An application that records
   *     events by itself does without it and needs no API key.
   * @param path Path of the endpoint for LiveKit's webhooks. Whether they can be taken is told at
   *     the same path followed by /health.
   * @param bodyLimit The longest body of a webhook that is accepted.
   */
  record Webhook(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("/webhooks/livekit") String path,
      @DefaultValue("256KB") DataSize bodyLimit) {

    Webhook {
      Checks.path("path", path);
      if (bodyLimit.toBytes() < 1 || bodyLimit.toBytes() >= Integer.MAX_VALUE) {
        throw new IllegalArgumentException("bodyLimit: must lie between 1B and 2GB");
      }
    }
  }

  /**
   * What runs now and then.
   *
   * @param heartbeat Notes that this node is up, so that outages are known afterwards.
   * @param foldPending Folds what is still pending, after a crash for example.
   * @param observeLiveRooms Asks the LiveKit server who is there. Needs attendance.livekit.url.
   * @param reconcileOrphans Looks after cycles that were left open.
   * @param calculateSessions Settles sessions that have ended.
   * @param purgeSessions Deletes what is too old. Needs attendance.retention.events.
   */
  record Jobs(
      @DefaultValue Heartbeat heartbeat,
      @DefaultValue FoldPending foldPending,
      @DefaultValue ObserveLiveRooms observeLiveRooms,
      @DefaultValue ReconcileOrphans reconcileOrphans,
      @DefaultValue CalculateSessions calculateSessions,
      @DefaultValue PurgeSessions purgeSessions) {

    /** What is set of each job. */
    sealed interface Job {
      boolean enabled();

      Duration every();
    }

    /**
     * Notes that this node is up, so that outages are known afterwards.
     *
     * @param enabled Whether this node runs the job: it is noted that the node is up. Every node
     *     that takes webhooks has to, or its time counts as an outage if others do.
     * @param every The pause between two runs of the job: it is noted that the node is up. An
     *     outage that is shorter than three of them is not noticed. The same on all nodes.
     */
    record Heartbeat(@DefaultValue("true") boolean enabled, @DefaultValue("5s") Duration every)
        implements Job {
      Heartbeat {
        Checks.positive("every", every);
      }
    }

    /**
     * Folds what is still pending.
     *
     * @param enabled Whether this node runs the job: what is still pending is folded.
     * @param every The pause between two runs of the job: what is still pending is folded.
     */
    record FoldPending(@DefaultValue("true") boolean enabled, @DefaultValue("5s") Duration every)
        implements Job {
      FoldPending {
        Checks.positive("every", every);
      }
    }

    /**
     * Asks the LiveKit server who is there.
     *
     * @param enabled Whether this node runs the job: the LiveKit server is asked who is there.
     * @param every The pause between two runs of the job: the LiveKit server is asked who is there.
     */
    record ObserveLiveRooms(
        @DefaultValue("true") boolean enabled, @DefaultValue("1m") Duration every) implements Job {
      ObserveLiveRooms {
        Checks.positive("every", every);
      }
    }

    /**
     * Looks after cycles that were left open.
     *
     * @param enabled Whether this node runs the job: cycles that were left open are looked after.
     * @param every The pause between two runs of the job: cycles that were left open are looked
     *     after.
     */
    record ReconcileOrphans(
        @DefaultValue("true") boolean enabled, @DefaultValue("1h") Duration every) implements Job {
      ReconcileOrphans {
        Checks.positive("every", every);
      }
    }

    /**
     * Settles sessions that have ended.
     *
     * @param enabled Whether this node runs the job: sessions that have ended are settled.
     * @param every The pause between two runs of the job: sessions that have ended are settled.
     */
    record CalculateSessions(
        @DefaultValue("true") boolean enabled, @DefaultValue("5m") Duration every) implements Job {
      CalculateSessions {
        Checks.positive("every", every);
      }
    }

    /**
     * Deletes what is too old.
     *
     * @param enabled Whether this node runs the job: what is too old is deleted.
     * @param every The pause between two runs of the job: what is too old is deleted.
     */
    record PurgeSessions(@DefaultValue("true") boolean enabled, @DefaultValue("1h") Duration every)
        implements Job {
      PurgeSessions {
        Checks.positive("every", every);
      }
    }
  }

  /**
   * How events get into the application's database: those that come at the same time share a
   * transaction.
   *
   * @param writers How many transactions append events at once, each on a connection of the pool.
   * @param batch How many events of several callers a transaction appends at most.
   * @param queue How many callers may wait for their turn to append. LiveKit is asked to send again
   *     what finds no place.
   * @param patience How long a caller waits for its turn to append. After that, LiveKit is asked to
   *     send again.
   */
  record Append(
      @DefaultValue("2") int writers,
      @DefaultValue("500") int batch,
      @DefaultValue("10000") int queue,
      @DefaultValue("3s") Duration patience) {
    Append {
      Checks.positive("writers", writers);
      Checks.positive("batch", batch);
      if (queue < 0) {
        throw new IllegalArgumentException("queue: must not be negative");
      }
      Checks.positive("patience", patience);
    }
  }

  /**
   * The threads that fold events after they were recorded.
   *
   * @param threads How many threads fold events after they were recorded.
   * @param queue How many rooms may wait to be folded. What finds no place is folded by the job
   *     fold-pending.
   */
  record Fold(@DefaultValue("2") int threads, @DefaultValue("10000") int queue) {
    Fold {
      Checks.positive("threads", threads);
      Checks.positive("queue", queue);
    }
  }

  /**
   * When a session counts as over and as settled.
   *
   * @param settle How long after the end of a session what is late is awaited before it is settled.
   * @param emptyAfter How long after the last sign of anybody a session without a plan is over, if
   *     LiveKit does not tell that the room finished.
   */
  record Session(@DefaultValue("1m") Duration settle, @DefaultValue("5m") Duration emptyAfter) {}

  /**
   * How long sessions are kept.
   *
   * @param events How long the events of a session that is final are kept, and what was worked out
   *     from them but the settled records. Without it, for ever.
   * @param records How long settled records and corrections are kept, at least as long as events.
   *     Without it, for ever.
   */
  record RetentionLimits(@Nullable Duration events, @Nullable Duration records) {
    RetentionLimits {
      if (events == null && records != null) {
        throw new IllegalArgumentException("records: cannot be deleted where events are not");
      }
    }

    /** Nothing if all is kept for ever. */
    Optional<Retention> limits() {
      return Optional.ofNullable(events)
          .map(limit -> new Retention(limit, Optional.ofNullable(records)));
    }
  }

  /**
   * How presence is measured and what it amounts to. Whoever changes it gives it a name or a
   * version of its own: both are stamped on every session.
   *
   * @param name Name of the policy.
   * @param version Version of the policy, from 1 up.
   * @param present How much presence makes a person present: a share of the window (75%), a time
   *     inside it (45m), or whichever is reached (75%/45m).
   * @param partial How much presence makes a person who is not present partially so, in the same
   *     form. 0% means any time at all.
   * @param lateAfter How late a person may come without being late.
   * @param leftEarlyBefore How long before the end a person may go without having left early.
   * @param denominator The window that presence is measured against.
   * @param reconnectGrace The longest gap that is bridged.
   * @param breakouts Whether presence in breakout rooms counts.
   * @param longestOpen How long a cycle may be open before it is taken to have ended.
   * @param openEnd Which value to take as the best one for an end that nobody reported.
   */
  record Policy(
      @DefaultValue("standard") String name,
      @DefaultValue("1") int version,
      @DefaultValue("75%") String present,
      @DefaultValue("0%") String partial,
      @DefaultValue("5m") Duration lateAfter,
      @DefaultValue("5m") Duration leftEarlyBefore,
      @DefaultValue("scheduled") Denominator denominator,
      @DefaultValue("0s") Duration reconnectGrace,
      @DefaultValue("consolidated") Breakouts breakouts,
      @DefaultValue("12h") Duration longestOpen,
      @DefaultValue("latest") OpenEnd openEnd) {}

  /**
   * The tables in the application's database.
   *
   * @param create Whether to create missing tables at start. Leave it off where Flyway or another
   *     tool runs the library's scripts.
   */
  record Schema(@DefaultValue("false") boolean create) {}

  /**
   * The read API: attendance as JSON, personal data included. Whoever opens it protects it.
   *
   * @param enabled Whether attendance can be read over HTTP. It shows personal data: the
   *     application has to protect it.
   * @param path Path of the read API.
   */
  record Api(@DefaultValue("false") boolean enabled, @DefaultValue("/attendance") String path) {
    Api {
      Checks.path("path", path);
    }
  }

  /** Rules that several properties share. */
  private static final class Checks {

    static void path(String field, String path) {
      if (!path.matches("(/[A-Za-z0-9._~-]+)+")) {
        throw new IllegalArgumentException(
            field + ": must begin with a slash, not end with one, and have no pattern in it");
      }
    }

    static void positive(String field, Duration duration) {
      if (duration.isZero() || duration.isNegative()) {
        throw new IllegalArgumentException(field + ": must be positive");
      }
    }

    static void positive(String field, int number) {
      if (number < 1) {
        throw new IllegalArgumentException(field + ": must be positive");
      }
    }
  }
}
