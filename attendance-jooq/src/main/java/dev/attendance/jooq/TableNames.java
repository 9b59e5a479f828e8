package dev.attendance.jooq;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.SQLDialect;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.MappedTable;
import org.jooq.conf.RenderMapping;

/**
 * What the tables are called, where that is not {@code attendance_…} in the schema of the
 * connection. Whoever creates the tables and whoever uses them must say the same. Names are written
 * without quotes, so that each database folds their case its own way.
 *
 * @param prefix what every table's name begins with
 * @param schema where the tables are; it must be there. Nothing means the schema of the connection,
 *     as it has to be on MariaDB and MySQL, where a schema is a database
 */
public record TableNames(String prefix, Optional<String> schema) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,29}");
  private static final Pattern OURS = Pattern.compile("\\battendance_(?=[a-z])");
  private static final Pattern TABLE =
      Pattern.compile("\\b(table(?: if not exists)?|on|into) attendance_(?=[a-z])");

  /** {@code attendance_} in the schema of the connection. */
  public static final TableNames STANDARD = new TableNames("attendance_", Optional.empty());

  /**
   * Checks the names.
   *
   * @throws IllegalArgumentException unless each is of at most 30 lower-case letters, digits and
   *     underscores, a letter first
   */
  public TableNames {
    check("prefix", prefix);
    schema.ifPresent(name -> check("schema", name));
  }

  private static void check(String field, String name) {
    if (!NAME.matcher(Objects.requireNonNull(name, field)).matches()) {
      throw new IllegalArgumentException(
          field
              + ": must be of 1 to 30 lower-case letters, digits and underscores, a letter first");
    }
  }

  /** These names, if the database can have them. */
  TableNames fitFor(SQLDialect dialect) {
    if (schema.isPresent() && Dialects.isMySql(dialect)) {
      throw new IllegalArgumentException(
          "schema: must be empty on MariaDB and MySQL; connect to the database that has the"
              + " tables");
    }
    return this;
  }

  /** A statement or script of ours with these names in it. */
  String in(String sql) {
    String qualified =
        schema.map(name -> TABLE.matcher(sql).replaceAll("$1 " + name + "." + prefix)).orElse(sql);
    return OURS.matcher(qualified).replaceAll(Matcher.quoteReplacement(prefix));
  }

  /**
   * How jOOQ is to write the names of the table classes. The schema is written as a part of the
   * table's name: as a schema it would be put before whatever a statement calls a table, {@code
   * excluded} for example.
   */
  RenderMapping mapping() {
    String qualifier = schema.map(name -> name + ".").orElse("");
    return new RenderMapping()
        .withSchemata(
            new MappedSchema()
                .withInput("")
                .withOutput("")
                .withTables(
                    new MappedTable()
                        .withInputExpression(Pattern.compile("attendance_(.*)"))
                        .withOutput(qualifier + prefix + "$1")));
  }
}
