package example.attendance.benchmarks.ingest;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.store.Delivery;
import dev.attendance.store.RawBody;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** About a thousand bytes as LiveKit sends them, with an event's own ids, for an event. */
final class WebhookBody {

  private static final String TEMPLATE =
      """
      {"event":"%s","room":{"sid":"%s","name":"%s",\
      "emptyTimeout":300,"departureTimeout":20,"creationTime":"1785139200",\
      "creationTimeMs":"1785139200123","enabledCodecs":[{"mime":"audio/PCMU"},\
      {"mime":"audio/PCMA"},{"mime":"audio/opus"},{"mime":"audio/red"},{"mime":"video/VP8"},\
      {"mime":"video/H264"},{"mime":"video/VP9"},{"mime":"video/AV1"},{"mime":"video/H265"},\
      {"mime":"video/rtx"}],"numParticipants":1,"numPublishers":1},"participant":{\
      "sid":"PA_%s","identity":"student-%d","state":"ACTIVE",\
      "metadata":"{\\"class\\":\\"7B\\",\\"school\\":\\"S-77\\",\\"token\\":\\"%s\\"}",\
      "joinedAt":"%d","joinedAtMs":"%d",\
      "name":"Student of the class","version":9,"permission":{"canSubscribe":true,"canPublish":true,\
      "canPublishData":true},"isPublisher":true,"attributes":{"schoolId":"S-77"}},\
      "id":"%s","createdAt":"%d"}""";

  private WebhookBody() {}

  static Delivery with(AttendanceEvent event) {
    String id = event.header().id().value();
    long at = event.header().occurredAt().toEpochMilli();
    String body =
        TEMPLATE.formatted(
            event.kind().name().toLowerCase(Locale.ROOT),
            event.header().room().sid(),
            event.header().room().name(),
            new StringBuilder(id).reverse(),
            id.hashCode() & 0xffff,
            id.repeat(8),
            at / 1_000,
            at,
            id,
            at / 1_000);
    return new Delivery(event, Optional.of(RawBody.of(body.getBytes(StandardCharsets.UTF_8))));
  }
}
