-- attendance on H2, version 1. Instants are milliseconds since the epoch, UTC.
-- "if not exists", because H2 commits each statement: a script that broke off can be run again.

-- One row: which version of these scripts the database has.
create table if not exists attendance_schema (
  version integer not null primary key
);

-- The log. Append-only: nothing updates or deletes a row, retention and erasure aside.
-- The key begins with the room instance, so that the table can be partitioned by it; an event belongs to one
-- room instance only. It also serves "all events of a room instance".
create table if not exists attendance_event (
  room_sid          varchar(256) not null,
  source            varchar(256) not null,
  event_id          varchar(256) not null,
  kind              varchar(32) not null,
  occurred_at       bigint not null,
  received_at       bigint not null,
  room_name         varchar(256) not null,
  room_created_at   bigint,
  participant_sid   varchar(256),
  identity          varchar(256),
  participant_name  varchar(256),
  participant_kind  varchar(32),
  hidden            boolean,
  recorder          boolean,
  joined_at         bigint,
  joined_at_exact   boolean,
  disconnect_reason varchar(32),
  track_sid         varchar(256),
  track_source      varchar(32),
  primary key (room_sid, source, event_id)
);

-- Who was listed by the poll that an event of the log records, numbered from 0.
create table if not exists attendance_event_listed (
  room_sid         varchar(256) not null,
  source           varchar(256) not null,
  event_id         varchar(256) not null,
  ordinal          integer not null,
  participant_sid  varchar(256) not null,
  identity         varchar(256) not null,
  participant_name varchar(256) not null,
  participant_kind varchar(32) not null,
  hidden           boolean not null,
  recorder         boolean not null,
  joined_at        bigint,
  joined_at_exact  boolean,
  primary key (room_sid, source, event_id, ordinal)
);

-- The bodies in which events of the log came, if the store is set to keep them; compressed as zlib does, or as they were.
-- Written with the event. The key serves "the body of this event" and "all bodies of this room instance".
create table if not exists attendance_event_body (
  room_sid   varchar(256) not null,
  source     varchar(256) not null,
  event_id   varchar(256) not null,
  compressed boolean not null,
  body       blob not null,
  primary key (room_sid, source, event_id)
);

-- What of the log has still to be folded: written with the event, deleted by the fold.
-- The key serves "what is pending of this room instance".
create table if not exists attendance_pending (
  room_sid    varchar(256) not null,
  source      varchar(256) not null,
  event_id    varchar(256) not null,
  received_at bigint not null,
  primary key (room_sid, source, event_id)
);

-- What is known of a room instance. A fold locks its row. Version 0: locked once, never folded. Purged: its events and
-- all that was folded of them were too old; the row stays, so that an event that is sent again is not taken for new.
create table if not exists attendance_room (
  room_sid         varchar(256) not null primary key,
  room_name        varchar(256) not null,
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
  settled_version  bigint not null
);

-- "The instances of this room in that window."
create index if not exists attendance_room_by_name on attendance_room (room_name, began_at);

-- "The instances with the latest activity."
create index if not exists attendance_room_by_activity on attendance_room (last_activity_at desc, room_sid);

-- "The instances that have open cycles" and "the instances that changed since they were settled" go through the
-- primary key page by page: H2 has no partial index.

-- What is known of a connection. The key serves "all cycles of this room instance" and "these connections".
create table if not exists attendance_cycle (
  room_sid            varchar(256) not null,
  participant_sid     varchar(256) not null,
  identity            varchar(256) not null,
  participant_name    varchar(256) not null,
  participant_kind    varchar(32) not null,
  hidden              boolean not null,
  recorder            boolean not null,
  profile_as_of       bigint not null,
  joined_at_millis    bigint not null,
  joined_at_second    bigint not null,
  joined_event_at     bigint not null,
  left_at             bigint,
  left_reason         varchar(32),
  aborted_at          bigint,
  aborted_reason      varchar(32),
  first_track_at      bigint not null,
  last_published_at   bigint not null,
  last_unpublished_at bigint not null,
  first_listed_at     bigint not null,
  last_listed_at      bigint not null,
  standing            varchar(16) not null,
  primary key (room_sid, participant_sid)
);

-- "The cycles of these identities in this room instance."
create index if not exists attendance_cycle_by_identity on attendance_cycle (room_sid, identity);

-- "The cycles of this room instance without a reported end": few, even where the room has seen many.
create index if not exists attendance_cycle_by_standing on attendance_cycle (room_sid, standing);

-- The instants that bound open cycles: each room_finished, and each poll by when it was asked (R7).
create table if not exists attendance_mark (
  room_sid    varchar(256) not null,
  kind        varchar(16) not null,
  marked_at   bigint not null,
  answered_at bigint not null,
  primary key (room_sid, kind, marked_at)
);

-- What is known of a track (R9); of two sources that were told the one that sorts first stays. The key serves "all tracks of this room instance".
create table if not exists attendance_track (
  room_sid        varchar(256) not null,
  participant_sid varchar(256) not null,
  track_sid       varchar(256) not null,
  track_source    varchar(32) not null,
  published_at    bigint not null,
  unpublished_at  bigint not null,
  primary key (room_sid, participant_sid, track_sid)
);

