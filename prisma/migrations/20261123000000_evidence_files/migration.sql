-- Evidence with its files: what arrived, who brought it and its SHA-256. The bytes lie in a folder under that number.

CREATE TABLE evidence_file (
  id TEXT NOT NULL,
  agency_id TEXT NOT NULL,
  -- The case for which it was uploaded; null where that was not filed yet. What it is evidence in, its events say.
  case_id TEXT,
  uploaded_by TEXT NOT NULL,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  arrived_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT evidence_file_pkey PRIMARY KEY (id),
  CONSTRAINT evidence_file_case FOREIGN KEY (case_id, agency_id) REFERENCES case_filing (id, agency_id),
  CONSTRAINT evidence_file_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  CONSTRAINT evidence_file_size CHECK (size > 0)
);
CREATE TRIGGER evidence_file_append_only BEFORE UPDATE OR DELETE ON evidence_file FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evidence_file_no_truncate BEFORE TRUNCATE ON evidence_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON evidence_file TO sanxiang_app;
ALTER TABLE evidence_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON evidence_file TO sanxiang_app USING (agency_id = acting_agency()) WITH CHECK (agency_id = acting_agency());
CREATE POLICY granted ON evidence_file FOR SELECT TO sanxiang_app
  USING (agency_id IN (SELECT g.agency_id FROM agency_grant g WHERE g.grantee_id = acting_agency()));

-- Which cases' records name a file: the events are asked, since nothing else says so.
CREATE INDEX event_files_idx ON event USING GIN ((words->'files') jsonb_path_ops) WHERE type = 'addRecord' AND words ? 'files';

-- The cases in which a file was put on record, no more than the policies show; the index serves no query that they are part of.
CREATE FUNCTION cases_naming_file(file TEXT) RETURNS TABLE (id TEXT) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT e.case_id FROM event e
  WHERE e.type = 'addRecord' AND e.words ? 'files' AND e.words->'files' @> jsonb_build_array(jsonb_build_object('id', file))
    AND (e.agency_id = acting_agency() OR e.agency_id IN (SELECT g.agency_id FROM agency_grant g WHERE g.grantee_id = acting_agency()))
$$;
REVOKE ALL ON FUNCTION cases_naming_file(TEXT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cases_naming_file(TEXT) TO sanxiang_app;
