package example.attendance.server.livekit;

import dev.attendance.testkit.GroundTruth.Person;
import dev.attendance.testkit.GroundTruth.Span;
import dev.attendance.testkit.GroundTruth.Stay;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What somebody can do in a scenario, each played from start to end; seconds are the script's. */
final class Roles {

  /** Longer than the server waits for a silent client. */
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private static final Duration ATTEMPT = Duration.ofSeconds(2);

  private final URI liveKit;
  private final String room;
  private final Pace pace;

  Roles(URI liveKit, String room, Pace pace) {
    this.liveKit = liveKit;
    this.room = room;
    this.pace = pace;
  }

  Person stays(Cast who, double in, double out) throws IOException, InterruptedException {
    pace.at(in);
    try (Participant client = client(who)) {
      client.connect();
      pace.at(out);
      client.leave();
      return person(who, client);
    }
  }

  Person speaks(Cast who, double in, double on, double off, double out)
      throws IOException, InterruptedException {
    pace.at(in);
    try (Participant client = client(who)) {
      client.connect();
      pace.at(on);
      client.publishMicrophone();
      pace.at(off);
      client.unpublishMicrophone();
      pace.at(out);
      client.leave();
      return person(who, client);
    }
  }

  Person isKilled(Cast who, double in, double killed) throws IOException, InterruptedException {
    pace.at(in);
    try (Participant client = client(who)) {
      client.connect();
      pace.at(killed);
      client.killForcibly();
      return person(who, client);
    }
  }

  Person comesTwice(Cast who, double first, double second, double out)
      throws IOException, InterruptedException {
    pace.at(first);
    try (Participant phone = client(who);
        Participant laptop = client(who)) {
      phone.connect();
      pace.at(second);
      laptop.connect();
      phone.awaitDisconnected();
      pace.at(out);
      laptop.leave();
      return person(who, phone, laptop);
    }
  }

  Person reconnects(Cast who, double in, double again, double out)
      throws IOException, InterruptedException {
    pace.at(in);
    try (Participant client = client(who)) {
      client.connect();
      pace.at(again);
      client.reconnectInFull();
      pace.at(out);
      client.leave();
      return person(who, client);
    }
  }

  Person comesAndGoes(Cast who, double... inAndOut) throws IOException, InterruptedException {
    pace.at(inAndOut[0]);
    try (Participant client = client(who)) {
      for (int i = 0; i < inAndOut.length; i += 2) {
        pace.at(inAndOut[i]);
        client.connect();
        pace.at(inAndOut[i + 1]);
        client.leave();
      }
      return person(who, client);
    }
  }

  Person neverGetsIn(Cast who, double tries) throws IOException, InterruptedException {
    pace.at(tries);
    Span attempt = AbandonedAttempt.make(liveKit, LiveKitToken.join(room, who), ATTEMPT);
    return new Person(
        who.identity(), who.name(), who.hidden(), List.of(), List.of(), List.of(attempt));
  }

  Person fallsSilent(Cast who, double in, double silent, double back, double out)
      throws IOException, InterruptedException {
    pace.at(in);
    try (Participant client = client(who)) {
      client.connect();
      pace.at(silent);
      client.suspend();
      long earliest = System.nanoTime() + SILENCE.toNanos();
      pace.at(back);
      Pace.until(earliest);
      client.resumeAndAwaitNewSid();
      pace.at(out);
      client.leave();
      return person(who, client);
    }
  }

  private Participant client(Cast who) throws IOException, InterruptedException {
    return Participant.start(liveKit, () -> LiveKitToken.join(room, who));
  }

  private static Person person(Cast who, Participant... clients) {
    List<Stay> stays =
        Stream.of(clients)
            .flatMap(client -> StayReader.stays(client.transcript()).stream())
            .sorted(Comparator.comparing(Stay::connectedAt))
            .toList();
    List<Span> microphone =
        Stream.of(clients)
            .flatMap(client -> StayReader.microphone(client.transcript()).stream())
            .toList();
    return new Person(who.identity(), who.name(), who.hidden(), stays, microphone, List.of());
  }
}
