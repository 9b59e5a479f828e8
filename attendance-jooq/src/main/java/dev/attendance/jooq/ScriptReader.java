package dev.attendance.jooq;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads out of our own scripts which tables they make. It knows how these are written, not SQL: a
 * column, a key or an index stands on a line of its own, and what it does not know it refuses.
 */
final class ScriptReader {

  private static final String NAME = "(?:\\w+\\.)?(\\w+)";

  private static final Pattern TABLE =
      Pattern.compile(
          "create table (?:if not exists )?" + NAME + " \\(\n(.*)\n\\)(?: engine = (\\w+).*)?",
          Pattern.DOTALL);

  private static final Pattern INDEX =
      Pattern.compile(
          "create index (?:if not exists )?" + NAME + " on " + NAME + " \\((.*?)\\)( where .*)?");

  private static final Pattern COLUMN =
      Pattern.compile(
          "(\\w+)\\s+(\\w+(?:\\(\\d+\\))?)(?: collate \"(\\w+)\")?( not null)?( primary key)?");

  private static final Pattern KEY = Pattern.compile("primary key \\((.*)\\)");

  private static final Pattern INDEX_INSIDE = Pattern.compile("index (\\w+) \\((.*)\\)");

  private final Map<String, TableShape> tables = new TreeMap<>();

  private ScriptReader() {}

  /** The tables that are there when the scripts have run, by their names. */
  static Map<String, TableShape> tables(List<SchemaScript> scripts) {
    ScriptReader reader = new ScriptReader();
    scripts.stream()
        .flatMap(script -> AttendanceSchema.statements(script).stream())
        .forEach(reader::statement);
    return reader.tables;
  }

  private void statement(String statement) {
    Matcher table = TABLE.matcher(statement);
    Matcher index = INDEX.matcher(statement);
    if (table.matches()) {
      String engine = table.group(3) == null ? "" : table.group(3).toLowerCase(Locale.ROOT);
      tables.put(table.group(1), table(table.group(2), engine));
    } else if (index.matches()) {
      TableShape changed = tables.get(index.group(2));
      if (changed == null) {
        throw unknown(statement);
      }
      changed.indexes().put(index.group(1), index(index.group(3), index.group(4) != null));
    } else if (!statement.startsWith("insert into ")) {
      throw unknown(statement);
    }
  }

  private static TableShape table(String body, String engine) {
    TableShape shape = new TableShape(new TreeMap<>(), new ArrayList<>(), new HashMap<>(), engine);
    body.lines()
        .map(String::strip)
        .map(ScriptReader::withoutComma)
        .forEach(line -> line(line, shape));
    return shape;
  }

  private static String withoutComma(String line) {
    return line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
  }

  private static void line(String line, TableShape shape) {
    Matcher key = KEY.matcher(line);
    Matcher index = INDEX_INSIDE.matcher(line);
    Matcher column = COLUMN.matcher(line);
    if (key.matches()) {
      shape.key().addAll(names(key.group(1)));
    } else if (index.matches()) {
      shape.indexes().put(index.group(1), index(index.group(2), false));
    } else if (column.matches()) {
      boolean nullable = column.group(4) == null;
      String collation = column.group(3) == null ? "" : column.group(3);
      shape
          .columns()
          .put(
              column.group(1),
              new TableShape.Column(column.group(2), nullable, collation, nullable));
      if (column.group(5) != null) {
        shape.key().add(column.group(1));
      }
    } else {
      throw unknown(line);
    }
  }

  private static TableShape.Index index(String columns, boolean partial) {
    return new TableShape.Index(names(columns), partial, false);
  }

  private static List<String> names(String list) {
    return Arrays.asList(list.split(", ", -1));
  }

  private static IllegalStateException unknown(String text) {
    return new IllegalStateException("a script is not written as the others are: " + text);
  }
}
