-- What inboxes ask of a case: whether it is open, when the first thing is due, what it asks for and who had a task in it.
ALTER TABLE case_file ADD COLUMN open BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE case_file ADD COLUMN first_due_at TIMESTAMPTZ(3);
ALTER TABLE case_file ADD COLUMN first_due_name TEXT;
ALTER TABLE case_file ADD COLUMN asked TEXT[] NOT NULL DEFAULT '{}';
ALTER TABLE case_file ADD COLUMN involved TEXT[] NOT NULL DEFAULT '{}';
-- Pages stand in this order. Arrays and full texts are looked into after row-level security, where no index of theirs helps.
CREATE INDEX case_file_open_idx ON case_file (agency_id, open, first_due_at, id);
CREATE INDEX case_file_first_due_at_idx ON case_file (agency_id, first_due_at, id);

-- The words by which a case is found, apart from the case file, which every event writes anew.
CREATE TABLE case_search (
  case_id TEXT NOT NULL,
  agency_id TEXT NOT NULL,
  party TEXT NOT NULL,
  numbers TEXT NOT NULL,
  statutes TEXT NOT NULL,
  words TEXT NOT NULL,
  grams TSVECTOR NOT NULL,
  CONSTRAINT case_search_pkey PRIMARY KEY (case_id),
  CONSTRAINT case_search_case FOREIGN KEY (case_id, agency_id) REFERENCES case_filing (id, agency_id)
);
CREATE INDEX case_search_grams_idx ON case_search USING GIN (grams);
GRANT SELECT, INSERT, UPDATE ON case_search TO sanxiang_app;
ALTER TABLE case_search ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON case_search TO sanxiang_app USING (agency_id = acting_agency()) WITH CHECK (agency_id = acting_agency());
CREATE POLICY granted ON case_search FOR SELECT TO sanxiang_app
  USING (agency_id IN (SELECT g.agency_id FROM agency_grant g WHERE g.grantee_id = acting_agency()));

-- Row-level security looks at a row before its words, so that an index over words serves only who is above it. This sees no
-- more than the policies show; the cases themselves are read under them.
CREATE FUNCTION cases_with(wanted TSQUERY) RETURNS SETOF TEXT LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public AS $$
  SELECT case_id FROM case_search WHERE grams @@ wanted
    AND (agency_id = acting_agency() OR agency_id IN (SELECT g.agency_id FROM agency_grant g WHERE g.grantee_id = acting_agency()))
$$;
REVOKE ALL ON FUNCTION cases_with(TSQUERY) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cases_with(TSQUERY) TO sanxiang_app;
