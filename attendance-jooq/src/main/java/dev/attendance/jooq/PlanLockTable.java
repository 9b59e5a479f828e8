package dev.attendance.jooq;

import static dev.attendance.jooq.Schema.count;
import static dev.attendance.jooq.Schema.number;
import static dev.attendance.jooq.Schema.table;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The one row by which plans are put one after the other. */
final class PlanLockTable {

  static final Table<Record> TABLE = table("attendance_plan_lock");

  static final Field<Integer> ID = count(TABLE, "id");
  static final Field<Long> CHANGES = number(TABLE, "changes");
  static final int THE_ROW = 1;

  static final Columns<Integer> COLUMNS =
      Columns.<Integer>of(TABLE).with(ID, id -> id).with(CHANGES, id -> 0L);

  private PlanLockTable() {}

  /**
   * Waits until no other transaction changes plans. The row is written rather than locked only: a
   * transaction that reads as of an instant before another change is refused then, where the
   * database can tell, rather than to miss it.
   */
  static void lock(DSLContext open) {
    Inserts.into(open, COLUMNS).orKeep(THE_ROW, List.of(ID));
    open.update(TABLE).set(Map.of(CHANGES, CHANGES.plus(1))).where(ID.eq(THE_ROW)).execute();
  }
}