-- What was settled about a session. Never changed: a later fact makes the next revision (R23). Causes are their names
-- with commas in between; digests and counts say what it rests on, so that the causes of the next one can be told.
-- The key serves "the latest revision of this session", the index "the sessions settled since this instant".
create table if not exists attendance_revision (
  session_id     varchar(256) not null,
  revision       integer not null,
  settled_at     bigint not null,
  causes         varchar(128) not null,
  claim_digest   varchar(256) not null,
  plan_digest    varchar(256) not null,
  corrections_digest varchar(256) not null,
  bearing_digest varchar(256) not null,
  blind_spots_digest varchar(256) not null,
  title          varchar(256) not null,
  planned        boolean not null,
  session_state  varchar(16) not null,
  span_start     bigint,
  span_end       bigint,
  window_millis  bigint not null,
  policy_name    varchar(256) not null,
  policy_version integer not null,
  took_place     boolean not null,
  peak           integer not null,
  person_time    bigint not null,
  host_present   bigint not null,
  blind_millis   bigint not null,
  primary key (session_id, revision)
);
create index if not exists attendance_revision_by_time on attendance_revision (settled_at, session_id);

-- The room instances that a revision claims, numbered from 0.
create table if not exists attendance_revision_room (
  session_id varchar(256) not null,
  revision   integer not null,
  ordinal    integer not null,
  room_sid   varchar(256) not null,
  event_count bigint not null,
  poll_count bigint not null,
  primary key (session_id, revision, ordinal)
);

-- The persons of a revision, numbered from 0. All durations in milliseconds.
create table if not exists attendance_record (
  session_id         varchar(256) not null,
  revision           integer not null,
  ordinal            integer not null,
  person_id          varchar(256) not null,
  person_name        varchar(256) not null,
  expected           boolean not null,
  status             varchar(16) not null,
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
  email                varchar(256),
  role                 varchar(16) not null,
  computed             varchar(16) not null,
  decision_id          varchar(256),
  decided_by           varchar(256),
  decided_at           bigint,
  decision_reason      varchar(256),
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
  primary key (session_id, revision, ordinal)
);

-- "The sessions in which this person has a record."
create index if not exists attendance_record_by_person on attendance_record (person_id, session_id, revision);

-- What people decided. Append-only, as the log of events is. The session is '' where a correction is about all.
-- Which columns are filled depends on the kind; a person is moved or merged into the other one.
-- The key serves "the corrections of this session" and "those about all sessions".
create table if not exists attendance_correction (
  session_id    varchar(256) not null,
  correction_id varchar(256) not null,
  kind          varchar(32) not null,
  made_at       bigint not null,
  made_by       varchar(256) not null,
  reason        varchar(256) not null,
  person_id     varchar(256),
  other_person  varchar(256),
  starts_at     bigint,
  ends_at       bigint,
  status        varchar(16),
  withdrawn_id  varchar(256),
  policy        varchar(3000),
  primary key (session_id, correction_id)
);

-- The corrections about all sessions of which it is still to be found which sessions they touch.
create table if not exists attendance_correction_to_spread (
  correction_id varchar(256) not null primary key
);

-- The sessions to be settled because of something else than their rooms, from when it is due. The note is drawn at
-- random whenever a session is noted, so that who settles it takes away the note that he has read and no later one.
-- The key serves "the sessions to settle", page by page.
create table if not exists attendance_session_to_settle (
  session_id varchar(256) not null primary key,
  note       bigint not null,
  due_at     bigint not null
);

-- Planned sessions with their rosters, where the host app keeps none of its own.
create table if not exists attendance_plan (
  session_id   varchar(256) not null primary key,
  title        varchar(256) not null,
  window_start bigint not null,
  window_end   bigint not null
);

-- The rooms that a plan uses, with its window. Of one room no two windows overlap, so that the key serves "the plans
-- that use this room in that window": those that begin in it, and the last one that begins before it.
create table if not exists attendance_plan_room (
  room_name    varchar(256) not null,
  window_start bigint not null,
  window_end   bigint not null,
  session_id   varchar(256) not null,
  breakout     boolean not null,
  primary key (room_name, window_start)
);

-- "The rooms of this plan."
create index if not exists attendance_plan_room_by_session on attendance_plan_room (session_id);

-- Who is expected in a planned session, numbered from 0.
create table if not exists attendance_roster (
  session_id    varchar(256) not null,
  ordinal       integer not null,
  person_id     varchar(256) not null,
  person_name   varchar(256) not null,
  email         varchar(256),
  role          varchar(16) not null,
  enrolled_from bigint,
  enrolled_to   bigint,
  primary key (session_id, ordinal)
);

-- One row, which whoever changes plans writes first: so they change one after the other.
create table if not exists attendance_plan_lock (
  id      integer not null primary key,
  changes bigint not null
);

-- When nodes were up: a row for each stretch of beats that followed each other closely (R21).
-- The key serves "the stretch of this node that began last".
create table if not exists attendance_coverage (
  node         varchar(256) not null,
  began_at     bigint not null,
  last_beat_at bigint not null,
  primary key (node, began_at)
);

-- "The stretches that touch this time, and the nearest ones."
create index if not exists attendance_coverage_by_beginning on attendance_coverage (began_at);
create index if not exists attendance_coverage_by_end on attendance_coverage (last_beat_at);

-- Bodies that were signed but could not be decoded.
create table if not exists attendance_quarantine (
  source      varchar(256) not null,
  digest      varchar(256) not null,
  received_at bigint not null,
  reason      varchar(256) not null,
  body        blob not null,
  primary key (source, digest)
);

-- "The oldest bodies."
create index if not exists attendance_quarantine_by_age on attendance_quarantine (received_at, digest);

insert into attendance_schema (version) values (1);
