package dev.attendance.spring;

import dev.attendance.Attendance;
import java.util.Map;
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
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Attendance as JSON over HTTP, in a servlet web application that opens it by {@code
 * attendance.api.enabled=true}. It asks nobody for credentials: the application does.
 */
@AutoConfiguration(after = AttendanceWebhookAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnBean({Attendance.class, AttendanceProperties.class})
@ConditionalOnBooleanProperty(name = "attendance.api.enabled")
public final class AttendanceApiAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean(name = "attendanceReadApiRoutes")
  RouterFunction<ServerResponse> attendanceReadApiRoutes(
      Attendance attendance,
      AttendanceProperties properties,
      ObjectProvider<WebhookEndpoint> webhook) {
    ReadApi api =
        new ReadApi(
            attendance,
            () -> webhook.stream().findFirst().map(WebhookEndpoint::counts).orElse(Map.of()));
    return api.routes(properties.api().path());
  }
}
