-- Absence and substitutes (替岗). An entry of person.leave is {"from", "to", "kind"?, "substitute"?}: days as YYYY-MM-DD, the substitute
-- a person of the same agency. case_file.state may hold "standIns" ([{"for", "by", "until", "because"}]) and "absent"
-- ([{"person", "kind", "since"}], the holders whose heads were told).

-- The agency's region and those above it, nearest first.
CREATE FUNCTION regions_of(of_agency TEXT) RETURNS TEXT[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  regions TEXT[] := '{}';
  above RECORD;
BEGIN
  SELECT r.code, r.parent INTO above FROM region r JOIN agency a ON a.region = r.code WHERE a.id = of_agency;
  WHILE FOUND AND cardinality(regions) < 9 LOOP
    regions := regions || above.code;
    SELECT code, parent INTO above FROM region WHERE code = above.parent;
  END LOOP;
  RETURN regions;
END $$;

-- The role that holding the task of a stage takes; null where nobody holds one.
CREATE FUNCTION role_of_stage(stage TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN stage IN ('investigating', 'supplementing', 'issuing', 'fulfilment', 'closing') THEN 'handler'
    WHEN stage = 'firstReview' THEN 'firstReviewer'
    WHEN stage IN ('sectionSignOff', 'responding') THEN 'sectionHead'
    WHEN stage IN ('intake', 'legalSignOff') THEN 'legalHead'
    WHEN stage = 'legalReview' THEN 'legalReviewer'
    WHEN stage = 'advising' THEN 'adviser'
    WHEN stage IN ('coordination', 'deliberation', 'leaderApproval') THEN 'leader'
  END
$$;

-- Why a person cannot do a task on that day, as absenceOf() in domain/absence.ts has it: {"kind": left | noRole | certificate | onLeave,
-- "since", "until"?, "substitute"?}, or null. `wanted`: the role, null where none is asked for; `category`: of the case's certificate,
-- null unless the task is a handler's.
CREATE FUNCTION absence_of(p person, wanted TEXT, on_day DATE, category TEXT, regions TEXT[]) RETURNS JSONB LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN p.left_on <= on_day THEN jsonb_build_object('kind', 'left', 'since', p.left_on)
    WHEN p.hired_on > on_day THEN jsonb_build_object('kind', 'left', 'since', p.hired_on)
    WHEN NOT wanted = ANY (p.roles) THEN jsonb_build_object('kind', 'noRole', 'since', NULL)
    WHEN category IS NOT NULL AND NOT COALESCE(p.certificate->>'status' = 'valid'
      AND on_day::text BETWEEN p.certificate->>'validFrom' AND p.certificate->>'validTo'
      AND p.certificate->'categories' ? category AND p.certificate->'regions' ?| regions, false)
      THEN jsonb_build_object('kind', 'certificate', 'since', p.certificate->'validTo')
    ELSE (SELECT jsonb_strip_nulls(jsonb_build_object('kind', 'onLeave', 'since', l->'from', 'until', l->'to', 'substitute', l->'substitute'))
      FROM jsonb_array_elements(p.leave) l WHERE on_day::text BETWEEN l->>'from' AND l->>'to' LIMIT 1)
  END
$$;

-- The holders of a case's task who cannot do it on that day, each with why. Of a head to whom it went because nobody could stand in, only
-- presence is asked. `regions`: regions_of() the case's agency.
CREATE FUNCTION absent_holders(held_by TEXT[], folded JSONB, on_day DATE, regions TEXT[]) RETURNS TABLE (person TEXT, absence JSONB) LANGUAGE sql STABLE AS $$
  SELECT h.id, h.absence FROM (
    SELECT p.id, absence_of(p, CASE WHEN NOT asked.head THEN role_of_stage(folded->>'stage') END, on_day,
      CASE WHEN NOT asked.head AND role_of_stage(folded->>'stage') = 'handler' THEN folded#>>'{filing,certificateCategory}' END, regions) AS absence
    FROM person p, LATERAL (SELECT EXISTS (SELECT FROM jsonb_array_elements(COALESCE(folded->'standIns', '[]')) s
      WHERE s->>'by' = p.id AND s->>'because' <> 'onLeave') AS head) asked
    WHERE p.id = ANY (held_by)) h
  WHERE h.absence IS NOT NULL
$$;

-- The open cases of an agency that must be told of the organisation as it is on that day, a page in the order of their ids: those in which
-- one of these persons holds the task or is stood in for; without persons, those with a stand-in or with an absent holder not reported yet.
CREATE FUNCTION cases_to_watch(of_agency TEXT, on_day DATE, persons TEXT[], after_id TEXT, page INTEGER) RETURNS TEXT[] LANGUAGE plpgsql AS $$
DECLARE regions TEXT[] := regions_of(of_agency);
BEGIN
  PERFORM set_config('app.agency', of_agency, true);
  RETURN ARRAY(
    SELECT c.id FROM case_file c
    WHERE c.agency_id = of_agency AND c.open AND c.stage <> 'suspended' AND c.id > after_id AND CASE WHEN persons IS NULL
      THEN COALESCE(c.state->'standIns', '[]') <> '[]' OR EXISTS (SELECT FROM absent_holders(c.holder, c.state, on_day, regions) h
        WHERE NOT COALESCE(c.state->'absent', '[]') @> jsonb_build_array(jsonb_build_object('person', h.person, 'kind', h.absence->'kind', 'since', h.absence->'since')))
      ELSE c.holder && persons OR EXISTS (SELECT FROM jsonb_array_elements(COALESCE(c.state->'standIns', '[]')) s
        WHERE s->>'for' = ANY (persons) OR s->>'by' = ANY (persons)) END
    ORDER BY c.id LIMIT page);
END $$;

-- Beside the persons named and the agency's reviewers: of those to whom a task may fall in this case, who is away on that day, and who
-- stands in for them, step by step. Most days nobody is, and nothing of it goes along with a command.
DROP FUNCTION organisation_facts(TEXT, TEXT, JSONB);
CREATE FUNCTION organisation_facts(of_agency TEXT, of_section TEXT, named JSONB, on_day DATE, handlers TEXT[], others TEXT[]) RETURNS JSONB LANGUAGE plpgsql STABLE AS $$
DECLARE
  a agency;
  s section;
  legal section;
  wanted TEXT[];
  step TEXT[];
BEGIN
  SELECT * INTO a FROM agency WHERE id = of_agency;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT * INTO s FROM section WHERE id = of_section AND agency_id = of_agency;
  SELECT * INTO legal FROM section WHERE agency_id = of_agency AND kind = 'legal' ORDER BY id LIMIT 1;
  wanted := a.legal_reviewers || ARRAY(SELECT jsonb_array_elements_text(named));
  step := ARRAY(
    SELECT p.id FROM (VALUES (s.first_reviewer, 'firstReviewer'), (s.head, 'sectionHead'), (s.leader_in_charge, 'leader'), (a.legal_head, 'legalHead'),
        (legal.leader_in_charge, 'leader'), (a.collective->>'chair', 'leader')) duty (id, role)
      JOIN person p ON p.id = duty.id WHERE absence_of(p, duty.role, on_day, NULL, NULL) IS NOT NULL
    UNION SELECT p.id FROM person p WHERE p.id = ANY (others) AND absence_of(p, NULL, on_day, NULL, NULL) IS NOT NULL
    UNION SELECT p.id FROM person p WHERE p.id = ANY (handlers) AND (absence_of(p, 'handler', on_day, NULL, NULL) IS NOT NULL
      OR COALESCE(p.certificate->>'validTo' < on_day::text OR p.certificate->>'status' <> 'valid', true)));
  WHILE cardinality(step) > 0 LOOP
    wanted := wanted || step;
    step := ARRAY(SELECT DISTINCT l->>'substitute' FROM person p, jsonb_array_elements(p.leave) l
      WHERE p.id = ANY (step) AND on_day::text BETWEEN l->>'from' AND l->>'to' AND NOT COALESCE(l->>'substitute', '') = ANY (wanted || ''::text));
  END LOOP;
  RETURN jsonb_build_object(
    'agency', to_jsonb(a),
    'section', CASE WHEN s.id IS NOT NULL THEN to_jsonb(s) END,
    'legalSection', CASE WHEN legal.id IS NOT NULL THEN to_jsonb(legal) END,
    'packs', (SELECT jsonb_agg(jsonb_build_object('from', k.effective_from, 'relaxations', k.relaxations) ORDER BY k.effective_from)
              FROM parameter_pack k WHERE k.agency_id = of_agency),
    'regions', to_jsonb(regions_of(of_agency)),
    'persons', (SELECT jsonb_agg(to_jsonb(p) - 'name' - 'title' - 'particulars') FROM person p WHERE p.id = ANY (wanted)));
END $$;

CREATE OR REPLACE FUNCTION take_command(p JSONB) RETURNS JSONB LANGUAGE plpgsql AS $$
DECLARE
  in_case TEXT := p->>'caseId';
  of_agency TEXT := p->>'agency';
  of_section TEXT := p->>'section';
  taken command_intake;
  added INTEGER;
  folded JSONB;
BEGIN
  IF of_agency IS NULL THEN
    SELECT agency, section INTO of_agency, of_section FROM case_place(in_case);
    IF NOT FOUND THEN RETURN NULL; END IF;
  END IF;
  PERFORM set_config('app.agency', of_agency, true);
  INSERT INTO command_intake (id, agency_id, person_id, case_id, action, key, body_hash, words, status, at)
  VALUES (p->>'id', of_agency, p->>'personId', in_case, p->>'action', p->>'key', p->>'bodyHash', p->'words', 'received', (p->>'at')::timestamptz)
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS added = ROW_COUNT;
  SELECT * INTO STRICT taken FROM command_intake WHERE id = p->>'id';
  SELECT state INTO folded FROM case_file WHERE id = in_case;
  RETURN jsonb_build_object('agency', of_agency, 'section', of_section, 'fresh', added = 1,
    'status', taken.status, 'bodyHash', taken.body_hash, 'answer', taken.answer,
    'organisation', organisation_facts(of_agency, of_section, p->'persons', ((p->>'at')::timestamptz AT TIME ZONE 'Asia/Shanghai')::date,
      ARRAY(SELECT jsonb_array_elements_text(COALESCE(folded->'handlers', '[]'))),
      ARRAY(SELECT folded#>>'{review,reviewer}' WHERE folded#>>'{review,reviewer}' IS NOT NULL
        UNION SELECT jsonb_array_elements_text(f->'holder') FROM jsonb_array_elements(COALESCE(folded->'frames', '[]')) f)),
    'state', folded);
END $$;
