package dev.attendance.record;

import dev.attendance.time.RadixSort;
import java.util.Comparator;
import java.util.List;

/**
 * Sorts by the persons' ids. Those of one app mostly begin alike, and differ in a few digits: as
 * many code units as fit are packed into a number, each in no more bits than it needs.
 */
final class ByPerson {

  private static final Comparator<PersonPresence> ORDER =
      Comparator.comparing(PersonPresence::person);

  private ByPerson() {}

  static List<PersonPresence> sorted(List<PersonPresence> persons) {
    String[] ids = new String[persons.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = persons.get(i).person().value();
    }
    return RadixSort.sorted(persons, numbers(ids), ORDER);
  }

  private static long[] numbers(String[] ids) {
    long[] numbers = new long[ids.length];
    int free = Long.SIZE - 1 - RadixSort.positionBits(ids.length);
    for (int at = beginningInCommon(ids); ; at++) {
      char least = Character.MAX_VALUE;
      char greatest = Character.MIN_VALUE;
      for (String id : ids) {
        if (at < id.length()) {
          least = (char) Math.min(least, id.charAt(at));
          greatest = (char) Math.max(greatest, id.charAt(at));
        }
      }
      int bits = Integer.SIZE - Integer.numberOfLeadingZeros(greatest - least + 1);
      if (least > greatest || bits > free) {
        return numbers;
      }
      free -= bits;
      for (int i = 0; i < ids.length; i++) {
        // Zero is for an id that has ended, and so comes before those that go on.
        int unit = at < ids[i].length() ? ids[i].charAt(at) - least + 1 : 0;
        numbers[i] = numbers[i] << bits | unit;
      }
    }
  }

  private static int beginningInCommon(String[] ids) {
    int common = ids.length == 0 ? 0 : ids[0].length();
    for (String id : ids) {
      int same = 0;
      while (same < common && same < id.length() && id.charAt(same) == ids[0].charAt(same)) {
        same++;
      }
      common = same;
    }
    return common;
  }
}
