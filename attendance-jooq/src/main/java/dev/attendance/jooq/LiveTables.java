package dev.attendance.jooq;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads out of a database's own tables what ours look like there. */
final class LiveTables {

  private final DSLContext open;
  private final Field<String> schema;
  private final List<Field<String>> names;
  private final Map<String, TableShape> tables = new TreeMap<>();

  private LiveTables(DSLContext open, Optional<String> schema, Collection<String> names) {
    this.open = open;
    this.names = names.stream().<Field<String>>map(DSL::inline).toList();
    this.schema = schema.<Field<String>>map(DSL::inline).orElseGet(this::found);
  }

  /** The connection's, or on PostgreSQL another one on its path, if our tables are found there. */
  private Field<String> found() {
    return open.family() == SQLDialect.POSTGRES
        ? DSL.field(
            "coalesce((select n.nspname from pg_class c join pg_namespace n"
                + " on n.oid = c.relnamespace where c.oid = to_regclass({0})), {1})",
            String.class, names.get(0), DSL.currentSchema())
        : DSL.currentSchema();
  }

  /**
   * Those of the tables that are there, by their names.
   *
   * @param schema where; the connection's if it is not given
   * @param names in lower case
   */
  static Map<String, TableShape> read(
      DSLContext open, Optional<String> schema, Collection<String> names) {
    LiveTables live = new LiveTables(open, schema, names);
    live.tables();
    live.columns();
    if (open.family() == SQLDialect.POSTGRES) {
      live.indexesOfPostgreSql();
    } else if (open.family() == SQLDialect.H2) {
      live.indexesOfH2();
    } else {
      live.indexesOfMySql();
    }
    return live.tables;
  }

  private Condition ours(String schemaColumn, String tableColumn) {
    return DSL.condition(
        "lower({0}) = lower({1}) and lower({2}) in ({3})",
        DSL.field(schemaColumn), schema, DSL.field(tableColumn), DSL.list(names));
  }

  private void tables() {
    Field<String> engine =
        // A view has none.
        Dialects.isMySql(open.dialect())
            ? DSL.coalesce(DSL.field("engine", String.class), DSL.inline(""))
            : DSL.inline("");
    open.select(DSL.field("table_name", String.class), engine)
        .from("information_schema.tables")
        .where(ours("table_schema", "table_name"))
        .forEach(
            row ->
                tables.put(
                    lower(row.value1()),
                    new TableShape(
                        new TreeMap<>(), new ArrayList<>(), new TreeMap<>(), lower(row.value2()))));
  }

  private void columns() {
    open.select(
            DSL.field("table_name", String.class),
            DSL.field("column_name", String.class),
            DSL.field("data_type", String.class),
            DSL.field("character_maximum_length", Long.class),
            DSL.field("is_nullable", String.class),
            DSL.field("collation_name", String.class),
            DSL.field("column_default", String.class))
        .from("information_schema.columns")
        .where(ours("table_schema", "table_name"))
        .forEach(
            row -> {
              boolean nullable = row.value5().equals("YES");
              table(row.value1())
                  .ifPresent(
                      table ->
                          table
                              .columns()
                              .put(
                                  lower(row.value2()),
                                  new TableShape.Column(
                                      type(lower(row.value3()), row.value4()),
                                      nullable,
                                      row.value6() == null ? "" : row.value6(),
                                      nullable || row.value7() != null)));
            });
  }

  /** In the words of the scripts. */
  private static String type(String type, @Nullable Long length) {
    return switch (type) {
      case "character varying" -> "varchar(" + length + ")";
      case "varchar", "varbinary" -> type + "(" + length + ")";
      case "int" -> "integer";
      case "tinyint" -> "boolean";
      case "binary large object" -> "blob";
      default -> type;
    };
  }

  private void indexesOfPostgreSql() {
    open.fetch(
            "select c.relname, i.relname, a.attname, x.indisprimary, x.indisunique,"
                + " x.indpred is not null, x.indoption[(k.ordinal - 1)::integer] & 1 = 1"
                + " from pg_index x"
                + " join pg_class c on c.oid = x.indrelid"
                + " join pg_namespace n on n.oid = c.relnamespace"
                + " join pg_class i on i.oid = x.indexrelid"
                + " cross join lateral unnest(x.indkey) with ordinality as k (attnum, ordinal)"
                + " left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum"
                + " where {0} and k.ordinal <= x.indnkeyatts and x.indisvalid"
                + " order by c.relname, i.relname, k.ordinal",
            ours("n.nspname", "c.relname"))
        .forEach(this::index);
  }

  private void indexesOfH2() {
    open.fetch(
            "select c.table_name, i.index_name, c.column_name,"
                + " i.index_type_name = 'PRIMARY KEY', c.is_unique, false,"
                + " c.ordering_specification = 'DESC'"
                + " from information_schema.indexes i"
                + " join information_schema.index_columns c"
                + " on c.index_schema = i.index_schema and c.index_name = i.index_name"
                + " and c.table_name = i.table_name"
                + " where {0} order by c.table_name, i.index_name, c.ordinal_position",
            ours("i.table_schema", "i.table_name"))
        .forEach(this::index);
  }

  private void indexesOfMySql() {
    open.fetch(
            "select table_name, index_name, column_name, index_name = 'PRIMARY', non_unique = 0,"
                + " 0, coalesce(collation, 'A') = 'D'"
                + " from information_schema.statistics"
                + " where {0} order by table_name, index_name, seq_in_index",
            ours("table_schema", "table_name"))
        .forEach(this::index);
  }

  /** A row for each column: table, index, column, primary, unique, partial, downwards. */
  private void index(Record row) {
    String column =
        // An expression has no column.
        row.get(2) == null ? "(expression)" : lower(row.get(2, String.class));
    table(row.get(0, String.class))
        .ifPresent(
            table -> {
              if (isTrue(row, 3)) {
                table.key().add(column);
              } else {
                table
                    .indexes()
                    .computeIfAbsent(
                        lower(row.get(1, String.class)),
                        name ->
                            new TableShape.Index(new ArrayList<>(), isTrue(row, 5), isTrue(row, 4)))
                    .columns()
                    .add(isTrue(row, 6) ? column + " desc" : column);
              }
            });
  }

  /** MariaDB and MySQL have numbers for it. */
  private static boolean isTrue(Record row, int column) {
    return row.get(column, Boolean.class);
  }

  private Optional<TableShape> table(String name) {
    return Optional.ofNullable(tables.get(lower(name)));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
