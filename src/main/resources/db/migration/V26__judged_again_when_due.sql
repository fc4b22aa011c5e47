-- A nightly run with nothing to do finds that out without reading the record.

-- The first moment at which time alone may change a verdict or how near a review is; one that has not been
-- worked out yet is asked for at once. Of what is settled it says nothing.
alter table incident add column judge_from timestamptz not null default '-infinity';

-- What time can change, in the order it is judged, read without the incidents themselves.
create index incident_open on incident (trust_id, incident_id) include (judge_from, judged_as_of, day)
  where open_duties;

-- Whether anything was judged at a later as-of than a run's; a summary of many pages is enough for that.
create index incident_judged_as_of on incident using brin (judged_as_of) with (autosummarize = on);
