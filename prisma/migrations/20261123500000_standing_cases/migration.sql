-- Where open cases stand and for how long: by section and stage, without a look at the rows themselves.
CREATE INDEX case_file_standing_idx ON case_file (agency_id, section_id, stage, entered_at) INCLUDE (category) WHERE open;
-- Whose holders were urged and did not answer yet, what has not moved for longest first.
CREATE INDEX case_file_urged_idx ON case_file (agency_id, moved_at) WHERE open AND (state #>> '{urged,unanswered}')::int > 0;

-- How many cases of these agencies are open by section and stage, and for how many days: of those agencies that the policies show,
-- without asking them of every row.
CREATE FUNCTION standing_by_section(agencies TEXT[], today DATE, in_section TEXT, in_stage TEXT, of_category TEXT)
RETURNS TABLE (agency TEXT, section TEXT, stage TEXT, open INTEGER, median DOUBLE PRECISION, longest INTEGER) LANGUAGE sql
STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT a.id, counted.* FROM (
    SELECT acting_agency() UNION SELECT g.agency_id FROM agency_grant g WHERE g.grantee_id = acting_agency()) a (id)
  CROSS JOIN LATERAL (
    SELECT f.section_id, f.stage, count(*)::int,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY (today - shanghai_day(f.entered_at))::float8),
      today - shanghai_day(min(f.entered_at))
    FROM case_file f
    WHERE f.agency_id = a.id AND f.open AND f.entered_at IS NOT NULL AND (in_section IS NULL OR f.section_id = in_section)
      AND (in_stage IS NULL OR f.stage = in_stage) AND (of_category IS NULL OR f.category = of_category)
    GROUP BY f.section_id, f.stage) counted
  WHERE a.id = ANY (agencies) ORDER BY 1, 2, 3
$$;
REVOKE ALL ON FUNCTION standing_by_section(TEXT[], DATE, TEXT, TEXT, TEXT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION standing_by_section(TEXT[], DATE, TEXT, TEXT, TEXT) TO sanxiang_app;
