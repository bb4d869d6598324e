-- Whether a case has a running workflow: it has not ended, or something of it is still to be waited for.
ALTER TABLE case_file ADD COLUMN in_hand BOOLEAN NOT NULL DEFAULT true;
UPDATE case_file SET in_hand = open OR first_due_at IS NOT NULL OR state->>'supervision' IS NOT NULL;
CREATE INDEX case_file_in_hand_idx ON case_file (agency_id, id) WHERE in_hand;
CREATE INDEX command_intake_received_idx ON command_intake (agency_id, created_at) WHERE status = 'received';

CREATE OR REPLACE FUNCTION write_read_model(of_agency TEXT, in_case TEXT, folded JSONB, filed JSONB) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE r case_file;
BEGIN
  r := jsonb_populate_record(NULL::case_file, folded);
  UPDATE case_file SET stage = r.stage, round = r.round, content_version = r.content_version, pass_version = r.pass_version,
    reviewed_hash = r.reviewed_hash, holder = r.holder, major = r.major, due_at = r.due_at, overall_due_at = r.overall_due_at,
    overdue_level = r.overdue_level, document_no = r.document_no, last_seq = r.last_seq, last_at = r.last_at, state = r.state,
    open = r.open, first_due_at = r.first_due_at, first_due_name = r.first_due_name, asked = r.asked, involved = r.involved,
    entered_at = r.entered_at, moved_at = r.moved_at, wake_at = r.wake_at, timer_missing = r.timer_missing, in_hand = r.in_hand
  WHERE id = in_case;
  IF NOT FOUND THEN
    r.id := in_case;
    r.agency_id := of_agency;
    r.party_name := filed#>>'{party,name}';
    r.title := filed->>'title';
    INSERT INTO case_file SELECT (r).*;
  END IF;
END $$;

-- One look at what Temporal has beside the database: how many cases it looked at, what it found, and what it repaired.
CREATE TABLE reconciliation (
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  started_at TIMESTAMPTZ(3) NOT NULL,
  ended_at TIMESTAMPTZ(3),
  looked INTEGER NOT NULL DEFAULT 0,
  found INTEGER NOT NULL DEFAULT 0,
  repaired INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT reconciliation_pkey PRIMARY KEY (id),
  CONSTRAINT reconciliation_kind CHECK (kind IN ('watchdog', 'reconciler'))
);
CREATE INDEX reconciliation_started_at_idx ON reconciliation (started_at DESC, id);

CREATE TABLE reconciliation_difference (
  run_id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  agency_id TEXT NOT NULL,
  what TEXT NOT NULL,
  repaired BOOLEAN NOT NULL,
  CONSTRAINT reconciliation_difference_pkey PRIMARY KEY (run_id, case_id),
  CONSTRAINT reconciliation_difference_run FOREIGN KEY (run_id) REFERENCES reconciliation (id) ON DELETE CASCADE
);
GRANT SELECT, INSERT, UPDATE, DELETE ON reconciliation, reconciliation_difference TO sanxiang_app;
-- The runs say how many and not whose; what was found in a case is its agency's.
ALTER TABLE reconciliation_difference ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON reconciliation_difference TO sanxiang_app USING (agency_id = acting_agency()) WITH CHECK (agency_id = acting_agency());
CREATE POLICY granted ON reconciliation_difference FOR SELECT TO sanxiang_app
  USING (agency_id IN (SELECT g.agency_id FROM agency_grant g WHERE g.grantee_id = acting_agency()));

-- The cases of an agency whose workflow may be failing: what should have been recorded before a moment was not, a command has waited since
-- another for its answer, or it was seen to fail.
CREATE FUNCTION cases_to_look_at(of_agency TEXT, silent_before TIMESTAMPTZ, waiting_before TIMESTAMPTZ) RETURNS TEXT[] LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.agency', of_agency, true);
  RETURN ARRAY(
    SELECT f.id FROM case_file f WHERE f.agency_id = of_agency AND f.in_hand AND f.wake_at < silent_before
    UNION SELECT i.case_id FROM command_intake i JOIN case_file f ON f.id = i.case_id
      WHERE i.agency_id = of_agency AND i.status = 'received' AND i.created_at < waiting_before AND f.in_hand
    UNION SELECT w.case_id FROM workflow_problem w WHERE w.agency_id = of_agency);
END $$;

-- What the watchdog saw of the cases that it looked at: those that fail, each with the attempt it has come to, and no others.
CREATE FUNCTION write_workflow_problems(of_agency TEXT, looked TEXT[], failing JSONB, seen_at TIMESTAMPTZ) RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.agency', of_agency, true);
  DELETE FROM workflow_problem WHERE case_id = ANY (looked) AND NOT jsonb_exists(failing, case_id);
  INSERT INTO workflow_problem (case_id, agency_id, cause, attempt, since)
  SELECT f.id, of_agency, 'workflowTaskFailing', (failing->>f.id)::int, seen_at FROM case_file f WHERE f.id = ANY (looked) AND jsonb_exists(failing, f.id)
  ON CONFLICT (case_id) DO UPDATE SET attempt = excluded.attempt;
END $$;

-- In the name of the case's agency, one round trip.
CREATE FUNCTION note_difference(of_run TEXT, in_case TEXT, of_agency TEXT, differs TEXT, mended BOOLEAN) RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.agency', of_agency, true);
  INSERT INTO reconciliation_difference (run_id, case_id, agency_id, what, repaired) VALUES (of_run, in_case, of_agency, differs, mended)
  ON CONFLICT DO NOTHING;
END $$;

-- The cases in hand of an agency as they are on record, a page in the order of their ids; or one of them alone, in hand or not.
CREATE FUNCTION cases_in_hand(of_agency TEXT, after_id TEXT, size INTEGER)
RETURNS TABLE (id TEXT, stage TEXT, seq INTEGER, last_at TIMESTAMPTZ) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.agency', of_agency, true);
  RETURN QUERY SELECT f.id, f.stage, f.last_seq, f.last_at::timestamptz FROM case_file f
    WHERE f.agency_id = of_agency AND f.in_hand AND f.id > after_id ORDER BY f.id LIMIT size;
END $$;
CREATE FUNCTION case_on_record(in_case TEXT) RETURNS JSONB LANGUAGE plpgsql AS $$
DECLARE of_agency TEXT := (SELECT agency FROM case_place(in_case));
BEGIN
  PERFORM set_config('app.agency', COALESCE(of_agency, ''), true);
  RETURN (SELECT jsonb_build_object('agency', f.agency_id, 'stage', f.stage, 'seq', f.last_seq, 'inHand', f.in_hand) FROM case_file f WHERE f.id = in_case);
END $$;
