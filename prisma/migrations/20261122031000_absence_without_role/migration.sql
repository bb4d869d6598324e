-- Where no role is asked for, nobody lacks one: nothing is no element of an empty list either.
CREATE OR REPLACE FUNCTION absence_of(p person, wanted TEXT, on_day DATE, category TEXT, regions TEXT[]) RETURNS JSONB LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN p.left_on <= on_day THEN jsonb_build_object('kind', 'left', 'since', p.left_on)
    WHEN p.hired_on > on_day THEN jsonb_build_object('kind', 'left', 'since', p.hired_on)
    WHEN wanted IS NOT NULL AND NOT wanted = ANY (p.roles) THEN jsonb_build_object('kind', 'noRole', 'since', NULL)
    WHEN category IS NOT NULL AND NOT COALESCE(p.certificate->>'status' = 'valid'
      AND on_day::text BETWEEN p.certificate->>'validFrom' AND p.certificate->>'validTo'
      AND p.certificate->'categories' ? category AND p.certificate->'regions' ?| regions, false)
      THEN jsonb_build_object('kind', 'certificate', 'since', p.certificate->'validTo')
    ELSE (SELECT jsonb_strip_nulls(jsonb_build_object('kind', 'onLeave', 'since', l->'from', 'until', l->'to', 'substitute', l->'substitute'))
      FROM jsonb_array_elements(p.leave) l WHERE on_day::text BETWEEN l->>'from' AND l->>'to' LIMIT 1)
  END
$$;
