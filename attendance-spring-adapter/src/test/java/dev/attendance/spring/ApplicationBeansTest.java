package dev.attendance.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.attendance.Attendance;
import dev.attendance.AttendanceListener;
import dev.attendance.RoomChange;
import dev.attendance.cycle.ParticipantFilter;
import dev.attendance.cycle.SourceTiming;
import dev.attendance.event.EventHeader;
import dev.attendance.event.EventId;
import dev.attendance.event.JoinTime;
import dev.attendance.event.LiveRooms;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantKind;
import dev.attendance.event.RoomInstance;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.PolicyId;
import dev.attendance.record.PolicyResolver;
import dev.attendance.record.RevisionDiff;
import dev.attendance.record.SessionRevision;
import dev.attendance.session.PersonId;
import dev.attendance.session.PersonResolver;
import dev.attendance.session.SessionDirectory;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.session.SessionTiming;
import dev.attendance.store.AttendanceStore;
import dev.attendance.store.memory.MemoryStore;
import dev.attendance.testkit.SettableClock;
import dev.attendance.time.Interval;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is used of the application's own. */
class ApplicationBeansTest {

  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  @Test
  void theApplicationsBeansAreUsed() {
    AutoConfigured.IN_MEMORY
        .withUserConfiguration(Host.class)
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              Attendance attendance = context.getBean(Attendance.class);
              attendance.record(List.of(joined("1", "a/phone"), joined("2", "robot")));
              attendance.foldPending().runOnce();

              var report = attendance.report(new SessionId("lesson")).orElseThrow();
              assertThat(report.reportedAt()).isEqualTo(NOW);
              assertThat(report.attendance().summary().title()).isEqualTo("Planned");
              assertThat(report.attendance().summary().policy())
                  .isEqualTo(new PolicyId("house rules", 3));
              assertThat(report.present())
                  .extracting(person -> person.person().value())
                  .containsExactly("a");
              assertThat(attendance.observeLiveRooms()).isPresent();
              // A fold thread of the adapter may have been the faster one, and tells after its
              // commit.
              await().until(() -> !context.getBean(Listener.class).told.isEmpty());
              assertThat(context.getBean(AttendanceStore.class))
                  .isSameAs(context.getBean("hostStore"));
            });
  }

  @Test
  void everyBeanBacksOff() {
    AutoConfigured.IN_MEMORY
        .withUserConfiguration(Host.class)
        .run(
            context -> {
              assertThat(context).hasSingleBean(AttendanceStore.class);
              assertThat(context).hasSingleBean(AttendancePolicy.class);
              assertThat(context).hasSingleBean(SourceTiming.class);
              assertThat(context).hasSingleBean(SessionTiming.class);
              assertThat(context).hasSingleBean(LiveRooms.class);
            });
    Attendance own = Attendance.builder(new MemoryStore()).build();
    AutoConfigured.IN_MEMORY
        .withBean("own", Attendance.class, () -> own)
        .run(context -> assertThat(context.getBean(Attendance.class)).isSameAs(own));
  }

  @Test
  void withoutADirectoryPlansArePutIntoTheStoreAndAResolverSaysWhatTheyAreMeasuredBy() {
    SessionPlan plan =
        new SessionPlan(
            new SessionId("lesson"),
            "Planned",
            new Interval(NOW.minusSeconds(600), NOW.plusSeconds(600)),
            Set.of("math"),
            List.of());
    PolicyResolver resolver =
        (session, title, planned) ->
            planned.isPresent() ? AttendancePolicy.fundedCourse() : AttendancePolicy.webinar();
    AutoConfigured.IN_MEMORY
        .withBean(PolicyResolver.class, () -> resolver)
        .withBean(InstantSource.class, () -> () -> NOW)
        .run(
            context -> {
              context.getBean(AttendanceStore.class).plans().put(plan);
              assertThat(context.getBean(Attendance.class).report(plan.id()))
                  .map(report -> report.attendance().policy())
                  .contains(AttendancePolicy.fundedCourse());
            });
  }

  private static ParticipantJoined joined(String sid, String identity) {
    return new ParticipantJoined(
        new EventHeader(
            new EventId("test", sid),
            new RoomInstance("RM_1", "math", Optional.of(NOW.minusSeconds(60))),
            NOW.minusSeconds(30),
            NOW.minusSeconds(30)),
        new Participant(
            sid,
            identity,
            "",
            ParticipantKind.STANDARD,
            false,
            false,
            Optional.of(new JoinTime(NOW.minusSeconds(30), true))));
  }

  /** Asks for the very object that tells it: many who evict caches will. */
  static final class Listener implements AttendanceListener {
    private final List<RoomChange> told = new CopyOnWriteArrayList<>();

    Listener(Attendance attendance) {
      assertThat(attendance).isNotNull();
    }

    @Override
    public void roomChanged(RoomChange change) {
      told.add(change);
    }

    @Override
    public void sessionSettled(SessionRevision revision, RevisionDiff diff) {}
  }

  @Configuration(proxyBeanMethods = false)
  static class Host {

    @Bean
    AttendanceStore hostStore() {
      return new MemoryStore();
    }

    @Bean
    Listener listener(Attendance attendance) {
      return new Listener(attendance);
    }

    @Bean
    SettableClock clock() {
      return new SettableClock(NOW);
    }

    @Bean
    LiveRooms liveRooms() {
      return room -> Optional.empty();
    }

    @Bean
    ParticipantFilter filter() {
      return profile -> !profile.identity().equals("robot");
    }

    @Bean
    PersonResolver persons() {
      return profile -> new PersonId(profile.identity().split("/", 2)[0]);
    }

    @Bean
    AttendancePolicy policy() {
      return AttendancePolicy.standard().toBuilder().id(new PolicyId("house rules", 3)).build();
    }

    @Bean
    SourceTiming sourceTiming() {
      return SourceTiming.LIVEKIT;
    }

    @Bean
    SessionTiming sessionTiming() {
      return SessionTiming.STANDARD;
    }

    @Bean
    SessionDirectory directory() {
      SessionPlan plan =
          new SessionPlan(
              new SessionId("lesson"),
              "Planned",
              new Interval(NOW.minusSeconds(600), NOW.plusSeconds(600)),
              Set.of("math"),
              List.of());
      return new SessionDirectory() {
        @Override
        public Optional<SessionPlan> plan(SessionId id) {
          return Optional.of(plan).filter(known -> known.id().equals(id));
        }

        @Override
        public List<SessionPlan> plans(String roomName, Interval window) {
          return roomName.equals("math") ? List.of(plan) : List.of();
        }
      };
    }
  }
}
