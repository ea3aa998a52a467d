-- Each accepted import of cross references; the newest is the one that holds. published counts the
-- chapters that Kafka acknowledged, from the first on.
create table cross_reference_import (
    id           text        primary key,
    content_hash text        not null,
    source       text        not null,
    chapters     integer     not null check (chapters > 0),
    links        integer     not null check (links > 0),
    unknown      integer     not null check (unknown >= 0),
    published    integer     not null default 0 check (published between 0 and chapters),
    started_at   timestamptz not null
);

-- A row for each chapter that cross references start in; the arrays hold, at the same place, the
-- verse one starts at, where it leads in wire form (JHN.1.1-3), and the votes of readers. By pairs:
--   select book, chapter, pair.* from cross_reference, unnest(verses, targets, votes) as pair (verse, target, votes)
create table cross_reference (
    import_id text      not null references cross_reference_import (id),
    sequence  integer   not null,
    book      text      not null,
    chapter   smallint  not null,
    verses    integer[] not null,
    targets   text[]    not null,
    votes     integer[] not null,
    primary key (import_id, sequence),
    unique (import_id, book, chapter),
    check (cardinality(verses) > 0
        and cardinality(targets) = cardinality(verses)
        and cardinality(votes) = cardinality(verses))
);
