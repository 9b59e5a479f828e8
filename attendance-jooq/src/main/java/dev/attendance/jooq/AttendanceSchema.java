package dev.attendance.jooq;

import dev.attendance.store.StoreUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The tables that {@link JooqStore} needs. Their scripts lie in the jar under {@code
 * dev/attendance/jooq/schema/}: let Flyway run them (location {@code
 * classpath:dev/attendance/jooq/schema/{vendor}}, with a history table of their own), give them to
 * whoever looks after the database, or call {@link #create}. Each script notes its version in the
 * database, so these ways can follow each other. Immutable.
 */
public final class AttendanceSchema {

  /** Any number will do, if only all nodes take the same: "attend" in ASCII. */
  private static final long LOCK = 0x617474656e64L;

  /** The same for MariaDB and MySQL, where such locks have names. */
  private static final String LOCK_NAME = "attendance_schema";

  private static final int LOCK_SECONDS = 120;

  /** H2 has no such lock, but its files are opened by one process only. */
  private static final Object LOCK_ON_H2 = new Object();

  private static final Table<Record> VERSIONS = Schema.table("attendance_schema");
  private static final Field<Integer> VERSION = Schema.count(VERSIONS, "version");

  private final SQLDialect dialect;
  private final TableNames names;
  private final List<SchemaScript> scripts;

  private AttendanceSchema(SQLDialect dialect, TableNames names, List<SchemaScript> scripts) {
    this.dialect = dialect;
    this.names = names;
    this.scripts = scripts;
  }

  /**
   * {@return the schema for a kind of database}
   *
   * @param dialect of the family H2, PostgreSQL, MariaDB or MySQL
   * @throws IllegalArgumentException if there are no scripts for it
   */
  public static AttendanceSchema of(SQLDialect dialect) {
    return of(dialect, TableNames.STANDARD);
  }

  /**
   * {@return the schema for a kind of database, its tables called otherwise} The scripts in the
   * jar, and so Flyway, know the standard names only; {@link #scripts()} has these.
   *
   * @param dialect of the family H2, PostgreSQL, MariaDB or MySQL
   * @param names what the tables are called
   * @throws IllegalArgumentException if there are no scripts for it, or it cannot have these names
   */
  public static AttendanceSchema of(SQLDialect dialect, TableNames names) {
    String folder = "dev/attendance/jooq/schema/" + Dialects.vendor(dialect);
    SchemaScript first = read(1, folder + "/V1__attendance.sql");
    return new AttendanceSchema(
        dialect,
        names.fitFor(dialect),
        List.of(new SchemaScript(first.version(), first.path(), names.in(first.text()))));
  }

  private static SchemaScript read(int version, String path) {
    try (InputStream in = AttendanceSchema.class.getResourceAsStream("/" + path)) {
      if (in == null) {
        throw new IllegalStateException("not in the jar: " + path);
      }
      return new SchemaScript(version, path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the scripts, in the order in which they run} */
  public List<SchemaScript> scripts() {
    return scripts;
  }

  /**
   * Runs those scripts that the database has not seen yet, so that all tables are there afterwards.
   * Changes nothing if they are. May be called by several nodes at once; on an H2 server, by one of
   * them.
   *
   * @param dataSource where; its user must be allowed to create tables
   * @return whether any script was run
   * @throws dev.attendance.store.StoreUnavailableException if the database is out of reach
   * @throws org.jooq.exception.DataAccessException if a script fails
   */
  public boolean create(DataSource dataSource) {
    Database database = new Database(dataSource, dialect, CallerTransaction.NONE, names);
    if (Dialects.isMySql(dialect)) {
      return database.writeAlone(this::createUnderNamedLock);
    }
    if (dialect.family() != SQLDialect.H2) {
      return database.writeAlone(this::create);
    }
    synchronized (LOCK_ON_H2) {
      return database.writeAlone(this::create);
    }
  }

  /**
   * {@return what about the tables is not as the scripts demand, a sentence each; empty if all is}
   * Compares tables, columns with their types, nullability and collations, primary keys and indexes
   * with what the database says of itself, and whether the version of these scripts is noted there.
   * Changes nothing, and looks at our tables only.
   *
   * <p>Tolerated is what does not stand in the way: further tables, indexes and columns, as long as
   * the indexes are not unique and the columns can do without a value. Indexes are told apart by
   * their names; what is in a partial one is not looked at.
   *
   * @param dataSource where; its user must be allowed to see the tables' definitions
   * @throws dev.attendance.store.StoreUnavailableException if the database is out of reach
   */
  public List<String> validate(DataSource dataSource) {
    return new Database(dataSource, dialect, CallerTransaction.NONE, names).read(this::validate);
  }

  private List<String> validate(DSLContext open) {
    Map<String, TableShape> demanded = ScriptReader.tables(scripts);
    Map<String, TableShape> live = LiveTables.read(open, names.schema(), demanded.keySet());
    List<String> differences = new ArrayList<>(SchemaDifferences.of(demanded, live));
    int latest = scripts.get(scripts.size() - 1).version();
    if (live.containsKey(names.in(VERSIONS.getName())) && differences.isEmpty()) {
      int noted = noted(open);
      if (noted != latest) {
        differences.add(
            "table "
                + names.in(VERSIONS.getName())
                + ": version must be "
                + latest
                + ", is "
                + noted);
      }
    }
    return List.copyOf(differences);
  }

  /** Their "create table" commits, so that no lock of a transaction would last. */
  private boolean createUnderNamedLock(DSLContext open) {
    Object got =
        open.fetchSingle("select get_lock({0}, {1})", DSL.val(LOCK_NAME), DSL.val(LOCK_SECONDS))
            .get(0);
    if (!String.valueOf(got).equals("1")) {
      throw new StoreUnavailableException(
          "the tables cannot be created now",
          new SQLTimeoutException("another node has been at it for " + LOCK_SECONDS + " seconds"));
    }
    try {
      boolean created = create(open);
      // Others look as soon as they have the lock.
      open.connection(Connection::commit);
      return created;
    } finally {
      open.fetch("select release_lock({0})", DSL.val(LOCK_NAME));
    }
  }

  private boolean create(DSLContext open) {
    if (dialect.family() == SQLDialect.POSTGRES) {
      // Held until the commit: "create table" races itself, on H2 too.
      open.fetch("select pg_advisory_xact_lock({0})", DSL.val(LOCK));
    }
    int present = version(open);
    List<SchemaScript> missing =
        scripts.stream().filter(script -> script.version() > present).toList();
    missing.forEach(script -> statements(script).forEach(open::execute));
    return !missing.isEmpty();
  }

  private int version(DSLContext open) {
    boolean isThere =
        open.fetchExists(
            DSL.selectOne()
                .from("information_schema.tables")
                .where("lower(table_name) = {0}", DSL.inline(names.in(VERSIONS.getName())))
                .and(
                    "lower(table_schema) = lower({0})",
                    names.schema().<Field<String>>map(DSL::inline).orElse(DSL.currentSchema())));
    return isThere ? noted(open) : 0;
  }

  private static int noted(DSLContext open) {
    return open.select(DSL.max(VERSION))
        .from(VERSIONS)
        .fetchOptional(row -> row.value1())
        .orElse(0);
  }

  /**
   * Comments stand on lines of their own, and a semicolon ends a line only if it ends a statement.
   */
  static List<String> statements(SchemaScript script) {
    String code =
        String.join("\n", script.text().lines().filter(line -> !line.startsWith("--")).toList());
    return Arrays.stream(code.split(";\n|;$"))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }
}
