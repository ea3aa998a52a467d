-- Where a state of the ledger stands in open -> aborted -> one of the ends.
create function ledger_rank(state text) returns integer
    language sql immutable
    return case state when 'open' then 0 when 'aborted' then 1 else 2 end;

-- What completion.admitted tells: the most a question may cost, and who works on it.
-- charged_tokens is what counts against the user: of an ended row what was used, of an aborted one
-- what was reserved or else the ceiling, of an open one nothing yet.
alter table usage_ledger
    add column instance       text,
    add column ceiling_tokens bigint check (ceiling_tokens >= 0),
    add column ceiling_micros bigint check (ceiling_micros >= 0),
    add column charged_tokens bigint not null default 0 check (charged_tokens >= 0);

update usage_ledger set charged_tokens = prompt_tokens + completion_tokens;

alter table usage_ledger
    alter column charged_tokens drop default,
    add constraint usage_ledger_admitted_whole
        check (num_nulls(instance, ceiling_tokens, ceiling_micros) in (0, 3)),
    add constraint usage_ledger_open_is_admitted
        check (state not in ('open', 'aborted') or instance is not null),
    add constraint usage_ledger_open_costs_nothing
        check (state <> 'open' or charged_tokens + prompt_tokens + completion_tokens + cost_micros = 0),
    add constraint usage_ledger_charged_is_used
        check (ledger_rank(state) < 2 or charged_tokens = prompt_tokens + completion_tokens);

-- The sweep asks for the open rows of an instance, oldest first; there are never many.
create index usage_ledger_open on usage_ledger (instance, started_at) where state = 'open';

-- What all ended questions of a day cost together. A model that was not called is 'none'.
create table daily_cost (
    day               date   not null,
    cohort            text   not null,
    tier              text   not null,
    task              text   not null,
    model             text   not null,
    completions       bigint not null check (completions > 0),
    prompt_tokens     bigint not null check (prompt_tokens >= 0),
    completion_tokens bigint not null check (completion_tokens >= 0),
    cost_micros       bigint not null check (cost_micros >= 0),
    primary key (day, cohort, tier, task, model)
);

-- review says why somebody should look at an answer.
alter table audit_log
    add column notices text[] not null default '{}',
    add column review  text check (review in ('rejected', 'flagged'));

update audit_log set review = 'rejected' where outcome = 'rejected';

alter table audit_log alter column notices drop default;

create index audit_log_reviews
    on audit_log (started_at desc, completion_id desc) where review is not null;

-- Pruned by age.
create index audit_log_by_age on audit_log (recorded_at);
create index processed_event_by_age on processed_event (processed_at);
