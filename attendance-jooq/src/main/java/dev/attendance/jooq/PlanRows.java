package dev.attendance.jooq;

import dev.attendance.session.PersonId;
import dev.attendance.session.Role;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.time.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Plans to rows of {@link PlanTable}, {@link PlanRoomTable} and {@link RosterTable}, and back. */
final class PlanRows {

  private record UsedRoom(SessionPlan plan, String name, boolean breakout) {}

  private record Numbered(SessionPlan plan, RosterEntry entry, int ordinal) {}

  private static final Columns<SessionPlan> PLANS =
      Columns.<SessionPlan>of(PlanTable.TABLE)
          .with(PlanTable.SESSION_ID, plan -> plan.id().value())
          .with(PlanTable.TITLE, SessionPlan::title)
          .with(PlanTable.WINDOW_START, plan -> plan.window().start().toEpochMilli())
          .with(PlanTable.WINDOW_END, plan -> plan.window().end().toEpochMilli());

  private static final Columns<UsedRoom> ROOMS =
      Columns.<UsedRoom>of(PlanRoomTable.TABLE)
          .with(PlanRoomTable.ROOM_NAME, UsedRoom::name)
          .with(PlanRoomTable.WINDOW_START, row -> row.plan().window().start().toEpochMilli())
          .with(PlanRoomTable.WINDOW_END, row -> row.plan().window().end().toEpochMilli())
          .with(PlanRoomTable.SESSION_ID, row -> row.plan().id().value())
          .with(PlanRoomTable.BREAKOUT, UsedRoom::breakout);

  private static final Columns<Numbered> ROSTER =
      Columns.<Numbered>of(RosterTable.TABLE)
          .with(RosterTable.SESSION_ID, row -> row.plan().id().value())
          .with(RosterTable.ORDINAL, Numbered::ordinal)
          .with(RosterTable.PERSON_ID, row -> row.entry().person().value())
          .with(RosterTable.PERSON_NAME, row -> row.entry().name())
          .with(RosterTable.EMAIL, row -> row.entry().email().orElse(null))
          .with(RosterTable.ROLE, row -> row.entry().role().name())
          .with(
              RosterTable.ENROLLED_FROM,
              row -> row.entry().enrolled().map(time -> time.start().toEpochMilli()).orElse(null))
          .with(
              RosterTable.ENROLLED_TO,
              row -> row.entry().enrolled().map(time -> time.end().toEpochMilli()).orElse(null));

  private static final Comparator<SessionPlan> BY_START =
      Comparator.<SessionPlan, Instant>comparing(plan -> plan.window().start())
          .thenComparing(SessionPlan::id);

  private PlanRows() {}

  /** Inserts a plan that is not there. */
  static void insert(DSLContext open, SessionPlan plan) {
    Inserts.into(open, PLANS).all(List.of(plan));
    List<UsedRoom> rooms = new ArrayList<>();
    plan.roomNames().forEach(name -> rooms.add(new UsedRoom(plan, name, false)));
    plan.breakoutRoomNames().forEach(name -> rooms.add(new UsedRoom(plan, name, true)));
    Inserts.into(open, ROOMS).all(rooms);
    List<Numbered> roster = new ArrayList<>();
    plan.roster().forEach(entry -> roster.add(new Numbered(plan, entry, roster.size())));
    Inserts.into(open, ROSTER).all(roster);
  }

  /** Deletes a plan; says whether there was one. */
  static boolean delete(DSLContext open, SessionId id) {
    open.deleteFrom(RosterTable.TABLE).where(RosterTable.SESSION_ID.eq(id.value())).execute();
    open.deleteFrom(PlanRoomTable.TABLE).where(PlanRoomTable.SESSION_ID.eq(id.value())).execute();
    return open.deleteFrom(PlanTable.TABLE).where(PlanTable.SESSION_ID.eq(id.value())).execute()
        > 0;
  }

  /**
   * The plans that a condition on {@link PlanTable#SESSION_ID} finds, by the start of their
   * windows. Read by one statement, for only so each is as one transaction put it, whatever the
   * isolation; that it brings each entry of a roster once for each room is the price.
   */
  static List<SessionPlan> read(DSLContext open, Condition which) {
    Map<String, List<Record>> rows = new TreeMap<>();
    List<Field<?>> fields = new ArrayList<>(PLANS.fields());
    fields.addAll(List.of(PlanRoomTable.ROOM_NAME, PlanRoomTable.BREAKOUT));
    fields.addAll(ROSTER.fields().subList(1, ROSTER.fields().size()));
    open.select(fields)
        .from(PlanTable.TABLE)
        .join(PlanRoomTable.TABLE)
        .on(PlanRoomTable.SESSION_ID.eq(PlanTable.SESSION_ID))
        .leftJoin(RosterTable.TABLE)
        .on(RosterTable.SESSION_ID.eq(PlanTable.SESSION_ID))
        .where(which)
        .orderBy(RosterTable.ORDINAL)
        .forEach(
            row ->
                rows.computeIfAbsent(row.get(PlanTable.SESSION_ID), id -> new ArrayList<>())
                    .add(row));
    return rows.values().stream().map(PlanRows::plan).sorted(BY_START).toList();
  }

  private static SessionPlan plan(List<Record> rows) {
    Record first = rows.get(0);
    Map<Integer, RosterEntry> roster = new TreeMap<>();
    for (Record row : rows) {
      if (row.get(RosterTable.ORDINAL) != null) {
        roster.computeIfAbsent(row.get(RosterTable.ORDINAL), ordinal -> entry(row));
      }
    }
    return new SessionPlan(
        new SessionId(first.get(PlanTable.SESSION_ID)),
        first.get(PlanTable.TITLE),
        Interval.ofEpochMilli(first.get(PlanTable.WINDOW_START), first.get(PlanTable.WINDOW_END)),
        rooms(rows, false),
        rooms(rows, true),
        roster.values());
  }

  private static Set<String> rooms(List<Record> rows, boolean breakout) {
    return rows.stream()
        .filter(row -> row.get(PlanRoomTable.BREAKOUT) == breakout)
        .map(row -> row.get(PlanRoomTable.ROOM_NAME))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static RosterEntry entry(Record row) {
    return new RosterEntry(
        new PersonId(row.get(RosterTable.PERSON_ID)),
        row.get(RosterTable.PERSON_NAME),
        Optional.ofNullable(row.get(RosterTable.EMAIL)),
        Role.valueOf(row.get(RosterTable.ROLE)),
        enrolled(row.get(RosterTable.ENROLLED_FROM), row.get(RosterTable.ENROLLED_TO)));
  }

  private static Optional<Interval> enrolled(@Nullable Long from, @Nullable Long to) {
    return from == null || to == null
        ? Optional.empty()
        : Optional.of(Interval.ofEpochMilli(from, to));
  }
}
