-- The cases that some people hold, with what lists choose by, so that no row is looked up twice; no more than the policies show.
CREATE FUNCTION held_cases(persons TEXT[]) RETURNS TABLE (id TEXT, agency_id TEXT, section_id TEXT, stage TEXT, holder TEXT[], open BOOLEAN,
  entered_at TIMESTAMPTZ, person TEXT) LANGUAGE sql STABLE SECURITY DEFINER ROWS 50 SET search_path = public AS $$
  SELECT f.id, f.agency_id, f.section_id, f.stage, f.holder, f.open, f.entered_at, held.person
  FROM case_file f, unnest(f.holder) AS held(person)
  WHERE f.holder && persons AND held.person = ANY (persons)
    AND (f.agency_id = acting_agency() OR f.agency_id IN (SELECT g.agency_id FROM agency_grant g WHERE g.grantee_id = acting_agency()))
$$;
REVOKE ALL ON FUNCTION held_cases(TEXT[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION held_cases(TEXT[]) TO sanxiang_app;
