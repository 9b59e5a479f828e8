package dev.attendance;

import dev.attendance.event.ParticipantProfile;
import dev.attendance.session.PersonId;
import dev.attendance.store.AttendanceStore;
import dev.attendance.store.Quarantine;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Deletes the bodies, raw or in quarantine, in which a person is named. */
final class NamingBodies {

  private static final int AT_ONCE = 100;

  private final AttendanceStore store;

  NamingBodies(AttendanceStore store) {
    this.store = store;
  }

  /** How many were deleted. */
  record Deleted(long raw, long inQuarantine) {}

  /**
   * Deletes those of one person.
   *
   * @param profiles tells how the person is described; not asked if there is no body at all
   */
  Deleted delete(PersonId person, Consumer<Consumer<ParticipantProfile>> profiles) {
    boolean anyRaw = !store.rawBodies().isEmpty();
    if (!anyRaw && store.quarantine().count() == 0) {
      return new Deleted(0, 0);
    }
    Set<String> identities = new TreeSet<>(Set.of(person.value()));
    Set<String> names = new TreeSet<>();
    profiles.accept(
        profile -> {
          identities.add(profile.identity());
          if (!profile.name().isBlank()) {
            names.add(profile.name());
          }
        });
    long inQuarantine = deleteFromQuarantine(identities);
    names.addAll(identities);
    return new Deleted(anyRaw ? deleteRaw(names) : 0, inQuarantine);
  }

  private long deleteRaw(Set<String> texts) {
    return Pages.roomsOf(store.events())
        .mapToLong(
            room ->
                store
                    .rawBodies()
                    .remove(room, body -> QuotedText.of(body.bytes()).containsAny(texts)))
        .sum();
  }

  private long deleteFromQuarantine(Set<String> identities) {
    long deleted = 0;
    List<Quarantine.Body> page = store.quarantine().oldest(AT_ONCE);
    while (!page.isEmpty()) {
      for (Quarantine.Body body : page) {
        if (QuotedText.of(body.body()).containsAny(identities)) {
          deleted += store.quarantine().remove(body.source(), body.digest()) ? 1 : 0;
        }
      }
      page = store.quarantine().after(page.get(page.size() - 1), AT_ONCE);
    }
    return deleted;
  }
}
