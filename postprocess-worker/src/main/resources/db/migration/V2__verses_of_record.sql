-- Each accepted import of a translation. published counts the chapters that Kafka acknowledged, from
-- the first on: a worker that died in between goes on from there.
create table import_run (
    id           text        primary key,
    code         text        not null,
    content_hash text        not null,
    books        integer     not null check (books > 0),
    chapters     integer     not null check (chapters > 0),
    verses       integer     not null check (verses > 0),
    published    integer     not null default 0 check (published between 0 and chapters),
    started_at   timestamptz not null
);

create index import_run_by_code on import_run (code, id);

-- The translations as they are now; import_id names the verses of record.
create table translation (
    code      text primary key,
    name      text not null,
    language  text not null,
    licence   text not null,
    import_id text not null references import_run (id)
);

-- sequence numbers the chapters of an import, position the verses of a chapter. last_verse differs
-- from verse where the edition prints several verses as one.
create table verse (
    import_id  text     not null references import_run (id),
    sequence   integer  not null,
    position   integer  not null,
    book       text     not null,
    chapter    smallint not null,
    verse      smallint not null,
    last_verse smallint not null check (last_verse >= verse),
    text       text     not null,
    primary key (import_id, sequence, position),
    unique (import_id, book, chapter, verse)
);
