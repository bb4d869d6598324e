-- All that a case is folded from, in one round trip, for whoever acts in the name of this agency.
CREATE FUNCTION events_up_to(of_agency TEXT, in_case TEXT, up_to INTEGER) RETURNS JSONB LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.agency', of_agency, true);
  RETURN (SELECT COALESCE(jsonb_agg(data ORDER BY seq), '[]') FROM event WHERE case_id = in_case AND seq <= up_to);
END $$;
