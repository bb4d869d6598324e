-- A case that has ended may have deadlines still: a publication that must come down, a supervision order that must be answered.
CREATE OR REPLACE FUNCTION running_deadlines(of_version INTEGER, since DATE, after TEXT, size INTEGER)
RETURNS TABLE (id TEXT, agency TEXT, clocks JSONB) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT c.id, c.agency_id, c.state->'clocks' FROM case_file c
  WHERE c.id > after AND EXISTS (
    SELECT FROM due_moment d WHERE d.case_id = c.id AND d.ended_seq IS NULL AND d.due_at IS NOT NULL AND d.limit_key <> 'untilDay'
      AND d.calendar_version < of_version AND (d.provisional OR d.due_at >= since))
  ORDER BY c.id LIMIT size
$$;

CREATE OR REPLACE FUNCTION provisional_deadlines() RETURNS INTEGER LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT count(*)::int FROM due_moment WHERE provisional AND ended_seq IS NULL AND due_at IS NOT NULL
$$;
CREATE INDEX due_moment_provisional_idx ON due_moment (case_id) WHERE provisional AND ended_seq IS NULL;
