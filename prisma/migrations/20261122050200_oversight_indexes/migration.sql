-- Lists of open cases stand on indexes over open cases alone: what has ended, nine of ten, costs them nothing.
DROP INDEX case_file_agency_id_stage_due_at_idx;
-- stage × agency, with what is late among them, without a look at the rows themselves
CREATE INDEX case_file_open_stage_idx ON case_file (agency_id, stage, first_due_at) WHERE open;
-- what stands still, what should have been recorded, what has nobody or no deadline
CREATE INDEX case_file_moved_idx ON case_file (agency_id, moved_at) INCLUDE (id) WHERE open AND stage <> 'suspended';
CREATE INDEX case_file_wake_idx ON case_file (agency_id, wake_at) WHERE in_hand;
CREATE INDEX case_file_unheld_idx ON case_file (agency_id) WHERE open AND stage <> 'suspended' AND holder = '{}';
CREATE INDEX case_file_timer_missing_idx ON case_file (agency_id) WHERE open AND timer_missing;

-- Who may not be able to go on is found without a look at everybody: the last day of somebody's last leave, and of a handler's certificate.
CREATE FUNCTION last_day_of(leave JSONB) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$ SELECT max(one->>'to') FROM jsonb_array_elements(leave) one $$;
ALTER TABLE person ADD COLUMN away_until TEXT GENERATED ALWAYS AS (last_day_of(leave)) STORED;
ALTER TABLE person ADD COLUMN certified_until TEXT GENERATED ALWAYS AS (CASE WHEN 'handler' = ANY (roles) THEN certificate->>'validTo' END) STORED;
CREATE INDEX person_away_until_idx ON person (away_until) WHERE away_until IS NOT NULL;
CREATE INDEX person_certified_until_idx ON person (certified_until) WHERE certified_until IS NOT NULL;
CREATE INDEX person_left_on_idx ON person (left_on) WHERE left_on IS NOT NULL;
CREATE INDEX person_lessened_at_idx ON person (lessened_at) WHERE lessened_at IS NOT NULL;

-- Few cases are held by a few people, and what has ended by nobody: the index over holders alone finds them.
CREATE OR REPLACE FUNCTION cases_held_by(persons TEXT[]) RETURNS TABLE (case_id TEXT, person_id TEXT) LANGUAGE sql STABLE SECURITY DEFINER ROWS 50
SET search_path = public AS $$
  SELECT f.id, held.person FROM case_file f, unnest(f.holder) AS held(person)
  WHERE f.holder && persons AND held.person = ANY (persons)
    AND (f.agency_id = acting_agency() OR f.agency_id IN (SELECT g.agency_id FROM agency_grant g WHERE g.grantee_id = acting_agency()))
$$;

-- How many cases of these agencies are open by stage, and of how many the first deadline has passed: of those agencies that the policies
-- show, without asking them of every row.
CREATE FUNCTION open_by_stage(agencies TEXT[], at TIMESTAMPTZ) RETURNS TABLE (agency TEXT, stage TEXT, open INTEGER, overdue INTEGER) LANGUAGE sql
STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT a.id, counted.stage, counted.open, counted.overdue FROM (
    SELECT acting_agency() UNION SELECT g.agency_id FROM agency_grant g WHERE g.grantee_id = acting_agency()) a (id)
  CROSS JOIN LATERAL (
    SELECT f.stage, count(*)::int AS open, count(*) FILTER (WHERE f.first_due_at < at)::int AS overdue
    FROM case_file f WHERE f.agency_id = a.id AND f.open GROUP BY f.stage ORDER BY f.stage) counted
  WHERE a.id = ANY (agencies) ORDER BY 1, 2
$$;
REVOKE ALL ON FUNCTION open_by_stage(TEXT[], TIMESTAMPTZ) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_by_stage(TEXT[], TIMESTAMPTZ) TO sanxiang_app;
