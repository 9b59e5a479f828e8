package dev.attendance.store;

import static dev.attendance.store.BrokenStores.broken;

import dev.attendance.session.SessionPlan;
import dev.attendance.time.Interval;
import java.time.Instant;
import java.util.List;

/** Stores that break what {@link SessionPlans} promises. */
final class SessionPlansDefects {

  private SessionPlansDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect(
            "tells of a session before it is due",
            "aPlanNotesItsSessionForWhenItIsOver",
            store ->
                broken(
                    store,
                    SessionRecords.class,
                    "sessionsToSettle",
                    arguments ->
                        store
                            .records()
                            .sessionsToSettle(
                                Instant.MAX, (String) arguments[1], (int) arguments[2]))),
        new Defect(
            "keeps quiet about a room that is taken",
            "aRoomHoldsOnePlanAtATime",
            store ->
                broken(
                    store,
                    SessionPlans.class,
                    "put",
                    arguments -> {
                      try {
                        store.plans().put((SessionPlan) arguments[0]);
                      } catch (RoomTakenException e) {
                        // As if nothing were.
                      }
                      return null;
                    })),
        new Defect(
            "removes the plan first and then looks whether it can be put",
            "aPlanThatIsRefusedLeavesTheOneOfItsIdAsItWas",
            store ->
                broken(
                    store,
                    SessionPlans.class,
                    "put",
                    arguments -> {
                      store.plans().remove(((SessionPlan) arguments[0]).id());
                      store.plans().put((SessionPlan) arguments[0]);
                      return null;
                    })),
        new Defect(
            "finds plans that only abut",
            "plansOfARoomAreThoseWhoseWindowOverlaps",
            store ->
                broken(
                    store,
                    SessionPlans.class,
                    "plans",
                    arguments -> {
                      Interval window = (Interval) arguments[1];
                      return store
                          .plans()
                          .plans(
                              (String) arguments[0],
                              new Interval(window.start(), window.end().plusMillis(1)));
                    })));
  }
}
