package example.attendance.benchmarks.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.event.AttendanceEvent;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything is measured once, however short; how fast it is, is not a test's business. */
class IngestTest {

  @ParameterizedTest
  @ValueSource(strings = {"POSTGRES", "MARIADB", "H2"})
  void everyCaseRuns(String database) throws Exception {
    Ingest.main(new String[] {database, "50", "1", "1,4", "off,plain,compressed"});
  }

  @Test
  void bodiesAreAsLongAsThoseOfWebhooks() {
    WebhookStream events = new WebhookStream();
    for (int i = 0; i < 1_000; i++) {
      assertThat(WebhookBody.with(events.next()).body().orElseThrow().bytes().length)
          .isBetween(950, 1_050);
    }
  }

  @Test
  void noEventComesTwice() {
    WebhookStream events = new WebhookStream();
    Set<Object> ids = new HashSet<>();
    Set<Integer> lengths = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      AttendanceEvent event = events.next();
      assertThat(ids.add(event.header().id())).isTrue();
      lengths.add(event.header().room().sid().length());
    }
    assertThat(lengths).containsExactly(15);
  }
}
