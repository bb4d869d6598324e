-- What overseers ask of a case beside its deadlines: when it entered its stage and was last brought on, when its timer rings next, and
-- whether a deadline that there ought to be is missing.
ALTER TABLE case_file ADD COLUMN entered_at TIMESTAMPTZ(3);
ALTER TABLE case_file ADD COLUMN moved_at TIMESTAMPTZ(3);
ALTER TABLE case_file ADD COLUMN wake_at TIMESTAMPTZ(3);
ALTER TABLE case_file ADD COLUMN timer_missing BOOLEAN NOT NULL DEFAULT false;
UPDATE case_file SET moved_at = last_at, entered_at = to_timestamp((state->>'enteredAt')::double precision / 1000);

CREATE OR REPLACE FUNCTION write_read_model(of_agency TEXT, in_case TEXT, folded JSONB, filed JSONB) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE r case_file;
BEGIN
  r := jsonb_populate_record(NULL::case_file, folded);
  UPDATE case_file SET stage = r.stage, round = r.round, content_version = r.content_version, pass_version = r.pass_version,
    reviewed_hash = r.reviewed_hash, holder = r.holder, major = r.major, due_at = r.due_at, overall_due_at = r.overall_due_at,
    overdue_level = r.overdue_level, document_no = r.document_no, last_seq = r.last_seq, last_at = r.last_at, state = r.state,
    open = r.open, first_due_at = r.first_due_at, first_due_name = r.first_due_name, asked = r.asked, involved = r.involved,
    entered_at = r.entered_at, moved_at = r.moved_at, wake_at = r.wake_at, timer_missing = r.timer_missing
  WHERE id = in_case;
  IF NOT FOUND THEN
    r.id := in_case;
    r.agency_id := of_agency;
    r.party_name := filed#>>'{party,name}';
    r.title := filed->>'title';
    INSERT INTO case_file SELECT (r).*;
  END IF;
END $$;

-- When somebody's roles or certificate were last made less, for a task that was given to them before stays with them.
ALTER TABLE person ADD COLUMN lessened_at TIMESTAMPTZ(3);
CREATE FUNCTION person_lessened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT NEW.roles @> OLD.roles OR OLD.certificate IS NOT NULL AND (NEW.certificate IS NULL
     OR NOT (NEW.certificate->'categories' @> (OLD.certificate->'categories') AND NEW.certificate->'regions' @> (OLD.certificate->'regions'))
     OR NEW.certificate->>'status' <> OLD.certificate->>'status') THEN
    NEW.lessened_at := COALESCE((SELECT max(at) FROM admin_change
      WHERE agency_id = acting_agency() AND command_id = current_setting('app.administration', true)), now());
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER person_lessened BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION person_lessened();

