package example.attendance.benchmarks.ingest;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.EventKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What an application usually does with a webhook on PostgreSQL: in one transaction it keeps the
 * event, finds the stay that it belongs to, changes it, and counts in the room. Prepared statements
 * on pooled connections.
 */
final class TransactionPerWebhook {

  private static final List<String> TABLES =
      List.of(
          "create table if not exists peer_event (event_id varchar(256) primary key,"
              + " kind varchar(32) not null, room_sid varchar(256) not null,"
              + " participant_sid varchar(256), identity varchar(256), track_sid varchar(256),"
              + " reason varchar(32), occurred_at bigint not null, received_at bigint not null)",
          "create table if not exists peer_stay (participant_sid varchar(256) primary key,"
              + " room_sid varchar(256) not null, identity varchar(256) not null,"
              + " joined_at bigint not null, left_at bigint)",
          "create table if not exists peer_room (room_sid varchar(256) primary key,"
              + " name varchar(256) not null, events integer not null, last_at bigint not null)",
          "truncate table peer_event, peer_stay, peer_room");

  private final DataSource database;

  private TransactionPerWebhook(DataSource database) {
    this.database = database;
  }

  static TransactionPerWebhook on(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute(table);
      }
    }
    return new TransactionPerWebhook(database);
  }

  void take(AttendanceEvent event) throws SQLException {
    List<@Nullable Object> row = HandMadeRows.event(event);
    long at = event.header().occurredAt().toEpochMilli();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      int isNew =
          update(
              connection,
              "insert into peer_event values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
              row.get(2),
              row.get(3),
              row.get(0),
              row.get(8),
              row.get(9),
              row.get(17),
              row.get(16),
              at,
              row.get(5));
      if (isNew == 1) {
        changeStay(connection, event, row, at);
        update(
            connection,
            "insert into peer_room values (?, ?, 1, ?) on conflict (room_sid)"
                + " do update set events = peer_room.events + 1, last_at = excluded.last_at",
            row.get(0),
            row.get(6),
            at);
      }
      connection.commit();
    }
  }

  private static void changeStay(
      Connection connection, AttendanceEvent event, List<@Nullable Object> row, long at)
      throws SQLException {
    boolean known;
    try (PreparedStatement find =
        connection.prepareStatement("select joined_at from peer_stay where participant_sid = ?")) {
      find.setObject(1, row.get(8));
      try (ResultSet found = find.executeQuery()) {
        known = found.next();
      }
    }
    if (!known) {
      update(
          connection,
          "insert into peer_stay values (?, ?, ?, ?, null) on conflict do nothing",
          row.get(8),
          row.get(0),
          row.get(9),
          at);
    } else if (event.kind() == EventKind.PARTICIPANT_LEFT) {
      update(
          connection,
          "update peer_stay set left_at = ? where participant_sid = ? and left_at is null",
          at,
          row.get(8));
    }
  }

  private static int update(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }
}
