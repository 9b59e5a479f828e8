package dev.attendance.spring;

import dev.attendance.Attendance;
import dev.attendance.AttendanceBuilder;
import dev.attendance.AttendanceListener;
import dev.attendance.cycle.ParticipantFilter;
import dev.attendance.cycle.SourceTiming;
import dev.attendance.event.LiveRooms;
import dev.attendance.livekit.RoomServiceClient;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.PolicyResolver;
import dev.attendance.session.PersonResolver;
import dev.attendance.session.SessionDirectory;
import dev.attendance.session.SessionTiming;
import dev.attendance.store.AttendanceStore;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * Wires the library into a Spring Boot application. A {@link SessionDirectory} (without one, plans
 * are put into the store), {@link PersonResolver}, {@link ParticipantFilter}, {@link
 * InstantSource}, {@link LiveRooms}, {@link AttendancePolicy}, {@link PolicyResolver}, {@link
 * SourceTiming}, {@link SessionTiming}, {@link AttendanceStore} and any number of {@link
 * AttendanceListener}s of the application's are used; {@code attendance.enabled=false} turns all of
 * it off.
 */
@AutoConfiguration(after = AttendanceStoreAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "attendance.enabled", matchIfMissing = true)
@EnableConfigurationProperties(AttendanceProperties.class)
public final class AttendanceAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  AttendancePolicy attendancePolicy(AttendanceProperties properties) {
    return Policies.of(properties.policy());
  }

  @Bean
  @ConditionalOnMissingBean
  SourceTiming attendanceSourceTiming(AttendanceProperties properties) {
    SourceTiming timing =
        properties.livekit().cluster() ? SourceTiming.LIVEKIT_CLUSTER : SourceTiming.LIVEKIT;
    return timing.withDetectionDelay(properties.detectionDelay());
  }

  @Bean
  @ConditionalOnMissingBean
  SessionTiming attendanceSessionTiming(AttendanceProperties properties) {
    return new SessionTiming(properties.session().emptyAfter(), properties.session().settle());
  }

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnProperty("attendance.livekit.url")
  LiveRooms attendanceLiveRooms(
      AttendanceProperties properties, ObjectProvider<InstantSource> clock) {
    LiveKitProperties livekit = properties.livekit();
    Map.Entry<String, String> key = ApiKeys.forQuestions(livekit);
    return new RoomServiceClient(
        serverUrl(livekit), key.getKey(), key.getValue(), clock(clock), livekit.timeout());
  }

  @Bean
  @ConditionalOnMissingBean
  FoldThreads attendanceFoldThreads(AttendanceProperties properties) {
    return new FoldThreads(properties.fold().threads(), properties.fold().queue());
  }

  @Bean
  @ConditionalOnMissingBean
  Attendance attendance(
      AttendanceStore store,
      AttendanceProperties properties,
      AttendancePolicy policy,
      SourceTiming sourceTiming,
      SessionTiming sessionTiming,
      FoldThreads foldThreads,
      ObjectProvider<InstantSource> clock,
      ObjectProvider<SessionDirectory> directory,
      ObjectProvider<PolicyResolver> policies,
      ObjectProvider<ParticipantFilter> filter,
      ObjectProvider<PersonResolver> persons,
      ObjectProvider<LiveRooms> liveRooms,
      ApplicationContext context) {
    AttendanceBuilder builder =
        Attendance.builder(store)
            .clock(clock(clock))
            .policy(policy)
            .sourceTiming(sourceTiming)
            .sessionTiming(sessionTiming)
            .silentAfter(properties.silentAfter())
            .heartbeatEvery(properties.jobs().heartbeat().every())
            .foldExecutor(foldThreads.executor());
    properties.retention().limits().ifPresent(builder::retention);
    directory.ifAvailable(builder::directory);
    policies.ifAvailable(builder::policies);
    filter.ifAvailable(builder::filter);
    persons.ifAvailable(builder::persons);
    liveRooms.ifAvailable(builder::liveRooms);
    for (String listener : context.getBeanNamesForType(AttendanceListener.class, true, false)) {
      builder.listener(new ListenerBean(context, listener));
    }
    return builder.build();
  }

  /** The application's clock if it has exactly one, for clocks are used for many purposes. */
  static InstantSource clock(ObjectProvider<InstantSource> clock) {
    return clock.getIfUnique(InstantSource::system);
  }

  private static URI serverUrl(LiveKitProperties livekit) {
    try {
      return URI.create(String.valueOf(livekit.url()).strip());
    } catch (IllegalArgumentException exception) {
      throw new AttendanceConfigurationException(
          "LiveKit cannot be asked who is there: attendance.livekit.url is not a URL.",
          "Set attendance.livekit.url to the URL that clients are given, for example"
              + " wss://livekit.example.org, or leave it out.");
    }
  }
}
