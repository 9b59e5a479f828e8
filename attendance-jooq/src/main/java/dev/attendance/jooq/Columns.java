package dev.attendance.jooq;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * How objects become rows of a table.
 *
 * @param <T> what becomes a row
 */
final class Columns<T> {

  private final Table<Record> table;
  private final List<Field<?>> fields = new ArrayList<>();
  private final List<Function<T, ?>> values = new ArrayList<>();

  private Columns(Table<Record> table) {
    this.table = table;
  }

  static <T> Columns<T> of(Table<Record> table) {
    return new Columns<>(table);
  }

  <V> Columns<T> with(Field<V> field, Function<T, @Nullable V> value) {
    fields.add(field);
    values.add(value);
    return this;
  }

  Table<Record> table() {
    return table;
  }

  List<Field<?>> fields() {
    return List.copyOf(fields);
  }

  /** The values of a row, in the order of the fields. */
  List<@Nullable Object> values(T row) {
    List<@Nullable Object> bound = new ArrayList<>();
    values.forEach(value -> bound.add(value.apply(row)));
    return bound;
  }

  /** The values of some of the fields. */
  List<@Nullable Object> values(T row, List<? extends Field<?>> some) {
    List<@Nullable Object> found = new ArrayList<>();
    some.forEach(field -> found.add(values.get(fields.indexOf(field)).apply(row)));
    return found;
  }
}
