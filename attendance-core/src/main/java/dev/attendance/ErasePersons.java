package dev.attendance;

import dev.attendance.cycle.CycleFacts;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.ParticipantProfile;
import dev.attendance.session.PersonId;
import dev.attendance.session.PersonResolver;
import dev.attendance.store.AttendanceStore;
import dev.attendance.store.RoomTransaction;
import dev.attendance.store.StoreUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Erases persons: puts a {@link Pseudonym} wherever the store has one of a person's identities or
 * its id, and takes away its names, its email address and the reasons of decisions about it. Totals
 * and statuses stay, and what is kept still equals a rebuild, because the log itself is rewritten.
 *
 * <p>It looks for the rooms in which the person was, deletes the bodies that name it, goes through
 * revisions and corrections and then through these rooms' log, each held as for a fold and rebuilt
 * in the same transaction. A crash leaves some rooms done and others not; repeated with the same
 * pseudonym it does the rest. Appends go on meanwhile: an event of the person that comes later is a
 * new fact about somebody unknown, and takes another erasure. Sessions that are settled during the
 * run may get a revision that shows nothing but the erasure.
 *
 * <p>Not reached: a host app's own plans with their rosters, which it must change to {@link
 * Pseudonym#person} itself, logs and backups. Somebody who was merged from several persons takes an
 * erasure for each of them.
 *
 * <p>Bodies are deleted whole. Raw ones are if they are of the person's own events, and wherever an
 * identity or a name of the person occurs in them, for a room's metadata may name somebody, too. A
 * short one occurs in many, and takes them along: no number depends on them. All raw bodies that
 * are kept are read for it, and the logs of the person's rooms once more. A body in quarantine is
 * deleted if an identity of the person occurs in it; others stay and are counted, for nobody can
 * tell what they hold: replay or delete them.
 */
public final class ErasePersons {

  private final AttendanceStore store;
  private final FoldPending foldPending;
  private final RebuildRooms rebuildRooms;
  private final PersonResolver persons;

  ErasePersons(
      AttendanceStore store,
      FoldPending foldPending,
      RebuildRooms rebuildRooms,
      PersonResolver persons) {
    this.store = store;
    this.foldPending = foldPending;
    this.rebuildRooms = rebuildRooms;
    this.persons = persons;
  }

  /**
   * What an erasure did: counts, nothing personal.
   *
   * @param rooms in how many room instances the person was
   * @param entries how many entries of their log, events and persons listed by polls, were changed
   * @param records how many records of revisions were
   * @param corrections how many corrections were
   * @param rosters on how many rosters the person was, of plans that the store keeps
   * @param rawBodies how many raw bodies were deleted because of what they hold
   * @param bodies how many bodies in quarantine were deleted
   * @param bodiesLeft how many bodies are left there
   */
  public record Outcome(
      long rooms,
      long entries,
      long records,
      long corrections,
      long rosters,
      long rawBodies,
      long bodies,
      long bodiesLeft) {}

  /**
   * Erases a person. Takes a look at every room instance in the store.
   *
   * @param person who; one that the store does not know of changes nothing
   * @param pseudonym what stands for the person from now on; the same one again if the erasure has
   *     to be repeated
   * @return what was done
   * @throws StoreUnavailableException if the store cannot do it now; to be repeated
   */
  public Outcome erase(PersonId person, Pseudonym pseudonym) {
    foldPending.runOnce();
    PersonId erased = pseudonym.person();
    List<String> rooms = roomsOf(person);
    // First, while it can still be found out what the person was called.
    NamingBodies.Deleted bodies =
        new NamingBodies(store).delete(person, each -> profiles(rooms, person, each));
    long rosters = store.plans().pseudonymise(person, erased);
    long corrections = store.corrections().pseudonymise(person, erased);
    // Before the rooms: what is worked out from them afterwards is what the revisions say.
    long records = store.records().pseudonymise(person, erased);
    long entries = 0;
    for (String room : rooms) {
      entries += erase(room, person, pseudonym);
    }
    // And after them: what was settled meanwhile still shows the person.
    records += store.records().pseudonymise(person, erased);
    return new Outcome(
        rooms.size(),
        entries,
        records,
        corrections,
        rosters,
        bodies.raw(),
        bodies.inQuarantine(),
        store.quarantine().count());
  }

  /** The rooms in which the person was. */
  private List<String> roomsOf(PersonId person) {
    return Pages.roomsOf(store.events()).filter(room -> isIn(room, person)).toList();
  }

  private boolean isIn(String roomSid, PersonId person) {
    return store.rooms().cycles(roomSid).stream()
        .map(CycleFacts::profile)
        .anyMatch(profile -> persons.person(profile).equals(person));
  }

  private long erase(String roomSid, PersonId person, Pseudonym pseudonym) {
    AtomicLong entries = new AtomicLong();
    store
        .folds()
        .fold(
            roomSid,
            transaction -> {
              Map<String, String> pseudonyms = new TreeMap<>();
              profiles(
                  transaction,
                  person,
                  profile -> pseudonyms.computeIfAbsent(profile.identity(), pseudonym::identity));
              entries.set(transaction.pseudonymise(pseudonyms));
              rebuildRooms.rebuild(transaction);
            });
    return entries.get();
  }

  /** How the log of the room describes the person, pending or not. */
  private void profiles(
      RoomTransaction transaction, PersonId person, Consumer<ParticipantProfile> each) {
    Consumer<AttendanceEvent> event =
        told ->
            ParticipantProfile.in(told).stream()
                .filter(profile -> persons.person(profile).equals(person))
                .forEach(each);
    transaction.folded(event);
    transaction.pending(Integer.MAX_VALUE).forEach(event);
  }

  /** The same of several rooms, each held while it is read. */
  private void profiles(List<String> rooms, PersonId person, Consumer<ParticipantProfile> each) {
    for (String room : rooms) {
      store.folds().fold(room, transaction -> profiles(transaction, person, each));
    }
  }
}
