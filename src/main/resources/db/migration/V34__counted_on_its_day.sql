-- A date that lay ahead when an incident was typed comes: from then on it may be counted on another day.

-- The first such day; null where no date lies ahead. It is filled when the record is next typed, which this edition asks for.
alter table incident add column counted_anew_on date;

create index incident_counted_anew on incident (trust_id, counted_anew_on, incident_id) where counted_anew_on is not null;
