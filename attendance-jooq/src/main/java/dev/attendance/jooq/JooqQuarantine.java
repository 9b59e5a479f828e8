package dev.attendance.jooq;

import static dev.attendance.jooq.QuarantineTable.BODY;
import static dev.attendance.jooq.QuarantineTable.DIGEST;
import static dev.attendance.jooq.QuarantineTable.REASON;
import static dev.attendance.jooq.QuarantineTable.RECEIVED_AT;
import static dev.attendance.jooq.QuarantineTable.SOURCE;

import dev.attendance.store.Quarantine;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The quarantine of {@link JooqStore}. */
final class JooqQuarantine implements Quarantine {

  private static final Columns<Body> COLUMNS =
      Columns.<Body>of(QuarantineTable.TABLE)
          .with(SOURCE, Body::source)
          .with(DIGEST, Body::digest)
          .with(RECEIVED_AT, body -> body.receivedAt().toEpochMilli())
          .with(REASON, Body::reason)
          .with(BODY, Body::body);

  private static final List<Field<String>> KEY = List.of(SOURCE, DIGEST);

  private final Database database;

  JooqQuarantine(Database database) {
    this.database = database;
  }

  @Override
  public boolean keep(Body body) {
    return database.writeAlone(
        open -> !Inserts.into(open, COLUMNS).ofNewKeys(List.of(body), KEY).isEmpty());
  }

  @Override
  public long count() {
    return database.read(open -> open.fetchCount(QuarantineTable.TABLE));
  }

  @Override
  public List<Body> oldest(int limit) {
    return read(DSL.noCondition(), limit);
  }

  @Override
  public List<Body> after(Body body, int limit) {
    long receivedAt = body.receivedAt().toEpochMilli();
    return read(
        RECEIVED_AT
            .gt(receivedAt)
            .or(
                RECEIVED_AT
                    .eq(receivedAt)
                    .and(
                        DIGEST
                            .gt(body.digest())
                            .or(DIGEST.eq(body.digest()).and(SOURCE.gt(body.source()))))),
        limit);
  }

  private List<Body> read(Condition which, int limit) {
    return database.read(
        open ->
            open.select(COLUMNS.fields())
                .from(QuarantineTable.TABLE)
                .where(which)
                .orderBy(RECEIVED_AT, DIGEST, SOURCE)
                .limit(limit)
                .fetch(
                    row ->
                        new Body(
                            row.get(SOURCE),
                            row.get(DIGEST),
                            Instant.ofEpochMilli(row.get(RECEIVED_AT)),
                            row.get(REASON),
                            row.get(BODY))));
  }

  @Override
  public boolean remove(String source, String digest) {
    return database.writeAlone(
            open ->
                open.deleteFrom(QuarantineTable.TABLE)
                    .where(SOURCE.eq(source))
                    .and(DIGEST.eq(digest))
                    .execute())
        > 0;
  }
}
