package example.attendance.benchmarks.rebuild;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The floor: reads every column of every event through a cursor, and does nothing with it. */
final class CursorScan {

  private static final int ROWS_AT_ONCE = 2_000;

  private CursorScan() {}

  /** How many rows there were. */
  static long run(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows = statement.executeQuery("select * from attendance_event")) {
        int columns = rows.getMetaData().getColumnCount();
        long read = 0;
        long seen = 0;
        while (rows.next()) {
          for (int column = 1; column <= columns; column++) {
            seen += rows.getObject(column) == null ? 0 : 1;
          }
          read++;
        }
        if (seen < read) {
          throw new IllegalStateException("rows without values");
        }
        return read;
      } finally {
        connection.rollback();
      }
    }
  }
}
