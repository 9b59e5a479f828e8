package dev.attendance.spring;

import dev.attendance.Attendance;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Counts for Micrometer; the application's meter registry picks them up if it has one. */
@AutoConfiguration(
    after = {AttendanceJobsAutoConfiguration.class, AttendanceWebhookAutoConfiguration.class})
@ConditionalOnClass(MeterBinder.class)
@ConditionalOnBean(Attendance.class)
public final class AttendanceMetricsAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  AttendanceMetrics attendanceMetrics(
      Attendance attendance,
      ObjectProvider<WebhookEndpoint> webhook,
      ObjectProvider<JobSchedule> jobs) {
    return new AttendanceMetrics(attendance, webhook.getIfAvailable(), jobs.getIfAvailable());
  }
}
