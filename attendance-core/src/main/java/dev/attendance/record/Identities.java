package dev.attendance.record;

import dev.attendance.event.ParticipantKind;
import dev.attendance.event.ParticipantProfile;
import dev.attendance.session.PersonId;
import dev.attendance.session.PersonResolver;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The identities of one session, and whom they stand for, merges followed (R11). As no resolver
 * goes by the display name, it is asked once for all profiles that differ in nothing else: people
 * connect again and again.
 */
final class Identities {

  private final PersonResolver resolver;
  private final Corrections corrections;
  private final Map<String, Identity> known = new HashMap<>();

  Identities(PersonResolver resolver, Corrections corrections) {
    this.resolver = resolver;
    this.corrections = corrections;
  }

  Identity of(ParticipantProfile profile) {
    Identity identity = known.get(profile.identity());
    if (identity == null || !identity.isAlike(profile)) {
      PersonId person = corrections.person(resolver.person(profile));
      identity = new Identity(profile, person);
      known.put(profile.identity(), identity);
    }
    return identity;
  }

  /** One of them, as described but for its name. */
  static final class Identity {

    private final ParticipantKind kind;
    private final boolean hidden;
    private final boolean recorder;
    private final PersonId person;
    private @Nullable PersonPresence counted;

    private Identity(ParticipantProfile profile, PersonId person) {
      kind = profile.kind();
      hidden = profile.hidden();
      recorder = profile.recorder();
      this.person = person;
    }

    private boolean isAlike(ParticipantProfile other) {
      return kind == other.kind() && hidden == other.hidden() && recorder == other.recorder();
    }

    PersonId person() {
      return person;
    }

    /** What counts of the person, in this session; looked up the first time that anything does. */
    PersonPresence counted(SessionCycles cycles) {
      PersonPresence theirs = counted;
      if (theirs == null) {
        theirs = cycles.beginCounting(person);
        counted = theirs;
      }
      return theirs;
    }
  }
}
