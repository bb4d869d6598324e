-- One event, written whole or not at all, in one round trip: event, read model, due moments, ledger leaf, outbox and the
-- command's answer. Answers {"behind": [events]} when the case has events that the writer has not seen, {"stale": true}
-- when the calendar changed since the deadlines were reckoned. Runs as the caller: row-level security holds.

CREATE FUNCTION write_event(p JSONB) RETURNS JSONB LANGUAGE plpgsql AS $$
DECLARE
  e JSONB := p->'event';
  in_case TEXT := e->>'caseId';
  of_agency TEXT := p->>'agency';
  happened TIMESTAMPTZ := (p->>'at')::timestamptz;
  on_record INTEGER;
  said JSONB := '{}';
BEGIN
  PERFORM set_config('app.agency', of_agency, true);
  SELECT last_seq INTO on_record FROM case_file WHERE id = in_case FOR UPDATE;
  on_record := COALESCE(on_record, 0);
  IF on_record > (p->>'lastSeq')::int THEN
    RETURN jsonb_build_object('behind', (SELECT jsonb_agg(data ORDER BY seq) FROM event WHERE case_id = in_case AND seq > (p->>'lastSeq')::int));
  ELSIF on_record < (p->>'lastSeq')::int THEN
    RAISE EXCEPTION 'case %: the workflow has seen %, the database %', in_case, p->>'lastSeq', on_record USING ERRCODE = 'SX004';
  END IF;
  IF p ? 'calendarVersion' AND (p->>'calendarVersion')::int <> (SELECT COALESCE(max(version), 0) FROM calendar_year) THEN
    RETURN '{"stale": true}';
  END IF;

  IF e->>'actor' <> 'system' THEN
    UPDATE command_intake SET status = 'done', answer = p->'answer' WHERE id = e->>'commandId' RETURNING words INTO STRICT said;
  END IF;
  IF e->>'type' = 'register' THEN
    INSERT INTO case_filing (id, agency_id, procedure, party_kind, filing, filed_at)
    VALUES (in_case, of_agency, e#>>'{input,filing,procedure}', e#>>'{input,filing,partyKind}', said, happened);
  END IF;
  INSERT INTO event (case_id, seq, agency_id, type, actor, at, command_id, facts_version, data, words)
  VALUES (in_case, (e->>'seq')::int, of_agency, e->>'type', e->>'actor', happened, e->>'commandId', (e->>'factsVersion')::int, e, said);
  PERFORM write_read_model(of_agency, in_case, p->'row', said);
  PERFORM write_due_moments(of_agency, in_case, (e->>'seq')::int, p->'ended', p->'moved');

  PERFORM chain_leaf(of_agency, 'event', in_case, in_case || ':' || (e->>'seq'), p->>'payload', happened);
  INSERT INTO outbox (agency_id, case_id, seq, topic, payload)
  VALUES (of_agency, in_case, (e->>'seq')::int, 'caseEvent', jsonb_build_object('type', e->'type', 'stage', e->'stage', 'holder', e->'holder'));
  RETURN '{}';
END $$;

-- Appends to the agency's chain under a lock of its head, so that the chain has no gap and no fork.
CREATE FUNCTION chain_leaf(of_agency TEXT, of_kind TEXT, in_case TEXT, of_ref TEXT, covered TEXT, happened TIMESTAMPTZ) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
  head RECORD;
  chained TEXT;
BEGIN
  INSERT INTO ledger_head (agency_id, seq, hash) VALUES (of_agency, 0, repeat('0', 64)) ON CONFLICT DO NOTHING;
  SELECT seq, hash INTO STRICT head FROM ledger_head WHERE agency_id = of_agency FOR UPDATE;
  chained := encode(sha256(convert_to(head.hash || E'\n' || covered, 'UTF8')), 'hex');
  INSERT INTO ledger_leaf (agency_id, seq, kind, case_id, ref, payload, hash, previous, at)
  VALUES (of_agency, head.seq + 1, of_kind, in_case, of_ref, covered, chained, head.hash, happened);
  UPDATE ledger_head SET seq = head.seq + 1, hash = chained WHERE agency_id = of_agency;
END $$;

-- The read model of one case from its folded state; the words by which it is listed come from the filing.
CREATE FUNCTION write_read_model(of_agency TEXT, in_case TEXT, folded JSONB, filed JSONB) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE r case_file;
BEGIN
  r := jsonb_populate_record(NULL::case_file, folded);
  UPDATE case_file SET stage = r.stage, round = r.round, content_version = r.content_version, pass_version = r.pass_version,
    reviewed_hash = r.reviewed_hash, holder = r.holder, major = r.major, due_at = r.due_at, overall_due_at = r.overall_due_at,
    overdue_level = r.overdue_level, document_no = r.document_no, last_seq = r.last_seq, last_at = r.last_at, state = r.state,
    open = r.open, first_due_at = r.first_due_at, first_due_name = r.first_due_name, asked = r.asked, involved = r.involved
  WHERE id = in_case;
  IF NOT FOUND THEN
    r.id := in_case;
    r.agency_id := of_agency;
    r.party_name := filed#>>'{party,name}';
    r.title := filed->>'title';
    INSERT INTO case_file SELECT (r).*;
  END IF;
END $$;

-- Deadlines that ended with an event, and those that are new, moved, standing still or overdue since.
CREATE FUNCTION write_due_moments(of_agency TEXT, in_case TEXT, with_seq INTEGER, ended JSONB, moved JSONB) RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
  IF jsonb_array_length(ended) > 0 THEN
    UPDATE due_moment SET ended_seq = with_seq WHERE id IN (SELECT jsonb_array_elements_text(ended));
  END IF;
  IF jsonb_array_length(moved) > 0 THEN
    INSERT INTO due_moment (id, case_id, agency_id, name, limit_key, budget, unit, started_at, due_at, provisional, calendar_version, pack_from, status)
    SELECT m.id, in_case, of_agency, m.name, m.limit_key, m.budget, m.unit, m.started_at, m.due_at, m.provisional, m.calendar_version, m.pack_from, m.status
    FROM jsonb_populate_recordset(NULL::due_moment, moved) m
    ON CONFLICT (id) DO UPDATE SET due_at = excluded.due_at, provisional = excluded.provisional,
      calendar_version = excluded.calendar_version, status = excluded.status;
  END IF;
END $$;

-- Takes one command in and answers all that it is judged by, in one round trip: where its case belongs, the row that stands
-- for its idempotency key, the organisation's facts of everybody it names, and the case as it is on record.
CREATE FUNCTION take_command(p JSONB) RETURNS JSONB LANGUAGE plpgsql AS $$
DECLARE
  in_case TEXT := p->>'caseId';
  of_agency TEXT := p->>'agency';
  of_section TEXT := p->>'section';
  taken command_intake;
  added INTEGER;
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
  RETURN jsonb_build_object('agency', of_agency, 'section', of_section, 'fresh', added = 1,
    'status', taken.status, 'bodyHash', taken.body_hash, 'answer', taken.answer,
    'organisation', organisation_facts(of_agency, of_section, p->'persons'),
    'state', (SELECT state FROM case_file WHERE id = in_case));
END $$;

-- The rows of the organisation that decide() is told of: agency, section, legal section, packs, regions above, persons.
CREATE FUNCTION organisation_facts(of_agency TEXT, of_section TEXT, named JSONB) RETURNS JSONB LANGUAGE sql STABLE AS $$
  WITH RECURSIVE above AS (
    SELECT r.code, r.parent, 0 AS depth FROM region r JOIN agency a ON a.region = r.code WHERE a.id = of_agency
    UNION ALL
    SELECT r.code, r.parent, above.depth + 1 FROM region r JOIN above ON r.code = above.parent WHERE above.depth < 8
  )
  SELECT jsonb_build_object(
    'agency', to_jsonb(a),
    'section', (SELECT to_jsonb(s) FROM section s WHERE s.id = of_section AND s.agency_id = a.id),
    'legalSection', (SELECT to_jsonb(s) FROM section s WHERE s.agency_id = a.id AND s.kind = 'legal' ORDER BY s.id LIMIT 1),
    'packs', (SELECT jsonb_agg(jsonb_build_object('from', k.effective_from, 'relaxations', k.relaxations) ORDER BY k.effective_from)
              FROM parameter_pack k WHERE k.agency_id = a.id),
    'regions', (SELECT jsonb_agg(code ORDER BY depth) FROM above),
    'persons', (SELECT jsonb_agg(to_jsonb(p) - 'name' - 'title' - 'particulars') FROM person p
                WHERE p.id IN (SELECT jsonb_array_elements_text(named)) OR p.id = ANY (a.legal_reviewers)))
  FROM agency a WHERE a.id = of_agency
$$;

-- One case as it is on record, for a reader who acts in the name of this agency.
CREATE FUNCTION state_of(of_agency TEXT, in_case TEXT) RETURNS JSONB LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.agency', of_agency, true);
  RETURN (SELECT state FROM case_file WHERE id = in_case);
END $$;
