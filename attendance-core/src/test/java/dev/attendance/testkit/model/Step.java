package dev.attendance.testkit.model;

import dev.attendance.store.RoomTakenException;
import java.util.function.Function;

/**
 * One thing that is done to an app. It is a value: done to two apps in the same state it does the
 * same.
 *
 * @param name what it does, for the report of a failure
 * @param act does it, and returns what can be compared
 */
record Step(String name, Function<App, Object> act) {

  static final Object NOTHING = "nothing";

  /** What came of it; what it was refused with if it was. */
  Object runOn(App app) {
    try {
      return act.apply(app);
    } catch (IllegalArgumentException refused) {
      return String.valueOf(refused.getMessage());
    } catch (RoomTakenException taken) {
      // Of several sessions in the way any one may be named.
      return taken.getClass();
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
