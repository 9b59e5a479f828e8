package example.attendance.benchmarks.ingest;

import dev.attendance.event.AttendanceEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import javax.sql.DataSource;

/**
 * One statement for each event on PostgreSQL, committed by itself: the event alone, without a note
 * of what is to be folded.
 */
final class SingleInsert {

  private static final String SQL =
      "insert into attendance_event ("
          + String.join(", ", HandMadeRows.EVENT)
          + ") values ("
          + String.join(", ", Collections.nCopies(HandMadeRows.EVENT.size(), "?"))
          + ") on conflict do nothing";

  private final DataSource database;

  SingleInsert(DataSource database) {
    this.database = database;
  }

  void take(AttendanceEvent event) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(SQL)) {
      int index = 1;
      for (Object value : HandMadeRows.event(event)) {
        insert.setObject(index++, value);
      }
      insert.executeUpdate();
    }
  }
}
