package dev.attendance.store.memory;

import dev.attendance.record.Correction;
import dev.attendance.record.CorrectionWithdrawn;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.store.AppendOutcome;
import dev.attendance.store.CorrectionLog;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The corrections of {@link MemoryStore}, guarded by {@link MemorySessionRecords#locked}. */
final class MemoryCorrectionLog implements CorrectionLog {

  private final MemorySessionRecords records;
  private final Map<Optional<SessionId>, Map<String, Correction>> kept = new HashMap<>();
  private final Map<String, Correction> toSpread = new LinkedHashMap<>();

  MemoryCorrectionLog(MemorySessionRecords records) {
    this.records = records;
  }

  @Override
  public AppendOutcome append(Correction correction) {
    String id = correction.header().id();
    return records.locked(
        () -> {
          boolean known =
              kept.computeIfAbsent(correction.scope(), scope -> new HashMap<>())
                      .putIfAbsent(id, correction)
                  != null;
          if (known) {
            return AppendOutcome.DUPLICATE;
          }
          correction.scope().ifPresentOrElse(records::note, () -> toSpread.put(id, correction));
          return AppendOutcome.APPENDED;
        });
  }

  @Override
  public List<Correction> of(SessionId session) {
    return read(Optional.of(session));
  }

  @Override
  public List<Correction> ofAllSessions() {
    return read(Optional.empty());
  }

  private List<Correction> read(Optional<SessionId> scope) {
    return records.locked(
        () ->
            kept.getOrDefault(scope, Map.of()).values().stream().sorted(Correction.ORDER).toList());
  }

  @Override
  public void purge(SessionId session) {
    records.locked(() -> kept.remove(Optional.of(session)) != null);
  }

  @Override
  public List<Correction> toSpread(int limit) {
    return records.locked(() -> toSpread.values().stream().limit(limit).toList());
  }

  @Override
  public void spread(Correction correction, Set<PersonId> persons) {
    records.locked(
        () -> {
          records.sessionsOf(persons).forEach(records::note);
          return toSpread.remove(correction.header().id()) != null;
        });
  }

  /** Those from one person to another that are one from now on: they say nothing any more. */
  private long removeOfOnePerson(Map<String, Correction> ofScope, List<PersonId> one) {
    List<Correction> between =
        ofScope.values().stream()
            .filter(made -> made.persons().size() == 2 && one.containsAll(made.persons()))
            .toList();
    for (Correction made : between) {
      ofScope.remove(made.header().id());
      toSpread.remove(made.header().id(), made);
    }
    return between.size();
  }

  @Override
  public long pseudonymise(PersonId person, PersonId pseudonym) {
    return records.locked(
        () -> {
          long changed = 0;
          for (Map<String, Correction> ofScope : kept.values()) {
            Set<String> about =
                ofScope.values().stream()
                    .filter(correction -> correction.persons().contains(person))
                    .map(correction -> correction.header().id())
                    .collect(Collectors.toSet());
            changed += removeOfOnePerson(ofScope, List.of(person, pseudonym));
            for (Map.Entry<String, Correction> entry : ofScope.entrySet()) {
              Correction before = entry.getValue();
              String subject =
                  before instanceof CorrectionWithdrawn withdrawn
                      ? withdrawn.correction()
                      : entry.getKey();
              Correction after =
                  Pseudonymised.correction(before, about.contains(subject), person, pseudonym);
              changed += after.equals(before) ? 0 : 1;
              entry.setValue(after);
              toSpread.replace(entry.getKey(), before, after);
            }
          }
          return changed;
        });
  }
}
