package dev.attendance.spring;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

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
record JobProperties(
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
   * @param enabled Whether this node runs the job: it is noted that the node is up. Every node that
   *     takes webhooks has to, or its time counts as an outage if others do.
   * @param every The pause between two runs of the job: it is noted that the node is up. An outage
   *     that is shorter than three of them is not noticed. The same on all nodes.
   */
  record Heartbeat(@DefaultValue("true") boolean enabled, @DefaultValue("5s") Duration every)
      implements Job {
    Heartbeat {
      PropertyChecks.positive("every", every);
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
      PropertyChecks.positive("every", every);
    }
  }

  /**
   * Asks the LiveKit server who is there.
   *
   * @param enabled Whether this node runs the job: the LiveKit server is asked who is there.
   * @param every The pause between two runs of the job: the LiveKit server is asked who is there.
   */
  record ObserveLiveRooms(@DefaultValue("true") boolean enabled, @DefaultValue("1m") Duration every)
      implements Job {
    ObserveLiveRooms {
      PropertyChecks.positive("every", every);
    }
  }

  /**
   * Looks after cycles that were left open.
   *
   * @param enabled Whether this node runs the job: cycles that were left open are looked after.
   * @param every The pause between two runs of the job: cycles that were left open are looked
   *     after.
   */
  record ReconcileOrphans(@DefaultValue("true") boolean enabled, @DefaultValue("1h") Duration every)
      implements Job {
    ReconcileOrphans {
      PropertyChecks.positive("every", every);
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
      PropertyChecks.positive("every", every);
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
      PropertyChecks.positive("every", every);
    }
  }
}
