-- attendance on MariaDB 10.6 or later and on MySQL 8.0.19 or later, version 1. Instants are milliseconds since the
-- epoch, UTC. "if not exists", because these databases commit each statement: a script that broke off can be run again.
--
-- Texts are kept as the bytes of their UTF-8: compared exactly and sorted by their bytes, whatever the collations of
-- server, database and connection. (Those that both databases know find "ann" and "ann " equal.) A text of 256 UTF-16
-- code units has at most 768 bytes, so that keys of three texts and a number fit into InnoDB's 3072; as characters
-- they would not. It needs InnoDB's default page of 16 KB or a larger one.
-- To read them: mysql --skip-binary-as-hex, or convert(identity using utf8mb4).
--
-- inserted_by: a number drawn at random by the statement that inserted the row, and so tells it which rows it did
-- insert. Of these databases only MariaDB returns keys, and counts depend on what a driver asks for: most count rows
-- found, a duplicate among them. Nothing else reads it.

-- One row: which version of these scripts the database has.
create table if not exists attendance_schema (
  version integer not null primary key
) engine = InnoDB row_format = dynamic;

-- The log. Append-only: nothing updates or deletes a row, retention and erasure aside.
-- The key begins with the room instance, so that the table can be partitioned by it; an event belongs to one
-- room instance only. It also serves "all events of a room instance".
create table if not exists attendance_event (
  room_sid          varbinary(768) not null,
  source            varbinary(768) not null,
  event_id          varbinary(768) not null,
  kind              varbinary(32) not null,
  occurred_at       bigint not null,
  received_at       bigint not null,
  room_name         varbinary(768) not null,
  room_created_at   bigint,
  participant_sid   varbinary(768),
  identity          varbinary(768),
  participant_name  varbinary(768),
  participant_kind  varbinary(32),
  hidden            boolean,
  recorder          boolean,
  joined_at         bigint,
  joined_at_exact   boolean,
  disconnect_reason varbinary(32),
  track_sid         varbinary(768),
  track_source      varbinary(32),
  inserted_by       bigint not null,
  primary key (room_sid, source, event_id)
) engine = InnoDB row_format = dynamic;

-- Who was listed by the poll that an event of the log records, numbered from 0.
create table if not exists attendance_event_listed (
  room_sid         varbinary(768) not null,
  source           varbinary(768) not null,
  event_id         varbinary(768) not null,
  ordinal          integer not null,
  participant_sid  varbinary(768) not null,
  identity         varbinary(768) not null,
  participant_name varbinary(768) not null,
  participant_kind varbinary(32) not null,
  hidden           boolean not null,
  recorder         boolean not null,
  joined_at        bigint,
  joined_at_exact  boolean,
  primary key (room_sid, source, event_id, ordinal)
) engine = InnoDB row_format = dynamic;

-- The bodies in which events of the log came, if the store is set to keep them; compressed as zlib does, or as they were.
-- Written with the event. The key serves "the body of this event" and "all bodies of this room instance".
create table if not exists attendance_event_body (
  room_sid   varbinary(768) not null,
  source     varbinary(768) not null,
  event_id   varbinary(768) not null,
  compressed boolean not null,
  body       longblob not null,
  primary key (room_sid, source, event_id)
) engine = InnoDB row_format = dynamic;

-- What of the log has still to be folded: written with the event, deleted by the fold.
-- The key serves "what is pending of this room instance".
create table if not exists attendance_pending (
  room_sid    varbinary(768) not null,
  source      varbinary(768) not null,
  event_id    varbinary(768) not null,
  received_at bigint not null,
  primary key (room_sid, source, event_id)
) engine = InnoDB row_format = dynamic;

-- What is known of a room instance. A fold locks its row. Version 0: locked once, never folded. Purged: its events and
-- all that was folded of them were too old; the row stays, so that an event that is sent again is not taken for new.
-- The indexes serve "the instances of this room in that window" and "the instances with the latest activity".
-- "The instances that have open cycles" and "the instances that changed since they were settled" go through the
-- primary key page by page: there is no partial index here.
create table if not exists attendance_room (
  room_sid         varbinary(768) not null primary key,
  room_name        varbinary(768) not null,
  created_at       bigint not null,
  last_started_at  bigint not null,
  first_event_at   bigint not null,
  last_presence_at bigint not null,
  began_at         bigint not null,
  last_activity_at bigint not null,
  open_cycles      integer not null,
  reported_cycles  integer not null,
  inferred_cycles  integer not null,
  attempts         integer not null,
  event_count      bigint not null,
  poll_count       bigint not null,
  purged           boolean not null,
  version          bigint not null,
  settled_version  bigint not null,
  index attendance_room_by_name (room_name, began_at),
  index attendance_room_by_activity (last_activity_at desc, room_sid)
) engine = InnoDB row_format = dynamic;

