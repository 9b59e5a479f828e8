package dev.attendance.jooq;

import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** What tests do to the tables themselves. */
final class Rows {

  static final List<Table<Record>> TABLES =
      List.of(
          EventTable.TABLE,
          ListedTable.TABLE,
          PendingTable.TABLE,
          RoomTable.TABLE,
          CycleTable.TABLE,
          MarkTable.TABLE,
          TrackTable.TABLE,
          RevisionTable.TABLE,
          RevisionRoomTable.TABLE,
          RecordTable.TABLE,
          CorrectionTable.TABLE,
          CorrectionToSpreadTable.TABLE,
          SessionToSettleTable.TABLE,
          CoverageTable.TABLE,
          PlanTable.TABLE,
          PlanRoomTable.TABLE,
          RosterTable.TABLE,
          PlanLockTable.TABLE,
          QuarantineTable.TABLE);

  private Rows() {}

  static void deleteAll(DataSource dataSource, SQLDialect dialect) {
    deleteAll(dataSource, dialect, TableNames.STANDARD);
  }

  static void deleteAll(DataSource dataSource, SQLDialect dialect, TableNames names) {
    DSLContext open = DSL.using(dataSource, dialect, Rendering.settings(names));
    TABLES.forEach(table -> open.deleteFrom(table).execute());
  }

  static int count(DataSource dataSource, SQLDialect dialect, Table<Record> table) {
    return DSL.using(dataSource, dialect, Rendering.settings()).fetchCount(table);
  }
}
