package dev.attendance.jooq;

import javax.sql.DataSource;
import org.jooq.SQLDialect;

class PostgresAgreementTest extends ServerAgreement {

  PostgresAgreementTest() {
    super(SQLDialect.POSTGRES);
  }

  @Override
  DataSource database() {
    return PostgresServer.database("agreement");
  }

  @Override
  CheckedDataSource checked(DataSource database, int isolation) {
    return CheckedDataSource.ofPostgres(database, true, isolation);
  }
}