-- What is known of a connection. The key serves "all cycles of this room instance" and "these connections".
-- The indexes serve "the cycles of these identities in this room instance" and "the cycles of this room instance
-- without a reported end": few, even where the room has seen many.
create table if not exists attendance_cycle (
  room_sid            varbinary(768) not null,
  participant_sid     varbinary(768) not null,
  identity            varbinary(768) not null,
  participant_name    varbinary(768) not null,
  participant_kind    varbinary(32) not null,
  hidden              boolean not null,
  recorder            boolean not null,
  profile_as_of       bigint not null,
  joined_at_millis    bigint not null,
  joined_at_second    bigint not null,
  joined_event_at     bigint not null,
  left_at             bigint,
  left_reason         varbinary(32),
  aborted_at          bigint,
  aborted_reason      varbinary(32),
  first_track_at      bigint not null,
  last_published_at   bigint not null,
  last_unpublished_at bigint not null,
  first_listed_at     bigint not null,
  last_listed_at      bigint not null,
  standing            varbinary(16) not null,
  primary key (room_sid, participant_sid),
  index attendance_cycle_by_identity (room_sid, identity),
  index attendance_cycle_by_standing (room_sid, standing)
) engine = InnoDB row_format = dynamic;

-- The instants that bound open cycles: each room_finished, and each poll by when it was asked (R7).
create table if not exists attendance_mark (
  room_sid    varbinary(768) not null,
  kind        varbinary(16) not null,
  marked_at   bigint not null,
  answered_at bigint not null,
  primary key (room_sid, kind, marked_at)
) engine = InnoDB row_format = dynamic;

-- What is known of a track (R9); of two sources that were told the one that sorts first stays. The key serves "all tracks of this room instance".
create table if not exists attendance_track (
  room_sid        varbinary(768) not null,
  participant_sid varbinary(768) not null,
  track_sid       varbinary(768) not null,
  track_source    varbinary(32) not null,
  published_at    bigint not null,
  unpublished_at  bigint not null,
  primary key (room_sid, participant_sid, track_sid)
) engine = InnoDB row_format = dynamic;

-- What was settled about a session. Never changed: a later fact makes the next revision (R23). Causes are their names
-- with commas in between; digests and counts say what it rests on, so that the causes of the next one can be told.
-- The key serves "the latest revision of this session", the index "the sessions settled since this instant".
create table if not exists attendance_revision (
  session_id     varbinary(768) not null,
  revision       integer not null,
  settled_at     bigint not null,
  causes         varbinary(128) not null,
  claim_digest   varbinary(768) not null,
  plan_digest    varbinary(768) not null,
  corrections_digest varbinary(768) not null,
  bearing_digest varbinary(768) not null,
  blind_spots_digest varbinary(768) not null,
  title          varbinary(768) not null,
  planned        boolean not null,
  session_state  varbinary(16) not null,
  span_start     bigint,
  span_end       bigint,
  window_millis  bigint not null,
  policy_name    varbinary(768) not null,
  policy_version integer not null,
  took_place     boolean not null,
  peak           integer not null,
  person_time    bigint not null,
  host_present   bigint not null,
  blind_millis   bigint not null,
  inserted_by    bigint not null,
  primary key (session_id, revision),
  index attendance_revision_by_time (settled_at, session_id)
) engine = InnoDB row_format = dynamic;

-- The room instances that a revision claims, numbered from 0.
create table if not exists attendance_revision_room (
  session_id varbinary(768) not null,
  revision   integer not null,
  ordinal    integer not null,
  room_sid   varbinary(768) not null,
  event_count bigint not null,
  poll_count bigint not null,
  primary key (session_id, revision, ordinal)
) engine = InnoDB row_format = dynamic;

-- The persons of a revision, numbered from 0. All durations in milliseconds.
-- The index serves "the sessions in which this person has a record".
create table if not exists attendance_record (
  session_id         varbinary(768) not null,
  revision           integer not null,
  ordinal            integer not null,
  person_id          varbinary(768) not null,
  person_name        varbinary(768) not null,
  expected           boolean not null,
  status             varbinary(16) not null,
  counted_at_least   bigint not null,
  counted_best       bigint not null,
  counted_at_most    bigint not null,
  window_millis      bigint not null,
  bridged_at_least   bigint not null,
  bridged_best       bigint not null,
  bridged_at_most    bigint not null,
  unclipped_at_least bigint not null,
  unclipped_best     bigint not null,
  unclipped_at_most  bigint not null,
  first_join         bigint,
  last_leave         bigint,
  late_by            bigint not null,
  left_early_by      bigint not null,
  cycles             integer not null,
  attempts           integer not null,
  email                varbinary(768),
  role                 varbinary(16) not null,
  computed             varbinary(16) not null,
  decision_id          varbinary(768),
  decided_by           varbinary(768),
  decided_at           bigint,
  decision_reason      varbinary(768),
  uncorrected_at_least bigint,
  uncorrected_best     bigint,
  uncorrected_at_most  bigint,
  late                 boolean not null,
  left_early           boolean not null,
  longest_gap          bigint not null,
  devices              integer not null,
  with_host            bigint not null,
  alone                bigint not null,
  microphone           bigint not null,
  camera               bigint not null,
  screen_share         bigint not null,
  primary key (session_id, revision, ordinal),
  index attendance_record_by_person (person_id, session_id, revision)
) engine = InnoDB row_format = dynamic;