-- Cases whose workflow fails, as the watchdog saw it in Temporal; a case that is well has no row.
CREATE TABLE workflow_problem (
  case_id TEXT NOT NULL,
  agency_id TEXT NOT NULL,
  cause TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  since TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT workflow_problem_pkey PRIMARY KEY (case_id),
  CONSTRAINT workflow_problem_case FOREIGN KEY (case_id, agency_id) REFERENCES case_filing (id, agency_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON workflow_problem TO sanxiang_app;

-- One stay of a case in a stage, or a part of it where it was left for a while: `stay` is the number of the event that began it.
CREATE TABLE stage_visit (
  case_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  agency_id TEXT NOT NULL,
  stay INTEGER NOT NULL,
  stage TEXT NOT NULL,
  entered_at TIMESTAMPTZ(3) NOT NULL,
  left_at TIMESTAMPTZ(3),
  status TEXT NOT NULL,
  CONSTRAINT stage_visit_pkey PRIMARY KEY (case_id, seq),
  CONSTRAINT stage_visit_case FOREIGN KEY (case_id, agency_id) REFERENCES case_filing (id, agency_id),
  -- here; left for a while; gone back to since; left for good
  CONSTRAINT stage_visit_status CHECK (status IN ('here', 'paused', 'resumed', 'ended') AND (status = 'here') = (left_at IS NULL))
);
CREATE INDEX stage_visit_ended_idx ON stage_visit (agency_id, left_at) WHERE status = 'ended';
GRANT SELECT, INSERT, UPDATE ON stage_visit TO sanxiang_app;

DO $$
DECLARE guarded TEXT;
BEGIN
  FOREACH guarded IN ARRAY ARRAY['workflow_problem', 'stage_visit'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', guarded);
    EXECUTE format('CREATE POLICY own_agency ON %I TO sanxiang_app USING (agency_id = acting_agency()) WITH CHECK (agency_id = acting_agency())', guarded);
    EXECUTE format('CREATE POLICY granted ON %I FOR SELECT TO sanxiang_app USING (agency_id IN (SELECT g.agency_id FROM agency_grant g WHERE g.grantee_id = acting_agency()))', guarded);
  END LOOP;
END $$;

-- Each event that changes the stage ends one visit and begins another: what was left for a while is the same stay when gone back to.
CREATE FUNCTION visit_stage(e event) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
  entered TEXT := e.data->>'stage';
  frame TEXT := e.data->>'frame';
  here stage_visit;
  begun INTEGER;
BEGIN
  SELECT * INTO here FROM stage_visit WHERE case_id = e.case_id AND status = 'here';
  IF here.stage = entered THEN RETURN; END IF;
  UPDATE stage_visit SET left_at = e.at, status = CASE frame WHEN 'push' THEN 'paused' ELSE 'ended' END
  WHERE case_id = e.case_id AND seq = here.seq;
  IF frame = 'clear' THEN
    UPDATE stage_visit SET status = 'ended' WHERE case_id = e.case_id AND status = 'paused';
  ELSIF frame = 'pop' THEN
    UPDATE stage_visit SET status = 'resumed' WHERE case_id = e.case_id
      AND seq = (SELECT max(seq) FROM stage_visit WHERE case_id = e.case_id AND status = 'paused') RETURNING stay INTO begun;
  END IF;
  INSERT INTO stage_visit (case_id, seq, agency_id, stay, stage, entered_at, status)
  VALUES (e.case_id, e.seq, e.agency_id, COALESCE(begun, e.seq), entered, e.at, 'here');
END $$;
CREATE FUNCTION stage_visited() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM visit_stage(NEW);
  RETURN NULL;
END $$;
CREATE TRIGGER stage_visited AFTER INSERT ON event FOR EACH ROW WHEN (NEW.data->>'stage' IS NOT NULL) EXECUTE FUNCTION stage_visited();
DO $$
DECLARE e event;
BEGIN
  FOR e IN SELECT * FROM event ORDER BY case_id, seq LOOP PERFORM visit_stage(e); END LOOP;
END $$;

-- Days are Shanghai's, whatever the session's time zone.
CREATE FUNCTION shanghai_day(at TIMESTAMPTZ) RETURNS DATE LANGUAGE sql IMMUTABLE AS $$ SELECT ((at AT TIME ZONE 'UTC') + interval '8 hours')::date $$;
CREATE FUNCTION day_start(of_day DATE) RETURNS TIMESTAMPTZ LANGUAGE sql IMMUTABLE AS $$ SELECT (of_day::timestamp - interval '8 hours') AT TIME ZONE 'UTC' $$;

-- Row-level security looks at a row before its holders, so that their index serves only who is above it. This sees no more than the
-- policies show; the cases themselves are read under them.
CREATE FUNCTION cases_held_by(persons TEXT[]) RETURNS TABLE (case_id TEXT, person_id TEXT) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public AS $$
  SELECT f.id, held.person FROM case_file f, unnest(f.holder) AS held(person)
  WHERE f.holder && persons AND held.person = ANY (persons) AND f.open
    AND (f.agency_id = acting_agency() OR f.agency_id IN (SELECT g.agency_id FROM agency_grant g WHERE g.grantee_id = acting_agency()))
$$;
REVOKE ALL ON FUNCTION cases_held_by(TEXT[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cases_held_by(TEXT[]) TO sanxiang_app;
