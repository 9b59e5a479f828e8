package dev.attendance.jooq;

import javax.sql.DataSource;
import org.jooq.SQLDialect;

class H2SharedAppendTest extends SharedAppendTest {

  private H2Files files;

  @Override
  DataSource database() throws Exception {
    if (files == null) {
      files = H2Files.create(";WRITE_DELAY=0");
      AttendanceSchema.of(dialect()).create(files.pool());
    }
    return files.pool();
  }

  @Override
  SQLDialect dialect() {
    return SQLDialect.H2;
  }

  @Override
  void cleanUp() throws Exception {
    files.close();
  }
}
