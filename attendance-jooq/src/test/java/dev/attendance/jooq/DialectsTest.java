package dev.attendance.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;

class DialectsTest {

  @Test
  void theServerCountsAndNotTheDriversUrl() throws Exception {
    MariaDbDataSource mariaDb = MariaDbServer.database("dialects");
    assertThat(Dialects.detect(mariaDb)).isEqualTo(SQLDialect.MARIADB);
    mariaDb.setUrl(mariaDb.getUrl().replace("jdbc:mariadb:", "jdbc:mysql:") + "?permitMysqlScheme");
    assertThat(Dialects.detect(mariaDb)).isEqualTo(SQLDialect.MARIADB);
  }

  @Test
  void othersAreTakenAtTheirWord() throws Exception {
    assertThat(Dialects.detect(PostgresServer.database("dialects"))).isEqualTo(SQLDialect.POSTGRES);
    try (H2Files files = H2Files.create("")) {
      assertThat(Dialects.detect(files.pool())).isEqualTo(SQLDialect.H2);
    }
  }
}
