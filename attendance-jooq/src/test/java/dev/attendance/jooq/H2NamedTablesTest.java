package dev.attendance.jooq;

import dev.attendance.store.AttendanceStore;
import dev.attendance.testkit.AttendanceStoreContract;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * The contract with tables that are called otherwise and lie in another schema: no statement minds.
 */
class H2NamedTablesTest extends AttendanceStoreContract {

  private static final TableNames NAMES = new TableNames("school_", Optional.of("campus"));

  private H2Files files;

  @Override
  protected AttendanceStore emptyStore() throws Exception {
    files = H2Files.create(";WRITE_DELAY=0");
    DSL.using(files.pool(), SQLDialect.H2).execute("create schema campus");
    AttendanceSchema.of(SQLDialect.H2, NAMES).create(files.pool());
    return open(files.pool());
  }

  private static AttendanceStore open(DataSource database) {
    return JooqStore.builder(database, SQLDialect.H2).tables(NAMES).build();
  }

  @Override
  protected AttendanceStore secondNode(AttendanceStore store) {
    return open(files.pool());
  }

  @Override
  protected void close() throws Exception {
    files.close();
  }
}
