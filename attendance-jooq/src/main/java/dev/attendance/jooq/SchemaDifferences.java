package dev.attendance.jooq;

import dev.attendance.jooq.TableShape.Column;
import dev.attendance.jooq.TableShape.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says in words what a database lacks of what the scripts demand. */
final class SchemaDifferences {

  private final List<String> found = new ArrayList<>();

  private SchemaDifferences() {}

  /** A sentence for each difference, table by table; empty if there is none. */
  static List<String> of(Map<String, TableShape> demanded, Map<String, TableShape> live) {
    SchemaDifferences differences = new SchemaDifferences();
    new TreeMap<>(demanded)
        .forEach(
            (name, table) -> {
              TableShape there = live.get(name);
              if (there == null) {
                differences.found.add("table " + name + " is missing");
              } else {
                differences.columns(name, table, there);
                differences.keys(name, table, there);
              }
            });
    return differences.found;
  }

  private void columns(String table, TableShape demanded, TableShape live) {
    new TreeMap<>(demanded.columns())
        .forEach(
            (name, column) -> {
              String which = "column " + table + "." + name;
              Column there = live.columns().get(name);
              if (there == null) {
                found.add(which + " is missing");
              } else {
                column(which, column, there);
              }
            });
    new TreeMap<>(live.columns())
        .forEach(
            (name, column) -> {
              if (!demanded.columns().containsKey(name) && !column.filled()) {
                found.add(
                    "column "
                        + table
                        + "."
                        + name
                        + " is none of ours and must have a value, so that nothing can be"
                        + " inserted; let it be null or give it a default");
              }
            });
  }

  private void column(String which, Column demanded, Column live) {
    compare(which, "type", demanded.type(), live.type());
    if (!demanded.collation().isEmpty()) {
      compare(
          which,
          "collation",
          demanded.collation(),
          live.collation().isEmpty() ? "that of the database" : live.collation());
    }
    compare(which, "null", allowed(demanded.nullable()), allowed(live.nullable()));
  }

  private static String allowed(boolean nullable) {
    return nullable ? "allowed" : "not allowed";
  }

  private void keys(String table, TableShape demanded, TableShape live) {
    compare("table " + table, "primary key", list(demanded.key()), list(live.key()));
    compare("table " + table, "engine", demanded.engine(), live.engine());
    new TreeMap<>(demanded.indexes())
        .forEach(
            (name, index) -> {
              Index there = live.indexes().get(name);
              String which = "index " + name + " on " + table;
              if (there == null) {
                found.add(which + " is missing");
              } else {
                compare(which, "columns", described(index), described(there));
              }
            });
    new TreeMap<>(live.indexes())
        .forEach(
            (name, index) -> {
              if (index.unique()) {
                found.add(
                    "index "
                        + name
                        + " on "
                        + table
                        + " is unique, so that rows are refused which are different to us");
              }
            });
  }

  private static String described(Index index) {
    return list(index.columns()) + (index.partial() ? " of some rows" : "");
  }

  private static String list(List<String> columns) {
    return columns.isEmpty() ? "none" : "(" + String.join(", ", columns) + ")";
  }

  private void compare(String which, String what, String demanded, String live) {
    if (!demanded.equals(live)) {
      found.add(which + ": " + what + " must be " + demanded + ", is " + live);
    }
  }
}
