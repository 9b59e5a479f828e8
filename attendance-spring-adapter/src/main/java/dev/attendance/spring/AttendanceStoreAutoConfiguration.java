package dev.attendance.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/**
 * Chooses where attendance is kept: the application's database, or memory if the operator says so.
 * Never memory by accident.
 */
@AutoConfiguration(
    // Spring Boot 4 moved both.
    afterName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
      "org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration"
    })
@ConditionalOnBooleanProperty(name = "attendance.enabled", matchIfMissing = true)
@EnableConfigurationProperties(AttendanceProperties.class)
@Import({
  StoreConfigurations.Jooq.class,
  StoreConfigurations.Memory.class,
  StoreConfigurations.Missing.class
})
public final class AttendanceStoreAutoConfiguration {}
