package dev.attendance.jooq;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
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

  /** The same with one more; these stay as they are. */
  <V> Columns<T> and(Field<V> field, Function<T, @Nullable V> value) {
    Columns<T> more = new Columns<>(table);
    more.fields.addAll(fields);
    more.values.addAll(values);
    return more.with(field, value);
  }

  Table<Record> table() {
    return table;
  }

  List<Field<?>> fields() {
    return List.copyOf(fields);
  }

  /** The values of a row, in the order of the fields. */
  List<@Nullable Object> values(T row) {
    List<@Nullable Object> bound = new ArrayList<>(values.size());
    values.forEach(value -> bound.add(value.apply(row)));
    return bound;
  }

  /** The values of many rows: an array of each field's type for each field. */
  List<@Nullable Object[]> arrays(List<T> rows) {
    List<@Nullable Object[]> arrays = new ArrayList<>(fields.size());
    for (int column = 0; column < fields.size(); column++) {
      Function<T, ?> value = values.get(column);
      Object[] array = (Object[]) Array.newInstance(fields.get(column).getType(), rows.size());
      for (int row = 0; row < array.length; row++) {
        array[row] = value.apply(rows.get(row));
      }
      arrays.add(array);
    }
    return arrays;
  }

  /** The values of some of the fields. */
  List<@Nullable Object> values(T row, List<? extends Field<?>> some) {
    List<@Nullable Object> found = new ArrayList<>();
    some.forEach(field -> found.add(value(row, field)));
    return found;
  }

  private @Nullable Object value(T row, Field<?> field) {
    return values.get(fields.indexOf(field)).apply(row);
  }

  /** That some of the fields have the values of a row. */
  Condition equal(T row, List<? extends Field<?>> some) {
    return DSL.and(some.stream().map(field -> equal(field, value(row, field))).toList());
  }

  private static <V> Condition equal(Field<V> field, @Nullable Object value) {
    return field.eq(DSL.val(value, field.getDataType()));
  }
}
