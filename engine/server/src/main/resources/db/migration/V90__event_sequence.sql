-- The last number that was given in the sequence of events. Kept apart from the events, because a project takes its own with it when it is
-- deleted, and no reader looks again for a number that it has passed.
create table event_sequence (
    newest bigint not null
);
insert into event_sequence (newest)
select greatest(
    (select coalesce(max(sequence), 0) from event),
    (select coalesce(max(reached), 0) from notification_rule),
    (select coalesce(max(reached), 0) from trace_place));
