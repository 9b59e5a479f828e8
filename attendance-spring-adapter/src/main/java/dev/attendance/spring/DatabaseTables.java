package dev.attendance.spring;

import dev.attendance.jooq.AttendanceSchema;
import dev.attendance.jooq.TableNames;
import dev.attendance.store.StoreUnavailableException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the tables called and created as an operator says, and refuses to start with others. */
final class DatabaseTables {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseTables.class);

  private static final String HAVE_THEM =
      "Set attendance.schema.create=true, or have the scripts run that lie in attendance-jooq under"
          + " dev/attendance/jooq/schema, by Flyway for example. attendance.schema.prefix and"
          + " attendance.schema.name say what the tables are called.";

  private static final int MOST_DIFFERENCES = 5;

  private DatabaseTables() {}

  static TableNames names(SchemaProperties set, SQLDialect dialect) {
    try {
      TableNames names = new TableNames(set.prefix(), Optional.ofNullable(set.name()));
      AttendanceSchema.of(dialect, names);
      return names;
    } catch (IllegalArgumentException exception) {
      throw new AttendanceConfigurationException(
          "The tables of attendance cannot be called so: " + exception.getMessage() + ".",
          "Set attendance.schema.prefix and attendance.schema.name, which is for the schema,"
              + " otherwise, or leave them out.");
    }
  }

  static void prepare(DataSource database, SQLDialect dialect, SchemaProperties set) {
    AttendanceSchema schema = AttendanceSchema.of(dialect, names(set, dialect));
    if (set.create() && schema.create(database)) {
      LOG.info("The tables of attendance were created");
    }
    if (set.validate()) {
      List<String> differences = differences(schema, database);
      if (!differences.isEmpty()) {
        throw new AttendanceConfigurationException(
            "The tables of attendance in the application's database are not as its scripts demand: "
                + described(differences)
                + ".",
            HAVE_THEM + " attendance.schema.validate=false starts all the same.");
      }
    }
  }

  private static List<String> differences(AttendanceSchema schema, DataSource database) {
    try {
      return schema.validate(database);
    } catch (StoreUnavailableException exception) {
      throw exception;
    } catch (RuntimeException exception) {
      throw new AttendanceConfigurationException(
          "The database does not say what its tables look like.",
          "Let the database's user read the tables' definitions, or set"
              + " attendance.schema.validate=false.",
          exception);
    }
  }

  private static String described(List<String> differences) {
    int more = differences.size() - MOST_DIFFERENCES;
    return String.join("; ", differences.subList(0, Math.min(MOST_DIFFERENCES, differences.size())))
        + (more > 0 ? "; and " + more + " more" : "");
  }

  /** What became of tables that were not compared. */
  static AttendanceConfigurationException notWritable(RuntimeException cause) {
    return new AttendanceConfigurationException(
        "The tables of attendance are missing in the application's database, or cannot be"
            + " written.",
        HAVE_THEM,
        cause);
  }
}
