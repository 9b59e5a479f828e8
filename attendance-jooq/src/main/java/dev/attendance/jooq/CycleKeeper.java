package dev.attendance.jooq;

import dev.attendance.cycle.CycleStanding;
import dev.attendance.store.FoldedCycle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * Finds and saves the cycles of one room instance during a fold, and remembers where those stood
 * that it has seen: what the room counts is then known without counting.
 */
final class CycleKeeper {

  private static final Set<String> WITHOUT_REPORTED_END =
      Set.of(CycleStanding.OPEN.name(), CycleStanding.INFERRED.name());

  private static final List<Field<String>> KEY =
      List.of(CycleTable.ROOM_SID, CycleTable.PARTICIPANT_SID);

  private static final Map<Field<?>, Field<?>> REPLACED = replaced();

  private final DSLContext open;
  private final String roomSid;

  /** Then nothing has to be looked for. */
  private boolean isNew;

  /** By participant sid; empty where there is no such cycle. */
  private final Map<String, Optional<CycleStanding>> standings = new HashMap<>();

  /**
   * For a fold.
   *
   * @param isNew whether nothing is kept of the room instance yet
   */
  CycleKeeper(DSLContext open, String roomSid, boolean isNew) {
    this.open = open;
    this.roomSid = roomSid;
    this.isNew = isNew;
  }

  /** Whether nothing is kept of the room instance yet. */
  boolean isNew() {
    return isNew;
  }

  List<FoldedCycle> find(Set<String> participantSids, Set<String> identities) {
    List<Condition> wanted =
        new ArrayList<>(OneOf.of(open, CycleTable.PARTICIPANT_SID, participantSids));
    wanted.addAll(OneOf.of(open, CycleTable.IDENTITY, identities));
    Map<String, FoldedCycle> found = new LinkedHashMap<>();
    read(wanted).forEach(cycle -> found.put(cycle.facts().id().participantSid(), cycle));
    participantSids.forEach(sid -> standings.putIfAbsent(sid, Optional.empty()));
    return List.copyOf(found.values());
  }

  List<FoldedCycle> all() {
    return read(List.of(DSL.noCondition()));
  }

  List<FoldedCycle> withoutReportedEnd() {
    // Written out rather than bound: PostgreSQL uses a partial index only if it sees the values.
    return read(
        List.of(
            CycleTable.STANDING.in(
                WITHOUT_REPORTED_END.stream().sorted().map(name -> DSL.inline(name)).toList())));
  }

  /**
   * Cycles for which one of the conditions holds, some of them twice. All in one statement, and as
   * a union, so that each condition is looked up in the index that is there for it.
   */
  private List<FoldedCycle> read(List<Condition> conditions) {
    Optional<Select<Record>> all =
        conditions.stream()
            .<Select<Record>>map(
                condition ->
                    open.select(CycleRows.COLUMNS.fields())
                        .from(CycleTable.TABLE)
                        .where(CycleTable.ROOM_SID.eq(roomSid))
                        .and(condition))
            .reduce(Select::unionAll);
    if (isNew || all.isEmpty()) {
      return List.of();
    }
    List<FoldedCycle> cycles = Row.fetch(all.get(), CycleRows.COLUMNS.fields(), CycleRows::cycle);
    cycles.forEach(this::remember);
    return cycles;
  }

  private void remember(FoldedCycle cycle) {
    standings.put(cycle.facts().id().participantSid(), Optional.of(cycle.standing()));
  }

  /** Saves cycles; says by how much the room's counts changed. */
  Map<Field<Integer>, Integer> save(Collection<FoldedCycle> changed) {
    // Each once: a statement must not touch a row twice.
    Map<String, FoldedCycle> cycles = new TreeMap<>();
    changed.forEach(cycle -> cycles.put(cycle.facts().id().participantSid(), cycle));
    lookUpStandings(cycles.keySet());
    boolean wasNew = isNew;
    isNew = false;
    Map<CycleStanding, Integer> changes = new EnumMap<>(CycleStanding.class);
    for (FoldedCycle cycle : cycles.values()) {
      standings
          .getOrDefault(cycle.facts().id().participantSid(), Optional.empty())
          .ifPresent(before -> changes.merge(before, -1, Integer::sum));
      changes.merge(cycle.standing(), 1, Integer::sum);
      remember(cycle);
    }
    Inserts<FoldedCycle> inserts = Inserts.into(open, CycleRows.COLUMNS);
    if (wasNew) {
      // To look for a row that is there takes a third of the time.
      inserts.all(cycles.values());
    } else {
      inserts.orChange(cycles.values(), KEY, REPLACED);
    }
    Map<Field<Integer>, Integer> counts = new LinkedHashMap<>();
    changes.forEach((standing, change) -> counts.put(RoomRows.count(standing), change));
    return counts;
  }

  private void lookUpStandings(Set<String> participantSids) {
    List<String> unseen =
        participantSids.stream().filter(sid -> !isNew && !standings.containsKey(sid)).toList();
    for (Condition some : OneOf.of(open, CycleTable.PARTICIPANT_SID, unseen)) {
      open.select(CycleTable.PARTICIPANT_SID, CycleTable.STANDING)
          .from(CycleTable.TABLE)
          .where(CycleTable.ROOM_SID.eq(roomSid))
          .and(some)
          .forEach(
              row ->
                  standings.put(
                      row.get(CycleTable.PARTICIPANT_SID),
                      Optional.of(CycleStanding.valueOf(row.get(CycleTable.STANDING)))));
    }
  }

  private static Map<Field<?>, Field<?>> replaced() {
    Map<Field<?>, Field<?>> replaced = new LinkedHashMap<>();
    for (Field<?> field : CycleRows.COLUMNS.fields()) {
      if (!KEY.contains(field)) {
        replaced.put(field, DSL.excluded(field));
      }
    }
    return replaced;
  }
}
