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
import dev.attendance.record.Threshold;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;

/** What is wired, what backs off, and what of the application's is used. */
class AttendanceAutoConfigurationTest {

  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  AttendanceStoreAutoConfiguration.class,
                  AttendanceAutoConfiguration.class,
                  AttendanceJobsAutoConfiguration.class,
                  AttendanceWebhookAutoConfiguration.class,
                  AttendanceApiAutoConfiguration.class,
                  AttendanceMetricsAutoConfiguration.class));
  private final ApplicationContextRunner inMemory =
      runner.withPropertyValues("attendance.store=memory");

  @Test
  void anApplicationWithoutAWebServerNeedsNoApiKey() {
    inMemory.run(
        context -> {
          assertThat(context).hasNotFailed().hasSingleBean(Attendance.class);
          assertThat(context).hasSingleBean(JobSchedule.class);
          assertThat(context).doesNotHaveBean(WebhookEndpoint.class);
        });
  }

  @Test
  void oneSwitchTurnsAllOfItOff() {
    runner
        .withPropertyValues("attendance.enabled=false")
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              assertThat(context.getBeanDefinitionNames())
                  .noneMatch(name -> name.contains("ttendance"));
            });
  }

  @Test
  void withoutAPlaceToKeepAttendanceItDoesNotStart() {
    runner.run(
        context ->
            assertThat(context.getStartupFailure())
                .rootCause()
                .isInstanceOf(AttendanceConfigurationException.class)
                .hasMessageContaining("spring.datasource.url")
                .hasMessageContaining("attendance.store=memory"));
  }

  @Test
  void theApplicationsOwnExecutorsAreNotDisplaced() {
    inMemory.run(
        context -> {
          assertThat(context).doesNotHaveBean(Executor.class);
          assertThat(context).doesNotHaveBean(TaskScheduler.class);
        });
  }

  @Test
  void theApplicationsBeansAreUsed() {
    inMemory
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
    inMemory
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
    inMemory
        .withBean("own", Attendance.class, () -> own)
        .run(context -> assertThat(context.getBean(Attendance.class)).isSameAs(own));
  }

  @Test
  void theServerIsAskedOnlyIfItsUrlIsKnown() {
    inMemory.run(
        context ->
            assertThat(context.getBean(JobSchedule.class).jobs())
                .extracting(ScheduledJob::name)
                .containsExactly(
                    "heartbeat", "fold-pending", "reconcile-orphans", "calculate-sessions"));
    inMemory
        .withPropertyValues(
            "attendance.livekit.url=wss://livekit.example.org",
            "attendance.livekit.api-key=key",
            "attendance.livekit.api-secret=secret")
        .run(
            context ->
                assertThat(context.getBean(JobSchedule.class).jobs())
                    .extracting(ScheduledJob::name)
                    .contains("observe-live-rooms"));
  }

  @Test
  void whichOfSeveralKeysToAskWithHasToBeClear() {
    ApplicationContextRunner two =
        inMemory.withPropertyValues(
            "attendance.livekit.url=wss://livekit.example.org",
            "attendance.livekit.api-keys.one=secret",
            "attendance.livekit.api-keys.two=secret");
    two.run(
        context ->
            assertThat(context.getStartupFailure())
                .rootCause()
                .hasMessageContaining("attendance.livekit.url-api-key"));
    two.withPropertyValues("attendance.livekit.url-api-key=two")
        .run(context -> assertThat(context).hasSingleBean(LiveRooms.class));
  }

  @Test
  void jobsAreRunAsTheyAreSet() {
    inMemory
        .withPropertyValues(
            "attendance.jobs.heartbeat.enabled=false",
            "attendance.jobs.fold-pending.enabled=false",
            "attendance.jobs.reconcile-orphans.enabled=false",
            "attendance.jobs.calculate-sessions.every=10s")
        .run(
            context ->
                assertThat(context.getBean(JobSchedule.class).jobs())
                    .singleElement()
                    .satisfies(
                        job -> {
                          assertThat(job.name()).isEqualTo("calculate-sessions");
                          assertThat(job.every()).isEqualTo(Duration.ofSeconds(10));
                        }));
  }

  @Test
  void theHeartbeatIsNotedAtOnceAndAsOftenAsItIsSet() {
    inMemory
        .withPropertyValues("attendance.jobs.heartbeat.every=20s")
        .run(
            context -> {
              ScheduledJob heartbeat = context.getBean(JobSchedule.class).jobs().get(0);
              assertThat(heartbeat.name()).isEqualTo("heartbeat");
              assertThat(heartbeat.first()).isZero();
              Instant now = Instant.now();
              AttendanceStore store = context.getBean(AttendanceStore.class);
              store.coverage().beat("before", now.minusSeconds(600), Duration.ZERO, Duration.ZERO);
              store.coverage().beat("before", now.minusSeconds(550), Duration.ZERO, Duration.ZERO);
              store.coverage().beat("before", now.minusSeconds(480), Duration.ZERO, Duration.ZERO);
              heartbeat.run();
              // 50 seconds are no outage where 3 times 20 are tolerated; 70 are, and so is the
              // rest.
              assertThat(context.getBean(Attendance.class).totals().blindSpots()).isEqualTo(2);
            });
  }

  @Test
  void whatIsTooOldIsDeletedOnlyIfALimitIsSet() {
    inMemory.run(
        context -> assertThat(context.getBean(Attendance.class).purgeSessions()).isEmpty());
    inMemory
        .withPropertyValues("attendance.retention.events=90d", "attendance.retention.records=730d")
        .run(
            context -> {
              assertThat(context.getBean(Attendance.class).purgeSessions()).isPresent();
              assertThat(context.getBean(JobSchedule.class).jobs())
                  .extracting(ScheduledJob::name)
                  .contains("purge-sessions");
            });
  }

  @Test
  void timingIsAsItIsSet() {
    inMemory
        .withPropertyValues(
            "attendance.detection-delay=7s",
            "attendance.session.settle=2m",
            "attendance.session.empty-after=3m")
        .run(
            context -> {
              assertThat(context.getBean(SourceTiming.class))
                  .isEqualTo(SourceTiming.LIVEKIT.withDetectionDelay(Duration.ofSeconds(7)));
              assertThat(context.getBean(SessionTiming.class))
                  .isEqualTo(new SessionTiming(Duration.ofMinutes(3), Duration.ofMinutes(2)));
            });
  }

  @Test
  void aClusterIsTimedAsOne() {
    inMemory
        .withPropertyValues("attendance.livekit.cluster=true")
        .run(
            context ->
                assertThat(context.getBean(SourceTiming.class))
                    .isEqualTo(SourceTiming.LIVEKIT_CLUSTER));
  }

  @Test
  void aChangedPolicyNeedsANameOfItsOwn() {
    ApplicationContextRunner changed =
        inMemory.withPropertyValues("attendance.policy.present=80%/45m");
    changed.run(
        context ->
            assertThat(context.getStartupFailure())
                .rootCause()
                .hasMessageContaining("attendance.policy.version"));
    changed
        .withPropertyValues("attendance.policy.version=2")
        .run(
            context -> {
              AttendancePolicy policy = context.getBean(AttendancePolicy.class);
              assertThat(policy.id()).isEqualTo(new PolicyId("standard", 2));
              assertThat(policy.present()).isEqualTo(Threshold.either(80, Duration.ofMinutes(45)));
            });
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
    inMemory
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

  @Test
  void everyPartOfThePolicyCanBeSet() {
    AttendancePolicy set =
        AttendancePolicy.parse(
            "policy=course version=7 denominator=HOST_PRESENT present=PT45M partial=10%"
                + " lateAfter=PT3M leftEarlyBefore=PT2M reconnectGrace=PT30S breakouts=RAW"
                + " openEnd=MIDDLE longestOpen=PT6H");
    inMemory
        .withPropertyValues(
            "attendance.policy.name=course",
            "attendance.policy.version=7",
            "attendance.policy.denominator=host-present",
            "attendance.policy.present=45m",
            "attendance.policy.partial=10%",
            "attendance.policy.late-after=3m",
            "attendance.policy.left-early-before=2m",
            "attendance.policy.reconnect-grace=30s",
            "attendance.policy.breakouts=raw",
            "attendance.policy.open-end=middle",
            "attendance.policy.longest-open=6h")
        .run(context -> assertThat(context.getBean(AttendancePolicy.class)).isEqualTo(set));
  }

  @Test
  void aPolicyThatCannotBeUnderstoodIsRefusedByItsProperty() {
    for (String text : new String[] {"75", "45m/75%", "75%/", "101%", "0s"}) {
      inMemory
          .withPropertyValues("attendance.policy.partial=" + text)
          .run(
              context ->
                  assertThat(context.getStartupFailure())
                      .rootCause()
                      .isInstanceOf(AttendanceConfigurationException.class)
                      .hasMessageContaining("attendance.policy.partial"));
    }
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