-- What people decided. Append-only, as the log of events is. The session is '' where a correction is about all.
-- Which columns are filled depends on the kind; a person is moved or merged into the other one.
-- The key serves "the corrections of this session" and "those about all sessions".
create table if not exists attendance_correction (
  session_id    varbinary(768) not null,
  correction_id varbinary(768) not null,
  kind          varbinary(32) not null,
  made_at       bigint not null,
  made_by       varbinary(768) not null,
  reason        varbinary(768) not null,
  person_id     varbinary(768),
  other_person  varbinary(768),
  starts_at     bigint,
  ends_at       bigint,
  status        varbinary(16),
  withdrawn_id  varbinary(768),
  policy        varbinary(3000),
  inserted_by   bigint not null,
  primary key (session_id, correction_id)
) engine = InnoDB row_format = dynamic;

-- The corrections about all sessions of which it is still to be found which sessions they touch.
create table if not exists attendance_correction_to_spread (
  correction_id varbinary(768) not null primary key
) engine = InnoDB row_format = dynamic;

-- The sessions to be settled because of something else than their rooms, from when it is due. The note is drawn at
-- random whenever a session is noted, so that who settles it takes away the note that he has read and no later one.
-- The key serves "the sessions to settle", page by page.
create table if not exists attendance_session_to_settle (
  session_id varbinary(768) not null primary key,
  note       bigint not null,
  due_at     bigint not null
) engine = InnoDB row_format = dynamic;

-- Planned sessions with their rosters, where the host app keeps none of its own.
create table if not exists attendance_plan (
  session_id   varbinary(768) not null primary key,
  title        varbinary(768) not null,
  window_start bigint not null,
  window_end   bigint not null
) engine = InnoDB row_format = dynamic;

-- The rooms that a plan uses, with its window. Of one room no two windows overlap, so that the key serves "the plans
-- that use this room in that window": those that begin in it, and the last one that begins before it.
-- The index serves "the rooms of this plan".
create table if not exists attendance_plan_room (
  room_name    varbinary(768) not null,
  window_start bigint not null,
  window_end   bigint not null,
  session_id   varbinary(768) not null,
  breakout     boolean not null,
  primary key (room_name, window_start),
  index attendance_plan_room_by_session (session_id)
) engine = InnoDB row_format = dynamic;

-- Who is expected in a planned session, numbered from 0.
create table if not exists attendance_roster (
  session_id    varbinary(768) not null,
  ordinal       integer not null,
  person_id     varbinary(768) not null,
  person_name   varbinary(768) not null,
  email         varbinary(768),
  role          varbinary(16) not null,
  enrolled_from bigint,
  enrolled_to   bigint,
  primary key (session_id, ordinal)
) engine = InnoDB row_format = dynamic;

-- One row, which whoever changes plans writes first: so they change one after the other.
create table if not exists attendance_plan_lock (
  id      integer not null primary key,
  changes bigint not null
) engine = InnoDB row_format = dynamic;

-- When nodes were up: a row for each stretch of beats that followed each other closely (R21).
-- The key serves "the stretch of this node that began last".
-- The indexes serve "the stretches that touch this time, and the nearest ones".
create table if not exists attendance_coverage (
  node         varbinary(768) not null,
  began_at     bigint not null,
  last_beat_at bigint not null,
  primary key (node, began_at),
  index attendance_coverage_by_beginning (began_at),
  index attendance_coverage_by_end (last_beat_at)
) engine = InnoDB row_format = dynamic;

-- Bodies that were signed but could not be decoded.
-- The index serves "the oldest bodies".
create table if not exists attendance_quarantine (
  source      varbinary(768) not null,
  digest      varbinary(768) not null,
  received_at bigint not null,
  reason      varbinary(768) not null,
  body        longblob not null,
  inserted_by bigint not null,
  primary key (source, digest),
  index attendance_quarantine_by_age (received_at, digest)
) engine = InnoDB row_format = dynamic;

insert into attendance_schema (version) values (1);
