package dev.attendance.spring;

import dev.attendance.jooq.JooqStore;
import dev.attendance.store.AttendanceStore;
import dev.attendance.store.memory.MemoryStore;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.ConnectionHolder;

/**
 * The places where attendance can be kept, to be imported in this order. Not nested in the
 * auto-configuration, for the order of nested classes is nobody's promise.
 */
final class StoreConfigurations {

  private StoreConfigurations() {}

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "attendance.store", havingValue = "memory")
  static final class Memory {

    @Bean
    @ConditionalOnMissingBean
    AttendanceStore attendanceStore(AttendanceProperties properties) {
      return new MemoryStore(properties.rawBodies());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({JooqStore.class, ConnectionHolder.class})
  @ConditionalOnSingleCandidate(DataSource.class)
  @ConditionalOnProperty(name = "attendance.store", havingValue = "jooq", matchIfMissing = true)
  static final class Jooq {

    @Bean
    @ConditionalOnMissingBean
    @DependsOnDatabaseInitialization
    AttendanceStore attendanceStore(DataSource dataSource, AttendanceProperties properties) {
      return DatabaseStore.open(dataSource, properties);
    }
  }

  /** Reached only if nothing else fits. */
  @Configuration(proxyBeanMethods = false)
  static final class Missing {

    @Bean
    @ConditionalOnMissingBean
    @SuppressWarnings("DoNotCallSuggester") // Spring calls it, to learn what is missing.
    AttendanceStore attendanceStore() {
      throw new AttendanceConfigurationException(
          "There is no place to keep attendance: attendance-jooq and a single DataSource were not"
              + " both found.",
          "Add attendance-jooq and set spring.datasource.url (with several DataSources, make one"
              + " primary), or set attendance.store=memory if it may be gone when the process"
              + " ends.");
    }
  }
}
