package dev.attendance;

import dev.attendance.cycle.ParticipantFilter;
import dev.attendance.cycle.SourceTiming;
import dev.attendance.event.FieldRules;
import dev.attendance.event.LiveRooms;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.PolicyResolver;
import dev.attendance.session.PersonResolver;
import dev.attendance.session.SessionDirectory;
import dev.attendance.session.SessionTiming;
import dev.attendance.store.AttendanceStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;

/** Builds an {@link Attendance}. Each setter says what holds without it. Not thread-safe. */
public final class AttendanceBuilder {

  /** How long a room with open cycles may be silent before they count as orphaned: two hours. */
  public static final Duration DEFAULT_SILENT_AFTER = Duration.ofHours(2);

  final AttendanceStore store;
  InstantSource clock = InstantSource.system();
  SessionDirectory directory;
  PolicyResolver policies = (session, title, plan) -> AttendancePolicy.standard();
  ParticipantFilter filter = ParticipantFilter.PEOPLE;
  PersonResolver persons = PersonResolver.IDENTITY;
  SourceTiming sourceTiming = SourceTiming.LIVEKIT;
  SessionTiming sessionTiming = SessionTiming.STANDARD;
  Duration silentAfter = DEFAULT_SILENT_AFTER;
  String node = UUID.randomUUID().toString();
  Duration heartbeatEvery = Heartbeat.DEFAULT_EVERY;
  Optional<LiveRooms> liveRooms = Optional.empty();
  Optional<Retention> retention = Optional.empty();
  Executor foldExecutor = Runnable::run;
  final List<AttendanceListener> listeners = new ArrayList<>();

  AttendanceBuilder(AttendanceStore store) {
    this.store = store;
    this.directory = store.plans();
  }

  /**
   * Sets the clock; the system's by default.
   *
   * @param clock tells the present
   * @return this
   */
  public AttendanceBuilder clock(InstantSource clock) {
    this.clock = clock;
    return this;
  }

  /**
   * Sets who knows the planned sessions; by default {@linkplain AttendanceStore#plans the store},
   * in which plans can be put.
   *
   * @param directory answers from the app's own tables
   * @return this
   */
  public AttendanceBuilder directory(SessionDirectory directory) {
    this.directory = directory;
    return this;
  }

  /**
   * Sets the policy of every session; {@link AttendancePolicy#standard()} by default. A session
   * keeps the one that it began with (R17).
   *
   * @param policy how presence is measured
   * @return this
   */
  public AttendanceBuilder policy(AttendancePolicy policy) {
    return policies((session, title, plan) -> policy);
  }

  /**
   * Sets which session is measured by which policy, in the place of {@link #policy}.
   *
   * @param resolver asked until the session begins (R17)
   * @return this
   */
  public AttendanceBuilder policies(PolicyResolver resolver) {
    this.policies = resolver;
    return this;
  }

  /**
   * Sets which participants count; {@link ParticipantFilter#PEOPLE} by default (R10).
   *
   * @param filter a pure function
   * @return this
   */
  public AttendanceBuilder filter(ParticipantFilter filter) {
    this.filter = filter;
    return this;
  }

  /**
   * Sets whom participants stand for; {@link PersonResolver#IDENTITY} by default (R11).
   *
   * @param persons a pure function
   * @return this
   */
  public AttendanceBuilder persons(PersonResolver persons) {
    this.persons = persons;
    return this;
  }

  /**
   * Sets how exactly and how late the meeting server tells; {@link SourceTiming#LIVEKIT} by
   * default.
   *
   * @param timing its timing
   * @return this
   */
  public AttendanceBuilder sourceTiming(SourceTiming timing) {
    this.sourceTiming = timing;
    return this;
  }

  /**
   * Sets when sessions count as over and settled; {@link SessionTiming#STANDARD} by default (R22).
   *
   * @param timing the times
   * @return this
   */
  public AttendanceBuilder sessionTiming(SessionTiming timing) {
    this.sessionTiming = timing;
    return this;
  }

  /**
   * Sets after which silence open cycles count as orphaned; {@link #DEFAULT_SILENT_AFTER} by
   * default.
   *
   * @param duration positive
   * @return this
   * @throws IllegalArgumentException if it is not positive
   */
  public AttendanceBuilder silentAfter(Duration duration) {
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException("silentAfter: must be positive, was " + duration);
    }
    this.silentAfter = duration;
    return this;
  }

  /**
   * Sets what this node is called in the {@linkplain Heartbeat heartbeats}; by default something
   * random, so that every start of it counts as a node of its own.
   *
   * @param id told apart from every other node that is up at the same time
   * @return this
   * @throws IllegalArgumentException if it is unfit as an id
   */
  public AttendanceBuilder node(String id) {
    FieldRules.id("node", id);
    this.node = id;
    return this;
  }

  /**
   * Sets how often the {@linkplain Attendance#heartbeat() heartbeat} is run; {@link
   * Heartbeat#DEFAULT_EVERY} by default. A time without a node that is up is noticed if it lasts
   * for {@value Heartbeat#TOLERATED_BEATS} of them. The same on all nodes.
   *
   * @param interval positive
   * @return this
   * @throws IllegalArgumentException if it is not positive
   */
  public AttendanceBuilder heartbeatEvery(Duration interval) {
    if (interval.isZero() || interval.isNegative()) {
      throw new IllegalArgumentException("heartbeatEvery: must be positive, was " + interval);
    }
    this.heartbeatEvery = interval;
    return this;
  }

  /**
   * Sets how to ask the meeting server who is there; by default it is not asked.
   *
   * @param server asks it
   * @return this
   */
  public AttendanceBuilder liveRooms(LiveRooms server) {
    this.liveRooms = Optional.of(server);
    return this;
  }

  /**
   * Sets what folds after an append; by default the thread that appended. A server gives threads of
   * its own, so that a webhook is answered as soon as its event is durable.
   *
   * @param executor may reject, and what is not folded stays pending; what it accepts it must run
   * @return this
   */
  public AttendanceBuilder foldExecutor(Executor executor) {
    this.foldExecutor = executor;
    return this;
  }

  /**
   * Sets how long sessions are kept; for ever by default.
   *
   * @param limits after what time {@link PurgeSessions} deletes them
   * @return this
   */
  public AttendanceBuilder retention(Retention limits) {
    this.retention = Optional.of(limits);
    return this;
  }

  /**
   * Adds a listener; none by default.
   *
   * @param listener told after each change
   * @return this
   */
  public AttendanceBuilder listener(AttendanceListener listener) {
    this.listeners.add(listener);
    return this;
  }

  /** {@return the finished object} */
  public Attendance build() {
    return new Attendance(this);
  }
}
