package dev.attendance;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.store.AppendOutcome;
import dev.attendance.store.Delivery;
import dev.attendance.store.Quarantine;
import dev.attendance.store.RawBody;
import dev.attendance.store.StoreUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decodes what is in quarantine once more, after an upgrade, and records what it tells: events are
 * received when their body was, however late they are read. A body is taken out after its events
 * are durable; what a crash leaves in is a duplicate the next time (R1). What still cannot be
 * decoded stays. Safe on any number of nodes.
 */
public final class ReplayQuarantine {

  private static final int BODIES_AT_ONCE = 100;

  private final Quarantine quarantine;
  private final Function<List<Delivery>, List<AppendOutcome>> recorder;

  ReplayQuarantine(Quarantine quarantine, Function<List<Delivery>, List<AppendOutcome>> recorder) {
    this.quarantine = quarantine;
    this.recorder = recorder;
  }

  /**
   * What a run did.
   *
   * @param bodies how many bodies were taken out
   * @param appended how many events were new
   * @param duplicates how many events were known
   * @param undecodable how many bodies stay
   */
  public record Outcome(long bodies, long appended, long duplicates, long undecodable) {}

  /**
   * Goes through all bodies once, the oldest first.
   *
   * @param decoder decodes them, for example {@code LiveKitWebhook::decodeAgain}
   * @return what was done
   * @throws StoreUnavailableException if the store cannot do it now; what was taken out until then
   *     stays so
   */
  public Outcome runOnce(QuarantineDecoder decoder) {
    long bodies = 0;
    long appended = 0;
    long duplicates = 0;
    long undecodable = 0;
    List<Quarantine.Body> page = quarantine.oldest(BODIES_AT_ONCE);
    while (!page.isEmpty()) {
      for (Quarantine.Body body : page) {
        Optional<List<AttendanceEvent>> events = decoder.decode(body);
        if (events.isEmpty()) {
          undecodable++;
          continue;
        }
        for (AppendOutcome outcome : recorder.apply(deliveries(events.get(), body))) {
          appended += outcome == AppendOutcome.APPENDED ? 1 : 0;
          duplicates += outcome == AppendOutcome.DUPLICATE ? 1 : 0;
        }
        bodies += quarantine.remove(body.source(), body.digest()) ? 1 : 0;
      }
      page = quarantine.after(page.get(page.size() - 1), BODIES_AT_ONCE);
    }
    return new Outcome(bodies, appended, duplicates, undecodable);
  }

  /** Each event with the body that tells of it, for that leaves the quarantine. */
  private static List<Delivery> deliveries(List<AttendanceEvent> events, Quarantine.Body body) {
    Optional<RawBody> raw = Optional.of(RawBody.of(body.body()));
    return events.stream().map(event -> new Delivery(event, raw)).toList();
  }
}
