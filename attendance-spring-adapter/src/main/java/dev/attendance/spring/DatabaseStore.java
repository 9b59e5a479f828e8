package dev.attendance.spring;

import dev.attendance.jooq.AttendanceSchema;
import dev.attendance.jooq.JooqStore;
import dev.attendance.store.AttendanceStore;
import dev.attendance.store.StoreUnavailableException;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Opens the store on the application's database and makes sure at start that it can be used. */
final class DatabaseStore {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseStore.class);

  private DatabaseStore() {}

  static AttendanceStore open(DataSource dataSource, AttendanceProperties properties) {
    DataSource target = withoutProxy(dataSource);
    SQLDialect dialect = dialect(target);
    DatabaseTables.prepare(target, dialect, properties.schema());
    AppendProperties append = properties.append();
    JooqStore store =
        JooqStore.builder(target, dialect)
            .tables(DatabaseTables.names(properties.schema(), dialect))
            .joining(new SpringTransaction(target))
            .appendWriters(append.writers())
            .appendBatch(append.batch())
            .appendQueue(append.queue())
            .appendPatience(append.patience())
            .build();
    checkTables(store);
    reportDurability(store);
    return store;
  }

  /** A look at settings that fails is no reason not to start. */
  private static void reportDurability(JooqStore store) {
    try {
      store.durabilityWarnings().forEach(LOG::warn);
    } catch (RuntimeException exception) {
      LOG.warn("It is not known whether the database is durable", exception);
    }
  }

  /** The store commits on its own connections, and tells those of a transaction apart itself. */
  private static DataSource withoutProxy(DataSource dataSource) {
    return dataSource instanceof TransactionAwareDataSourceProxy proxy
            && proxy.getTargetDataSource() != null
        ? proxy.getTargetDataSource()
        : dataSource;
  }

  private static SQLDialect dialect(DataSource dataSource) {
    try {
      SQLDialect dialect = JooqStore.dialectOf(dataSource);
      AttendanceSchema.of(dialect);
      return dialect;
    } catch (IllegalArgumentException exception) {
      throw new AttendanceConfigurationException(
          "Attendance cannot be kept in the application's database: it is none of H2,"
              + " PostgreSQL, MariaDB and MySQL.",
          "Give attendance a DataSource of one of these (make it primary, or define an"
              + " AttendanceStore bean on it), or set attendance.store=memory if it may be gone"
              + " when the process ends.");
    }
  }

  private static void checkTables(AttendanceStore store) {
    try {
      store.events().checkWritable();
    } catch (StoreUnavailableException exception) {
      throw exception;
    } catch (RuntimeException exception) {
      throw DatabaseTables.notWritable(exception);
    }
  }
}
