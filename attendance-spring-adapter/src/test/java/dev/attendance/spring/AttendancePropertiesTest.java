package dev.attendance.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attendance.AttendanceBuilder;
import dev.attendance.Heartbeat;
import dev.attendance.cycle.SourceTiming;
import dev.attendance.jooq.JooqStore;
import dev.attendance.jooq.TableNames;
import dev.attendance.livekit.LiveKitWebhook;
import dev.attendance.livekit.RoomServiceClient;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.session.SessionTiming;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds together what the code, the library's constants and the published metadata say. */
class AttendancePropertiesTest {

  private final AttendanceProperties defaults = bind(Map.of());

  @Test
  void theDefaultsAreThoseOfTheLibrary() {
    AttendancePolicy standard = AttendancePolicy.standard();
    assertThat(defaults.silentAfter()).isEqualTo(AttendanceBuilder.DEFAULT_SILENT_AFTER);
    assertThat(defaults.detectionDelay()).isEqualTo(SourceTiming.LIVEKIT.detectionDelay());
    assertThat(defaults.livekit().timeout()).isEqualTo(RoomServiceClient.DEFAULT_TIMEOUT);
    assertThat(defaults.webhook().bodyLimit().toBytes())
        .isEqualTo(LiveKitWebhook.DEFAULT_BODY_LIMIT);
    assertThat(defaults.append().writers()).isEqualTo(JooqStore.DEFAULT_APPEND_WRITERS);
    assertThat(defaults.append().batch()).isEqualTo(JooqStore.DEFAULT_APPEND_BATCH);
    assertThat(defaults.append().queue()).isEqualTo(JooqStore.DEFAULT_APPEND_QUEUE);
    assertThat(defaults.append().patience()).isEqualTo(JooqStore.DEFAULT_APPEND_PATIENCE);
    assertThat(defaults.session().settle()).isEqualTo(SessionTiming.STANDARD.settle());
    assertThat(defaults.session().emptyAfter()).isEqualTo(SessionTiming.STANDARD.emptyAfter());
    assertThat(defaults.policy().name()).isEqualTo(standard.id().name());
    assertThat(defaults.policy().version()).isEqualTo(standard.id().version());
    assertThat(Policies.of(defaults.policy())).isEqualTo(standard);
    assertThat(DatabaseTables.names(defaults.schema(), SQLDialect.H2))
        .isEqualTo(TableNames.STANDARD);
  }

  @Test
  void theDefaultsOfTheAdapterAreAsDocumented() {
    JobProperties jobs = defaults.jobs();
    assertThat(jobs.heartbeat().every()).isEqualTo(Heartbeat.DEFAULT_EVERY);
    assertThat(jobs.foldPending().every()).isEqualTo(Duration.ofSeconds(5));
    assertThat(jobs.observeLiveRooms().every()).isEqualTo(Duration.ofMinutes(1));
    assertThat(jobs.reconcileOrphans().every()).isEqualTo(Duration.ofHours(1));
    assertThat(jobs.calculateSessions().every()).isEqualTo(Duration.ofMinutes(5));
    assertThat(jobs.purgeSessions().every()).isEqualTo(Duration.ofHours(1));
    assertThat(defaults.retention().limits()).isEmpty();
    assertThat(defaults.enabled()).isTrue();
    assertThat(defaults.store()).isNull();
    assertThat(defaults.webhook().enabled()).isTrue();
    assertThat(defaults.webhook().path()).isEqualTo("/webhooks/livekit");
    assertThat(defaults.api().enabled()).isFalse();
    assertThat(defaults.api().path()).isEqualTo("/attendance");
    assertThat(defaults.schema().create()).isFalse();
    assertThat(defaults.schema().validate()).isTrue();
  }

  @Test
  void theMetadataTellsEveryPropertyWithItsDefaultAndADescription() throws IOException {
    Map<String, JsonNode> published = new TreeMap<>();
    for (JsonNode property : metadata().get("properties")) {
      published.put(property.get("name").asString(), property);
    }
    Map<String, String> defaultsInMetadata = new TreeMap<>();
    published.forEach(
        (name, property) -> {
          assertThat(property.path("description").asString("")).as(name).isNotBlank();
          if (property.has("defaultValue")) {
            defaultsInMetadata.put(name, property.get("defaultValue").asString());
          }
        });

    assertThat(published.keySet()).isEqualTo(names(AttendanceProperties.class, "attendance"));
    assertThat(bind(defaultsInMetadata)).isEqualTo(defaults);
    assertThat(published.keySet())
        .filteredOn(name -> !defaultsInMetadata.containsKey(name))
        .as("properties without a default")
        .containsExactlyInAnyOrder(
            "attendance.store",
            "attendance.livekit.api-key",
            "attendance.livekit.api-keys",
            "attendance.livekit.api-secret",
            "attendance.livekit.url",
            "attendance.livekit.url-api-key",
            "attendance.retention.events",
            "attendance.retention.records",
            "attendance.schema.name");
  }

  @ParameterizedTest
  @CsvSource({
    "attendance.jobs.fold-pending.every, 0s",
    "attendance.jobs.purge-sessions.every, 0s",
    "attendance.retention.records, 30d",
    "attendance.append.writers, 0",
    "attendance.append.batch, 0",
    "attendance.append.queue, -1",
    "attendance.append.patience, 0s",
    "attendance.fold.threads, 0",
    "attendance.fold.queue, 0",
    "attendance.livekit.timeout, -1s",
    "attendance.webhook.path, webhooks",
    "attendance.webhook.path, /webhooks/",
    "attendance.webhook.path, /webhooks/{tenant}",
    "attendance.api.path, /",
    "attendance.webhook.body-limit, 3GB"
  })
  void whatMakesNoSenseIsRefused(String name, String value) {
    assertThatThrownBy(() -> bind(Map.of(name, value)))
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSecretIsNotShown() {
    AttendanceProperties set =
        bind(
            Map.of(
                "attendance.livekit.api-key", "key",
                "attendance.livekit.api-secret", "hush",
                "attendance.livekit.api-keys.other", "hush"));

    assertThat(set.livekit().apiSecret()).isEqualTo("hush");
    assertThat(set.toString()).doesNotContain("hush");
  }

  @Test
  void theCaseOfAnApiKeyIsKept() {
    assertThat(bind(Map.of("attendance.livekit.api-keys[APIxYz1]", "s")).livekit().apiKeys())
        .containsOnlyKeys("APIxYz1");
  }

  private static AttendanceProperties bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("attendance", Bindable.of(AttendanceProperties.class));
  }

  /** Spring Boot has metadata of its own in the same place: ours is beside the class. */
  private static JsonNode metadata() throws IOException {
    String classes =
        AttendanceProperties.class.getProtectionDomain().getCodeSource().getLocation().toString();
    URI own = URI.create(classes + "META-INF/spring-configuration-metadata.json");
    try (InputStream in = own.toURL().openStream()) {
      return JsonMapper.shared().readTree(in);
    }
  }

  private static Set<String> names(Class<?> type, String prefix) {
    Set<String> names = new TreeSet<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String name =
          prefix + "." + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      if (component.getType().isRecord()) {
        names.addAll(names(component.getType(), name));
      } else {
        names.add(name);
      }
    }
    return names;
  }
}
