package dev.attendance.jooq;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * The row that a result stands at, taken straight from the driver. Where rows come by the thousand,
 * jOOQ's records take several times as long as everything that is done with them. Valid until the
 * next row.
 */
final class Row {

  /** What is needed to take a value: jOOQ makes much of the question what type a field has. */
  private record Column(Field<?> field, int position, Class<?> type) {}

  private final ResultSet rows;
  private final boolean textAsBytes;
  private final Column[] columns;
  private final IdentityHashMap<Field<?>, Column> byField = new IdentityHashMap<>();

  /** Mostly columns are asked for one after the other: the index of the next one then. */
  private int next;

  private final byte[][] lastBytes;
  private final String[] lastTexts;

  private Row(ResultSet rows, List<Field<?>> fields, SQLDialect dialect) {
    this.rows = rows;
    this.textAsBytes = dialect.family() != SQLDialect.H2;
    columns = new Column[fields.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = new Column(fields.get(i), i + 1, fields.get(i).getType());
      byField.put(fields.get(i), columns[i]);
    }
    lastBytes = new byte[fields.size() + 1][];
    lastTexts = new String[fields.size() + 1];
  }

  /** What becomes of each row, in the order of the result. */
  static <T> List<T> fetch(Select<?> query, Function<Row, T> mapper) {
    return fetch(query, query.getSelect(), mapper);
  }

  /** The same of a union, whose columns are those of its first part. */
  static <T> List<T> fetch(Select<?> query, List<Field<?>> fields, Function<Row, T> mapper) {
    List<T> mapped = new ArrayList<>();
    forEach(query, fields, 0, row -> mapped.add(mapper.apply(row)));
    return mapped;
  }

  /** Hands over one row after the other, all of which are in memory. */
  static void forEach(Select<?> query, Consumer<Row> each) {
    forEach(query, 0, each);
  }

  /** The same, but only so many rows are in memory at a time, where the driver can do that. */
  static void forEach(Select<?> query, int rowsAtOnce, Consumer<Row> each) {
    forEach(query, query.getSelect(), rowsAtOnce, each);
  }

  /** The same of what is not a {@code SELECT}, and returns these columns. */
  static void forEach(ResultQuery<?> query, List<Field<?>> fields, Consumer<Row> each) {
    forEach(query, fields, 0, each);
  }

  private static void forEach(
      ResultQuery<?> query, List<Field<?>> fields, int rowsAtOnce, Consumer<Row> each) {
    SQLDialect dialect = Objects.requireNonNull(query.configuration()).dialect();
    try (ResultSet rows = query.fetchSize(rowsAtOnce).fetchResultSet()) {
      Row row = new Row(rows, fields, dialect);
      while (rows.next()) {
        each.accept(row);
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** The value of a column that is never null. */
  <T> T get(Field<T> field) {
    T value = find(field);
    if (value == null) {
      throw new IllegalStateException("null in " + field);
    }
    return value;
  }

  /** The value of a column, which must be among those that were asked for. */
  @SuppressWarnings("unchecked") // The value is of the field's type.
  <T> @Nullable T find(Field<T> field) {
    Column column = column(field);
    try {
      return (T) value(column.position(), column.type());
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** The text at a position, from 1 up, that is never null. */
  String text(int position) {
    try {
      String text =
          textAsBytes ? text(position, rows.getBytes(position)) : rows.getString(position);
      if (text == null) {
        throw isNull(position);
      }
      return text;
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** The number at a position, from 1 up, that is never null. */
  long number(int position) {
    try {
      long number = rows.getLong(position);
      if (number == 0 && rows.wasNull()) {
        throw isNull(position);
      }
      return number;
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** The number at a position, from 1 up, or another one where it is null. */
  long numberOr(int position, long absent) {
    try {
      long number = rows.getLong(position);
      return number == 0 && rows.wasNull() ? absent : number;
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** The truth value at a position, from 1 up, that is never null. */
  boolean flag(int position) {
    try {
      boolean flag = rows.getBoolean(position);
      if (!flag && rows.wasNull()) {
        throw isNull(position);
      }
      return flag;
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** The constant whose name is at a position, from 1 up, and never null. */
  <E extends Enum<E>> E constant(int position, Constants<E> all) {
    if (!textAsBytes) {
      return all.named(text(position));
    }
    try {
      byte[] name = rows.getBytes(position);
      if (name == null) {
        throw isNull(position);
      }
      return all.named(name);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static IllegalStateException isNull(int position) {
    return new IllegalStateException("null in column " + position);
  }

  private static DataAccessException unreadable(SQLException e) {
    return new DataAccessException("a result could not be read", e);
  }

  private Column column(Field<?> field) {
    Column column = next < columns.length ? columns[next] : null;
    if (column == null || column.field() != field) {
      column = byField.get(field);
    }
    if (column == null) {
      throw new IllegalArgumentException("not asked for: " + field);
    }
    next = column.position();
    return column;
  }

  private @Nullable Object value(int position, Class<?> type) throws SQLException {
    if (type == String.class) {
      return textAsBytes ? text(position, rows.getBytes(position)) : rows.getString(position);
    }
    Object value;
    if (type == Long.class) {
      value = rows.getLong(position);
    } else if (type == Integer.class) {
      value = rows.getInt(position);
    } else if (type == Boolean.class) {
      value = rows.getBoolean(position);
    } else {
      throw new IllegalArgumentException("no columns of " + type.getName());
    }
    return rows.wasNull() ? null : value;
  }

  /**
   * PostgreSQL's driver speaks UTF-8 with the server, and on MariaDB and MySQL the columns hold it
   * (see {@link ExactText}). Neighbours often have the same text: then it is taken over.
   */
  private @Nullable String text(int position, byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    if (!Arrays.equals(bytes, lastBytes[position])) {
      lastBytes[position] = bytes;
      lastTexts[position] = new String(bytes, StandardCharsets.UTF_8);
    }
    return lastTexts[position];
  }
}
