package dev.attendance.record;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/**
 * A field that two revisions have differently.
 *
 * @param field its name, as the record calls it
 * @param before its value in the earlier one
 * @param after its value in the later one
 */
public record FieldChange(String field, Object before, Object after) {

  /** The fields of two records that differ; none can be forgotten, for all are compared. */
  static <R extends Record> List<FieldChange> between(Class<R> type, R before, R after) {
    List<FieldChange> changes = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Object earlier = value(component, before);
      Object later = value(component, after);
      if (!earlier.equals(later)) {
        changes.add(new FieldChange(component.getName(), earlier, later));
      }
    }
    return List.copyOf(changes);
  }

  private static Object value(RecordComponent component, Record of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("field: cannot be read: " + component.getName(), e);
    }
  }

  /** Shows no values: they may be personal. */
  @Override
  public String toString() {
    return "FieldChange[" + field + "]";
  }
}
