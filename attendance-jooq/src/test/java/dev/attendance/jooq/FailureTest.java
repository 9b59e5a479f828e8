package dev.attendance.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTest {

  @ParameterizedTest
  @CsvSource({
    "POSTGRES, 40001, REPEATABLE",
    "POSTGRES, 40P01, REPEATABLE",
    "POSTGRES, 55P03, REPEATABLE",
    "POSTGRES, 08006, UNAVAILABLE",
    "POSTGRES, 08001, UNAVAILABLE",
    "POSTGRES, 53100, UNAVAILABLE",
    "POSTGRES, 53300, UNAVAILABLE",
    "POSTGRES, 57P01, UNAVAILABLE",
    "POSTGRES, 57P03, UNAVAILABLE",
    "POSTGRES, 57014, UNAVAILABLE",
    "POSTGRES, 25006, UNAVAILABLE",
    "POSTGRES, 58030, UNAVAILABLE",
    "POSTGRES, 23505, DEFECT",
    "POSTGRES, 42P01, DEFECT",
    "POSTGRES, 22001, DEFECT",
    "POSTGRES, 25P02, DEFECT",
    "POSTGRES, , DEFECT",
  })
  void sqlStatesTellWhatToDo(SQLDialect dialect, String state, Failure expected) {
    SQLException cause = new SQLException("as the database said", state);
    assertThat(Failure.of(cause, dialect)).isEqualTo(expected);
    assertThat(Failure.of(new DataAccessException("as jOOQ said", cause), dialect))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "40001, 40001, REPEATABLE",
    "HYT00, 50200, REPEATABLE",
    "23505, 23505, REPEATABLE",
    "90131, 90131, REPEATABLE",
    "90098, 90098, UNAVAILABLE",
    "90121, 90121, UNAVAILABLE",
    "90067, 90067, UNAVAILABLE",
    "90020, 90020, UNAVAILABLE",
    "90031, 90031, UNAVAILABLE",
    "42S02, 42102, DEFECT",
    "22001, 22001, DEFECT",
  })
  void codesOfH2TellWhatToDo(String state, int code, Failure expected) {
    SQLException cause = new SQLException("as the database said", state, code);
    assertThat(Failure.of(cause, SQLDialect.H2)).isEqualTo(expected);
  }

  @Test
  void aGeneralErrorOfH2IsUnavailableIfInputOrOutputFailed() {
    SQLException full =
        new SQLException("as H2 said", "HY000", 50000, new IOException("disk full"));
    assertThat(Failure.of(full, SQLDialect.H2)).isEqualTo(Failure.UNAVAILABLE);
    SQLException other =
        new SQLException("as H2 said", "HY000", 50000, new IllegalStateException());
    assertThat(Failure.of(other, SQLDialect.H2)).isEqualTo(Failure.DEFECT);
  }

  @ParameterizedTest
  @CsvSource({
    "40001, 1213, REPEATABLE",
    "HY000, 1205, REPEATABLE",
    "HY000, 1020, REPEATABLE",
    "HY000, 3101, REPEATABLE",
    "08004, 1040, UNAVAILABLE",
    "08S01, 1053, UNAVAILABLE",
    "HY000, 1021, UNAVAILABLE",
    "HY000, 1114, UNAVAILABLE",
    "HY000, 1290, UNAVAILABLE",
    "25006, 1792, UNAVAILABLE",
    "70100, 1317, UNAVAILABLE",
    "70100, 1927, UNAVAILABLE",
    "70100, 1969, UNAVAILABLE",
    "HY000, 3024, UNAVAILABLE",
    "23000, 1062, DEFECT",
    "42S02, 1146, DEFECT",
    "22001, 1406, DEFECT",
    "HY000, 1364, DEFECT",
  })
  void codesOfMariaDbAndMySqlTellWhatToDo(String state, int code, Failure expected) {
    SQLException cause = new SQLException("as the database said", state, code);
    assertThat(Failure.of(cause, SQLDialect.MARIADB)).isEqualTo(expected);
    assertThat(Failure.of(cause, SQLDialect.MYSQL)).isEqualTo(expected);
  }

  @Test
  void codesOfOneDatabaseMeanNothingOnAnother() {
    SQLException cause = new SQLException("as the database said", "HY000", 1205);
    assertThat(Failure.of(cause, SQLDialect.POSTGRES)).isEqualTo(Failure.DEFECT);
    assertThat(Failure.of(cause, SQLDialect.H2)).isEqualTo(Failure.DEFECT);
  }

  @Test
  void whatPoolsThrowIsUnavailable() {
    assertThat(Failure.of(new SQLTransientConnectionException(), SQLDialect.POSTGRES))
        .isEqualTo(Failure.UNAVAILABLE);
    assertThat(Failure.of(new SQLRecoverableException(), SQLDialect.POSTGRES))
        .isEqualTo(Failure.UNAVAILABLE);
  }

  @Test
  void whatTheDatabaseDidNotSayIsADefect() {
    assertThat(Failure.of(new DataAccessException("no cause"), SQLDialect.POSTGRES))
        .isEqualTo(Failure.DEFECT);
  }
}
