-- The ladder of reminders and escalations of each limit, where an agency's pack differs from the default.
ALTER TABLE parameter_pack ADD COLUMN ladder JSONB NOT NULL DEFAULT '{}';

-- Who is who in an agency and one of its sections, as a rung of the ladder needs it.
CREATE FUNCTION ladder_people(of_agency TEXT, of_section TEXT) RETURNS JSONB LANGUAGE plpgsql STABLE AS $$
DECLARE
  a agency;
  s section;
BEGIN
  SELECT * INTO a FROM agency WHERE id = of_agency;
  SELECT * INTO s FROM section WHERE id = of_section AND agency_id = of_agency;
  RETURN jsonb_build_object(
    'sectionHead', s.head,
    'leaderInCharge', s.leader_in_charge,
    'legalHead', a.legal_head,
    'legalLeaderInCharge', (SELECT l.leader_in_charge FROM section l WHERE l.agency_id = of_agency AND l.kind = 'legal' ORDER BY l.id LIMIT 1),
    'chair', a.collective->>'chair',
    'publishers', COALESCE((SELECT jsonb_agg(p.id ORDER BY p.id) FROM person p
      WHERE p.agency_id = of_agency AND 'publisher' = ANY (p.roles) AND p.left_on IS NULL), '[]'),
    'overseers', COALESCE((SELECT jsonb_agg(p.id ORDER BY p.id) FROM person p
      WHERE p.agency_id = a.overseen_by AND 'overseer' = ANY (p.roles) AND p.left_on IS NULL), '[]'));
END $$;
