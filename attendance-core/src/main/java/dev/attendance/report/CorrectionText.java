package dev.attendance.report;

import dev.attendance.record.Correction;
import dev.attendance.record.CorrectionEntry;
import dev.attendance.record.CorrectionHeader;
import dev.attendance.record.CorrectionStanding;
import dev.attendance.record.CorrectionWithdrawn;
import dev.attendance.record.PersonsMerged;
import dev.attendance.record.PresenceAdded;
import dev.attendance.record.PresenceMoved;
import dev.attendance.record.PresenceRemoved;
import dev.attendance.record.StatusSet;
import dev.attendance.time.Interval;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Puts corrections in words: who changed what, when and why, and whether it holds (promise 6). */
final class CorrectionText {

  private final DateTimeFormatter clock;
  private final DateTimeFormatter day;

  CorrectionText(ZoneId zone) {
    clock = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
    day = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
  }

  String describe(CorrectionEntry entry) {
    String overruled =
        entry.standing() == CorrectionStanding.OVERRULED
            ? " Another correction holds in its place."
            : "";
    String withdrawn = entry.withdrawal().map(by -> " Withdrawn by " + who(by.header())).orElse("");
    return what(entry.correction())
        + ": corrected by "
        + who(entry.correction().header())
        + overruled
        + withdrawn;
  }

  private String who(CorrectionHeader header) {
    return header.madeBy()
        + " on "
        + day.format(header.madeAt())
        + ", because: "
        + header.reason()
        + ".";
  }

  private String what(Correction correction) {
    if (correction instanceof PresenceAdded added) {
      return time(added.interval()) + ", there";
    }
    if (correction instanceof PresenceRemoved removed) {
      return time(removed.interval()) + ", not there";
    }
    if (correction instanceof PresenceMoved moved) {
      return time(moved.interval())
          + ", what seemed to be "
          + moved.from().value()
          + " was "
          + moved.to().value();
    }
    if (correction instanceof StatusSet set) {
      return "The status is " + set.status();
    }
    if (correction instanceof PersonsMerged merged) {
      return merged.from().value() + " is " + merged.into().value() + ", in all sessions";
    }
    return "Withdrawn is " + ((CorrectionWithdrawn) correction).correction();
  }

  private String time(Interval interval) {
    return clock.format(interval.start()) + " to " + clock.format(interval.end());
  }
}
