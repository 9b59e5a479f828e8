package dev.attendance.report;

import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.AttendanceStatus;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * How many people a session had, and how long they were there. Who is late or left early has a
 * status besides; guests have one too.
 *
 * @param people everybody of whom there is a record
 * @param expected those on the roster at that time
 * @param attended those of whom a connection counts, guests among them
 * @param guests those who attended and are not on the roster
 * @param present those who are present
 * @param late those who came later than the policy tolerates
 * @param leftEarly those who left earlier than the policy tolerates
 * @param partial those who are partially present
 * @param absent those who are absent
 * @param excused those who are excused
 * @param unresolved those whose status is open
 * @param pending those whose session is not over
 * @param average the mean of the time that counts of those who attended, cut to the millisecond;
 *     zero if nobody did
 * @param median the median of the same; of an even number the mean of the middle two
 */
public record Tally(
    int people,
    int expected,
    int attended,
    int guests,
    int present,
    int late,
    int leftEarly,
    int partial,
    int absent,
    int excused,
    int unresolved,
    int pending,
    Duration average,
    Duration median) {

  /**
   * {@return the tally of a session}
   *
   * @param records its records
   */
  public static Tally of(List<AttendanceRecord> records) {
    long[] times =
        records.stream()
            .filter(Tally::attended)
            .mapToLong(record -> record.bridged().best().toMillis())
            .sorted()
            .toArray();
    long sum = 0;
    for (long time : times) {
      sum += time;
    }
    return new Tally(
        records.size(),
        count(records, AttendanceRecord::expected),
        times.length,
        count(records, record -> attended(record) && !record.expected()),
        count(records, AttendanceStatus.PRESENT),
        count(records, AttendanceRecord::late),
        count(records, AttendanceRecord::leftEarly),
        count(records, AttendanceStatus.PARTIAL),
        count(records, AttendanceStatus.ABSENT),
        count(records, AttendanceStatus.EXCUSED),
        count(records, AttendanceStatus.UNRESOLVED),
        count(records, AttendanceStatus.PENDING),
        Duration.ofMillis(times.length == 0 ? 0 : sum / times.length),
        median(times));
  }

  private static boolean attended(AttendanceRecord record) {
    return record.cycles() > 0;
  }

  private static int count(List<AttendanceRecord> records, AttendanceStatus status) {
    return count(records, record -> record.status() == status);
  }

  private static int count(List<AttendanceRecord> records, Predicate<AttendanceRecord> which) {
    return (int) records.stream().filter(which).count();
  }

  private static Duration median(long[] sorted) {
    int middle = sorted.length / 2;
    return Duration.ofMillis(
        sorted.length == 0
            ? 0
            : sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
  }
}
