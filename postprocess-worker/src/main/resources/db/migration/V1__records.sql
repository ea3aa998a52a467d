-- Which events had their effect, by consumer. Written in the transaction of the effect itself, so
-- that redelivery changes nothing.
create table processed_event (
    consumer     text        not null,
    event        text        not null,
    processed_at timestamptz not null default now(),
    primary key (consumer, event)
);

-- Who asked what kind of question, when, and how it ended. Question and answer stand here only as
-- SHA-256: enough to show later that a given text is the one, not to read it.
create table audit_log (
    completion_id    text        not null,
    event            text        not null,
    subject          text        not null,
    tier             text        not null,
    cohort           text        not null,
    task             text        not null,
    translation      text,
    outcome          text        not null,
    reason           text,
    model            text,
    verse_references text[]      not null,
    degraded         text[]      not null,
    question_sha256  text        not null check (question_sha256 ~ '^[0-9a-f]{64}$'),
    answer_sha256    text        not null check (answer_sha256 ~ '^[0-9a-f]{64}$'),
    trace_id         text,
    started_at       timestamptz not null,
    finished_at      timestamptz not null,
    recorded_at      timestamptz not null default now(),
    primary key (completion_id, event)
);

create index audit_log_by_subject on audit_log (subject, started_at);

-- What each admitted question cost: one row, whose state moves
-- open -> aborted -> finished | cancelled | failed | rejected and never back.
create table usage_ledger (
    completion_id     text        primary key,
    state             text        not null
        check (state in ('open', 'aborted', 'finished', 'cancelled', 'failed', 'rejected')),
    day               date        not null,
    subject           text        not null,
    tier              text        not null,
    cohort            text        not null,
    task              text        not null,
    model             text,
    cache             text,
    prompt_tokens     bigint      not null check (prompt_tokens >= 0),
    completion_tokens bigint      not null check (completion_tokens >= 0),
    cost_micros       bigint      not null check (cost_micros >= 0),
    started_at        timestamptz not null,
    finished_at       timestamptz,
    recorded_at       timestamptz not null default now(),
    check (state in ('open', 'aborted') or finished_at is not null)
);

create index usage_ledger_by_day on usage_ledger (day, subject);

-- The user's own questions and what was answered.
create table reading_history (
    completion_id    text        primary key,
    subject          text        not null,
    asked_at         timestamptz not null,
    task             text        not null,
    question         text        not null,
    answer           text        not null,
    verse_references text[]      not null,
    outcome          text        not null
);

create index reading_history_newest_first
    on reading_history (subject, asked_at desc, completion_id desc);
