package dev.attendance.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.store.AttendanceStore;
import dev.attendance.store.memory.MemoryStore;
import dev.attendance.testkit.Events;
import dev.attendance.testkit.SettableClock;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/**
 * A store gives the same answers as the one in memory, whatever is done to it: a jqwik property,
 * beside the examples of {@link dev.attendance.testkit.AttendanceStoreContract}. A store's own test
 * extends this class and says how an empty store is had. How often it is tried is for jqwik's
 * configuration to say.
 */
public abstract class AgreementContract {

  private static final int LONGEST = 40;

  /**
   * {@return a store that holds nothing} Called before each try.
   *
   * @throws Exception if it cannot be had; the try fails
   */
  protected abstract AttendanceStore emptyStore() throws Exception;

  /**
   * {@return another node's store on the same data; {@code store} itself if data cannot be shared}
   *
   * @param store what {@link #emptyStore} returned last
   */
  protected abstract AttendanceStore secondNode(AttendanceStore store);

  /**
   * Ends what {@link #emptyStore} began. Called after each try.
   *
   * @throws Exception if it cannot be ended; the try fails
   */
  protected abstract void close() throws Exception;

  /** {@return what is done to a store: by far the most of it records, folds, settles, corrects} */
  @Provide
  final Arbitrary<List<Step>> steps() {
    return Arbitraries.<Step>frequencyOf(
            Tuple.of(9, EventSteps.recorded()),
            Tuple.of(4, JobSteps.folded()),
            Tuple.of(4, JobSteps.calculated()),
            Tuple.of(4, JobSteps.clockMoved()),
            Tuple.of(3, PlanSteps.put()),
            Tuple.of(3, CorrectionSteps.corrected()),
            Tuple.of(2, CorrectionSteps.appended()),
            Tuple.of(2, EventSteps.observed()),
            Tuple.of(2, JobSteps.beat()),
            Tuple.of(1, JobSteps.finalised()),
            Tuple.of(1, PlanSteps.removed()),
            Tuple.of(1, EventSteps.reconciled()),
            Tuple.of(1, JobSteps.rebuilt()),
            Tuple.of(1, JobSteps.purged()),
            Tuple.of(1, JobSteps.purgedLater()),
            Tuple.of(1, JobSteps.erased()),
            Tuple.of(1, JobSteps.quarantined()),
            Tuple.of(1, JobSteps.replayed()))
        .list()
        .ofMinSize(1)
        .ofMaxSize(LONGEST)
        .withSizeDistribution(RandomDistribution.uniform());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  final void whateverIsDoneTheAnswersAreThoseOfTheStoreInMemory(@ForAll("steps") List<Step> steps)
      throws Exception {
    AttendanceStore store = emptyStore();
    try {
      // One clock each: a step moves that of the app that it is done to.
      App model = new App(new MemoryStore(), new SettableClock(Events.at(3_600)));
      SettableClock clock = new SettableClock(Events.at(3_600));
      List<App> nodes = List.of(new App(store, clock), new App(secondNode(store), clock));
      for (int i = 0; i < steps.size(); i++) {
        Step step = steps.get(i);
        assertThat(step.runOn(nodes.get(i % 2))).as("%s", step).isEqualTo(step.runOn(model));
      }
      Map<String, Object> expected = Answers.of(model);
      Map<String, Object> actual = Answers.of(nodes.get(0));
      expected.forEach(
          (question, answer) ->
              assertThat(actual.get(question)).as("%s", question).isEqualTo(answer));
    } finally {
      close();
    }
  }
}
