package dev.attendance.jooq;

import javax.sql.DataSource;
import org.jooq.SQLDialect;

class MariaDbAgreementTest extends ServerAgreement {

  MariaDbAgreementTest() {
    super(SQLDialect.MARIADB);
  }

  @Override
  DataSource database() {
    return MariaDbServer.database("agreement");
  }

  @Override
  CheckedDataSource checked(DataSource database, int isolation) {
    return CheckedDataSource.ofMariaDb(database, true, isolation);
  }
}
