package dev.attendance.store.memory;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.ConnectionAborted;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantLeft;
import dev.attendance.event.RosterObserved;
import dev.attendance.event.Track;
import dev.attendance.event.TrackPublished;
import dev.attendance.event.TrackUnpublished;
import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.Correction;
import dev.attendance.record.CorrectionHeader;
import dev.attendance.record.CorrectionWithdrawn;
import dev.attendance.record.PersonsMerged;
import dev.attendance.record.PolicyStamped;
import dev.attendance.record.PresenceAdded;
import dev.attendance.record.PresenceMoved;
import dev.attendance.record.PresenceRemoved;
import dev.attendance.record.StatusDecision;
import dev.attendance.record.StatusSet;
import dev.attendance.session.PersonId;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.SessionPlan;
import dev.attendance.store.SessionRecords;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is kept with pseudonyms in it; the same object where there is nothing to change. */
final class Pseudonymised {

  private Pseudonymised() {}

  static AttendanceEvent event(AttendanceEvent event, Map<String, String> identities) {
    return switch (event.kind()) {
      case ROOM_STARTED, ROOM_FINISHED -> event;
      case PARTICIPANT_JOINED -> {
        ParticipantJoined joined = (ParticipantJoined) event;
        yield new ParticipantJoined(joined.header(), participant(joined.participant(), identities));
      }
      case PARTICIPANT_LEFT -> {
        ParticipantLeft left = (ParticipantLeft) event;
        yield new ParticipantLeft(
            left.header(), participant(left.participant(), identities), left.reason());
      }
      case CONNECTION_ABORTED -> {
        ConnectionAborted aborted = (ConnectionAborted) event;
        yield new ConnectionAborted(
            aborted.header(), participant(aborted.participant(), identities), aborted.reason());
      }
      case TRACK_PUBLISHED ->
          new TrackPublished(event.header(), track(((TrackPublished) event).track(), identities));
      case TRACK_UNPUBLISHED ->
          new TrackUnpublished(
              event.header(), track(((TrackUnpublished) event).track(), identities));
      case ROSTER_OBSERVED -> {
        RosterObserved poll = (RosterObserved) event;
        yield new RosterObserved(
            poll.header(),
            poll.listed().stream().map(who -> participant(who, identities)).toList());
      }
    };
  }

  private static Participant participant(Participant who, Map<String, String> identities) {
    String pseudonym = identities.get(who.identity());
    return pseudonym == null
        ? who
        : new Participant(
            who.sid(), pseudonym, "", who.kind(), who.hidden(), who.recorder(), who.joinTime());
  }

  private static Track track(Track track, Map<String, String> identities) {
    return new Track(
        track.sid(),
        track.participantSid(),
        identities.getOrDefault(track.identity(), track.identity()),
        track.source());
  }

  static AttendanceRecord record(AttendanceRecord record, PersonId person, PersonId pseudonym) {
    boolean about = record.person().equals(person);
    Optional<StatusDecision> decision =
        record
            .decision()
            .map(
                made ->
                    new StatusDecision(
                        made.correction(),
                        by(made.madeBy(), person, pseudonym),
                        made.madeAt(),
                        about ? SessionRecords.ERASED : made.reason()));
    return new AttendanceRecord(
        about ? pseudonym : record.person(),
        about ? "" : record.name(),
        about ? Optional.empty() : record.email(),
        record.role(),
        record.expected(),
        record.status(),
        record.computed(),
        decision,
        record.counted(),
        record.window(),
        record.bridged(),
        record.unclipped(),
        record.uncorrected(),
        record.firstJoin(),
        record.lastLeave(),
        record.lateBy(),
        record.leftEarlyBy(),
        record.late(),
        record.leftEarly(),
        record.longestGap(),
        record.cycles(),
        record.devices(),
        record.attempts(),
        record.company(),
        record.media());
  }

  static SessionPlan plan(SessionPlan plan, PersonId person, PersonId pseudonym) {
    return new SessionPlan(
        plan.id(),
        plan.title(),
        plan.window(),
        plan.roomNames(),
        plan.breakoutRoomNames(),
        roster(plan, person, pseudonym));
  }

  /** Who is on the roster already, as another person erased under the same pseudonym, stays. */
  private static List<RosterEntry> roster(SessionPlan plan, PersonId person, PersonId pseudonym) {
    boolean isThere = plan.roster().stream().anyMatch(entry -> entry.person().equals(pseudonym));
    return plan.roster().stream()
        .filter(entry -> !isThere || !entry.person().equals(person) || person.equals(pseudonym))
        .map(entry -> entry(entry, person, pseudonym))
        .toList();
  }

  private static RosterEntry entry(RosterEntry entry, PersonId person, PersonId pseudonym) {
    return entry.person().equals(person)
        ? new RosterEntry(pseudonym, "", Optional.empty(), entry.role(), entry.enrolled())
        : entry;
  }

  /** About the person if it names it, or withdraws a correction that does. */
  static Correction correction(
      Correction correction, boolean about, PersonId person, PersonId pseudonym) {
    CorrectionHeader header =
        new CorrectionHeader(
            correction.header().id(),
            correction.header().madeAt(),
            by(correction.header().madeBy(), person, pseudonym),
            about ? SessionRecords.ERASED : correction.header().reason());
    return switch (correction.kind()) {
      case PRESENCE_ADDED -> {
        PresenceAdded added = (PresenceAdded) correction;
        yield new PresenceAdded(
            header, added.session(), who(added.person(), person, pseudonym), added.interval());
      }
      case PRESENCE_REMOVED -> {
        PresenceRemoved removed = (PresenceRemoved) correction;
        yield new PresenceRemoved(
            header,
            removed.session(),
            who(removed.person(), person, pseudonym),
            removed.interval());
      }
      case PRESENCE_MOVED -> {
        PresenceMoved moved = (PresenceMoved) correction;
        yield new PresenceMoved(
            header,
            moved.session(),
            who(moved.from(), person, pseudonym),
            who(moved.to(), person, pseudonym),
            moved.interval());
      }
      case STATUS_SET -> {
        StatusSet set = (StatusSet) correction;
        yield new StatusSet(
            header, set.session(), who(set.person(), person, pseudonym), set.status());
      }
      case PERSONS_MERGED -> {
        PersonsMerged merged = (PersonsMerged) correction;
        yield new PersonsMerged(
            header, who(merged.from(), person, pseudonym), who(merged.into(), person, pseudonym));
      }
      case POLICY_STAMPED -> {
        PolicyStamped stamped = (PolicyStamped) correction;
        yield new PolicyStamped(header, stamped.session(), stamped.policy());
      }
      case CORRECTION_WITHDRAWN -> {
        CorrectionWithdrawn withdrawn = (CorrectionWithdrawn) correction;
        yield new CorrectionWithdrawn(header, withdrawn.scope(), withdrawn.correction());
      }
    };
  }

  private static PersonId who(PersonId named, PersonId person, PersonId pseudonym) {
    return named.equals(person) ? pseudonym : named;
  }

  private static String by(String madeBy, PersonId person, PersonId pseudonym) {
    return madeBy.equals(person.value()) ? pseudonym.value() : madeBy;
  }
}
