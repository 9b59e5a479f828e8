package dev.attendance.jooq;

import dev.attendance.record.Correction;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.store.AppendOutcome;
import dev.attendance.store.CorrectionLog;
import dev.attendance.store.SessionRecords;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** The corrections of {@link JooqStore}. */
final class JooqCorrectionLog implements CorrectionLog {

  private static final List<Field<?>> KEY =
      List.of(CorrectionTable.SESSION_ID, CorrectionTable.CORRECTION_ID);

  private static final Columns<String> TO_SPREAD =
      Columns.<String>of(CorrectionToSpreadTable.TABLE)
          .with(CorrectionToSpreadTable.CORRECTION_ID, id -> id);

  private final Database database;

  JooqCorrectionLog(Database database) {
    this.database = database;
  }

  @Override
  public AppendOutcome append(Correction correction) {
    return database
        .writeInCallers(open -> insert(open, correction))
        .orElseGet(() -> database.writeAlone(open -> insert(open, correction)));
  }

  private static AppendOutcome insert(DSLContext open, Correction correction) {
    if (Inserts.into(open, CorrectionRows.COLUMNS).ofNewKeys(List.of(correction), KEY).isEmpty()) {
      return AppendOutcome.DUPLICATE;
    }
    if (correction.scope().isPresent()) {
      SettleNotes.add(open, List.of(correction.scope().get()));
    } else {
      Inserts.into(open, TO_SPREAD).all(List.of(correction.header().id()));
    }
    return AppendOutcome.APPENDED;
  }

  @Override
  public List<Correction> of(SessionId session) {
    return read(Optional.of(session));
  }

  @Override
  public List<Correction> ofAllSessions() {
    return read(Optional.empty());
  }

  private List<Correction> read(Optional<SessionId> scope) {
    return database
        .read(
            open ->
                open.select(CorrectionRows.COLUMNS.fields())
                    .from(CorrectionTable.TABLE)
                    .where(CorrectionTable.SESSION_ID.eq(CorrectionRows.sessionId(scope)))
                    .fetch(CorrectionRows::correction))
        .stream()
        .sorted(Correction.ORDER)
        .toList();
  }

  @Override
  public void purge(SessionId session) {
    database.writeAlone(
        open ->
            open.deleteFrom(CorrectionTable.TABLE)
                .where(
                    CorrectionTable.SESSION_ID.eq(CorrectionRows.sessionId(Optional.of(session))))
                .execute());
  }

  @Override
  public List<Correction> toSpread(int limit) {
    return database.read(
        open ->
            open.select(CorrectionRows.COLUMNS.fields())
                .from(CorrectionToSpreadTable.TABLE)
                .join(CorrectionTable.TABLE)
                .on(CorrectionTable.SESSION_ID.eq(CorrectionRows.ALL_SESSIONS))
                .and(CorrectionTable.CORRECTION_ID.eq(CorrectionToSpreadTable.CORRECTION_ID))
                .orderBy(CorrectionToSpreadTable.CORRECTION_ID)
                .limit(limit)
                .fetch(CorrectionRows::correction));
  }

  @Override
  public void spread(Correction correction, Set<PersonId> persons) {
    database.writeAlone(
        open -> {
          Set<SessionId> touched = new TreeSet<>();
          for (List<String> some :
              Chunks.<String>of(persons.stream().map(PersonId::value).toList())) {
            open.selectDistinct(RecordTable.SESSION_ID)
                .from(RecordTable.TABLE)
                .where(RecordTable.PERSON_ID.in(some))
                .forEach(row -> touched.add(new SessionId(row.value1())));
          }
          SettleNotes.add(open, touched);
          return open.deleteFrom(CorrectionToSpreadTable.TABLE)
              .where(CorrectionToSpreadTable.CORRECTION_ID.eq(correction.header().id()))
              .execute();
        });
  }

  @Override
  public long pseudonymise(PersonId person, PersonId pseudonym) {
    String before = person.value();
    String after = pseudonym.value();
    return database.writeAlone(
        open -> {
          Set<Key> about =
              keys(
                  open,
                  CorrectionTable.PERSON_ID.eq(before).or(CorrectionTable.OTHER_PERSON.eq(before)));
          for (Key named : Set.copyOf(about)) {
            about.addAll(keys(open, named.isWithdrawn()));
          }
          for (Key key : about) {
            open.update(CorrectionTable.TABLE)
                .set(CorrectionTable.REASON, SessionRecords.ERASED)
                .where(key.isThis())
                .execute();
          }
          about.addAll(keys(open, CorrectionTable.MADE_BY.eq(before)));
          for (Field<String> column :
              List.of(
                  CorrectionTable.PERSON_ID,
                  CorrectionTable.OTHER_PERSON,
                  CorrectionTable.MADE_BY)) {
            open.update(CorrectionTable.TABLE)
                .set(column, after)
                .where(column.eq(before))
                .execute();
          }
          deleteOfOnePerson(open, after);
          return (long) about.size();
        });
  }

  /** Those from one person to another that are one from now on: they say nothing any more. */
  private static void deleteOfOnePerson(DSLContext open, String person) {
    for (Key key :
        keys(
            open,
            CorrectionTable.PERSON_ID.eq(person).and(CorrectionTable.OTHER_PERSON.eq(person)))) {
      open.deleteFrom(CorrectionTable.TABLE).where(key.isThis()).execute();
      if (key.session().equals(CorrectionRows.ALL_SESSIONS)) {
        open.deleteFrom(CorrectionToSpreadTable.TABLE)
            .where(CorrectionToSpreadTable.CORRECTION_ID.eq(key.id()))
            .execute();
      }
    }
  }

  private record Key(String session, String id) {
    Condition isThis() {
      return CorrectionTable.SESSION_ID.eq(session).and(CorrectionTable.CORRECTION_ID.eq(id));
    }

    Condition isWithdrawn() {
      return CorrectionTable.SESSION_ID.eq(session).and(CorrectionTable.WITHDRAWN_ID.eq(id));
    }
  }

  private static Set<Key> keys(DSLContext open, Condition which) {
    return new HashSet<>(
        open.select(CorrectionTable.SESSION_ID, CorrectionTable.CORRECTION_ID)
            .from(CorrectionTable.TABLE)
            .where(which)
            .fetch(row -> new Key(row.value1(), row.value2())));
  }
}
