package dev.attendance.spring;

import dev.attendance.Attendance;
import dev.attendance.livekit.LiveKitKeys;
import dev.attendance.livekit.LiveKitWebhook;
import dev.attendance.livekit.WebhookReceiver;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The endpoint that LiveKit calls, and its health, in a servlet web application. Both are open to
 * anybody: a webhook proves itself by its signature. An application with Spring Security permits
 * both paths and exempts them from CSRF protection.
 */
@AutoConfiguration(after = AttendanceAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnBean({Attendance.class, AttendanceProperties.class})
@ConditionalOnBooleanProperty(name = "attendance.webhook.enabled", matchIfMissing = true)
public final class AttendanceWebhookAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  LiveKitKeys attendanceLiveKitKeys(AttendanceProperties properties) {
    return LiveKitKeys.of(ApiKeys.secretsByKey(properties.livekit()));
  }

  @Bean
  @ConditionalOnMissingBean
  WebhookReceiver attendanceWebhookReceiver(LiveKitKeys keys, ObjectProvider<InstantSource> clock) {
    return new WebhookReceiver(keys, AttendanceAutoConfiguration.clock(clock));
  }

  @Bean
  @ConditionalOnMissingBean
  LiveKitWebhook attendanceLiveKitWebhook(
      WebhookReceiver receiver, Attendance attendance, ObjectProvider<InstantSource> clock) {
    return new LiveKitWebhook(receiver, attendance, AttendanceAutoConfiguration.clock(clock));
  }

  @Bean
  @ConditionalOnMissingBean
  WebhookEndpoint attendanceWebhookEndpoint(
      LiveKitWebhook webhook, AttendanceProperties properties) {
    return new WebhookEndpoint(
        webhook, Math.toIntExact(properties.webhook().bodyLimit().toBytes()));
  }

  @Bean
  @ConditionalOnMissingBean
  HealthEndpoint attendanceHealthEndpoint(
      Attendance attendance, ObjectProvider<InstantSource> clock) {
    return new HealthEndpoint(attendance, AttendanceAutoConfiguration.clock(clock));
  }

  @Bean
  @ConditionalOnMissingBean(name = "attendanceWebhookRoutes")
  RouterFunction<ServerResponse> attendanceWebhookRoutes(
      WebhookEndpoint webhook, HealthEndpoint health, AttendanceProperties properties) {
    String path = properties.webhook().path();
    return RouterFunctions.route()
        .POST(path, webhook::receive)
        .GET(path + "/health", health::health)
        .build();
  }

  @Bean
  @ConditionalOnMissingBean
  RawBodyFilter attendanceRawBodyFilter(AttendanceProperties properties) {
    return new RawBodyFilter(properties.webhook().path());
  }
}
