package dev.attendance.jooq;

import static dev.attendance.jooq.CoverageTable.BEGAN_AT;
import static dev.attendance.jooq.CoverageTable.LAST_BEAT_AT;
import static dev.attendance.jooq.CoverageTable.NODE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.attendance.session.SessionId;
import dev.attendance.store.Coverage;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;

/** The coverage of {@link JooqStore}. */
final class JooqCoverage implements Coverage {

  private record Stretch(String node, long beganAt, long lastBeatAt) {
    Interval interval() {
      return Interval.ofEpochMilli(beganAt, lastBeatAt + 1);
    }
  }

  private static final Columns<Stretch> COLUMNS =
      Columns.<Stretch>of(CoverageTable.TABLE)
          .with(NODE, Stretch::node)
          .with(BEGAN_AT, Stretch::beganAt)
          .with(LAST_BEAT_AT, Stretch::lastBeatAt);

  private static final List<Field<?>> KEY = List.of(NODE, BEGAN_AT);

  private final Database database;

  JooqCoverage(Database database) {
    this.database = database;
  }

  @Override
  public void beat(String node, Instant at, Duration longestGap, Duration lostBefore) {
    long beat = at.toEpochMilli();
    boolean begins =
        database.writeAlone(
            open -> {
              Optional<Stretch> current = current(open, node, beat);
              if (current.isEmpty() || current.get().lastBeatAt() < beat - longestGap.toMillis()) {
                Inserts.into(open, COLUMNS).orKeep(new Stretch(node, beat, beat), KEY);
                noteSettled(open, beat, lostBefore);
                return true;
              }
              if (current.get().lastBeatAt() < beat) {
                extend(open, current.get(), beat);
              }
              return false;
            });
    if (begins) {
      // What was settled while the stretch could not be seen yet could not be seen either.
      database.writeAlone(
          open -> {
            noteSettled(open, beat, lostBefore);
            return true;
          });
    }
  }

  /** Notes what was settled before it could be known that nobody was up until this beat. */
  private static void noteSettled(DSLContext open, long beat, Duration lostBefore) {
    long last =
        open.select(max(LAST_BEAT_AT))
            .from(CoverageTable.TABLE)
            .where(BEGAN_AT.lt(beat))
            .fetchOptional(max(LAST_BEAT_AT))
            .filter(before -> before < beat)
            .orElse(beat);
    SettleNotes.add(
        open,
        open.selectDistinct(RevisionTable.SESSION_ID)
            .from(RevisionTable.TABLE)
            .where(RevisionTable.SETTLED_AT.ge(last - lostBefore.toMillis()))
            .fetch(row -> new SessionId(row.value1())));
  }

  /** The stretch of the node that began last before it. */
  private static Optional<Stretch> current(DSLContext open, String node, long beat) {
    return open.select(BEGAN_AT, LAST_BEAT_AT)
        .from(CoverageTable.TABLE)
        .where(NODE.eq(node))
        .and(BEGAN_AT.le(beat))
        .orderBy(BEGAN_AT.desc())
        .limit(1)
        .fetchOptional(row -> new Stretch(node, row.value1(), row.value2()));
  }

  /** Another thread may have got further meanwhile. */
  private static void extend(DSLContext open, Stretch stretch, long beat) {
    open.update(CoverageTable.TABLE)
        .set(LAST_BEAT_AT, beat)
        .where(NODE.eq(stretch.node()))
        .and(BEGAN_AT.eq(stretch.beganAt()))
        .and(LAST_BEAT_AT.lt(beat))
        .execute();
  }

  @Override
  public IntervalSet covered(Interval time) {
    Field<Long> from = val(time.start().toEpochMilli());
    Field<Long> to = val(time.end().toEpochMilli());
    Field<Long> lastBefore =
        select(max(LAST_BEAT_AT)).from(CoverageTable.TABLE).where(LAST_BEAT_AT.lt(from)).asField();
    Field<Long> firstAfter =
        select(min(BEGAN_AT)).from(CoverageTable.TABLE).where(BEGAN_AT.ge(to)).asField();
    return IntervalSet.unionOf(
        database.read(
            open ->
                open.select(COLUMNS.fields())
                    .from(CoverageTable.TABLE)
                    .where(LAST_BEAT_AT.ge(coalesce(lastBefore, from)))
                    .and(BEGAN_AT.le(coalesce(firstAfter, to)))
                    .fetch(
                        row ->
                            new Stretch(row.get(NODE), row.get(BEGAN_AT), row.get(LAST_BEAT_AT))
                                .interval())));
  }
}
