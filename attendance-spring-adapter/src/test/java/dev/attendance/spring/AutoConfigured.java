package dev.attendance.spring;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Applications without a web server that are wired by all auto-configurations. */
final class AutoConfigured {

  /** One that has not said where attendance is kept. */
  static final ApplicationContextRunner RUNNER =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  AttendanceStoreAutoConfiguration.class,
                  AttendanceAutoConfiguration.class,
                  AttendanceJobsAutoConfiguration.class,
                  AttendanceWebhookAutoConfiguration.class,
                  AttendanceApiAutoConfiguration.class,
                  AttendanceMetricsAutoConfiguration.class));

  /** One that keeps it in memory. */
  static final ApplicationContextRunner IN_MEMORY =
      RUNNER.withPropertyValues("attendance.store=memory");

  private AutoConfigured() {}
}
