package example.attendance.server.livekit;

import dev.attendance.testkit.GroundTruth;
import dev.attendance.testkit.GroundTruth.Person;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A lesson of about three minutes with everything that happens in one: people are late, leave
 * early, lose their connection, come in twice or never get in. The script's seconds are multiplied
 * by a pace below 1 to make it shorter; 0.5 is as short as it gets, since the server needs some 21
 * seconds to notice a lost connection.
 */
final class ClassroomScenario {

  private final URI liveKit;
  private final String room;
  private final double pace;

  ClassroomScenario(URI liveKit, String room, double pace) {
    this.liveKit = liveKit;
    this.room = room;
    this.pace = pace;
  }

  /** Plays it to the end and returns what the clients recorded. */
  GroundTruth play() throws InterruptedException {
    Roles roles = new Roles(liveKit, room, new Pace(pace));
    List<Callable<Person>> cast =
        List.of(
            () -> roles.speaks(Cast.of("teacher-1", "Tessa Testlehrerin"), 0, 2, 175.3, 190.7),
            () -> roles.stays(Cast.of("student-01", "Ada Muster"), 3.1, 188.4),
            () ->
                roles.stays(
                    Cast.of("student-02", "Zoë Exämple").withMetadata("{\"klasse\":\"7ß\"}"),
                    4.2,
                    187.95),
            () -> roles.stays(Cast.of("student-03", "Late Lasse Latecomer"), 45.3, 186.1),
            () -> roles.stays(Cast.of("student-04", "Ωmega Παράδειγμα"), 5.4, 80.2),
            () -> roles.isKilled(Cast.of("student-05", "Crash Dummy"), 6.5, 90.6),
            () -> roles.comesTwice(Cast.of("student-06", "Doppel Gänger"), 7.6, 60.8, 185.5),
            () -> roles.reconnects(Cast.of("student-07", "Rhea Connect"), 8.7, 70.3, 184.85),
            () ->
                roles.comesAndGoes(
                    Cast.of("student-08", "Jo-Jo Placeholder"), 9, 30.5, 50.9, 95.1, 110.7, 183.65),
            () -> roles.neverGetsIn(Cast.of("student-09", "Nemo Nobody"), 20.5),
            () -> roles.fallsSilent(Cast.of("student-10", "Lid Closed"), 11.8, 100.4, 140, 182.3),
            () -> roles.speaks(Cast.of("élève-11", "李 样本 😀"), 12.9, 40.1, 60.9, 181.05),
            () -> roles.stays(Cast.of("student-12", "Blink O'Eye"), 32.4, 32.4),
            () -> roles.stays(Cast.of("observer-1", "Hidden Inspector").asHidden(), 10.2, 120.6));
    ExecutorService stage = Executors.newFixedThreadPool(cast.size());
    try {
      List<Person> people = new ArrayList<>();
      for (Future<Person> role : stage.invokeAll(cast)) {
        people.add(role.get());
      }
      return new GroundTruth(room, people);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a role of the scenario failed", failed.getCause());
    } finally {
      stage.shutdownNow();
    }
  }
}
