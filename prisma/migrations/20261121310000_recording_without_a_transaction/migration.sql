-- What a draft, an opinion, a decision and the words of a case entail is written by write_event as well, so that they too need one round
-- trip; the ledger's head, for which every other event of the agency waits, is held last and shortest.

CREATE OR REPLACE FUNCTION write_event(p JSONB) RETURNS JSONB LANGUAGE plpgsql AS $$
DECLARE
  e JSONB := p->'event';
  in_case TEXT := e->>'caseId';
  of_agency TEXT := p->>'agency';
  happened TIMESTAMPTZ := (p->>'at')::timestamptz;
  on_record INTEGER;
  said JSONB := '{}';
  next_number INTEGER;
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
  IF p ? 'number' THEN
    next_number := take_number(of_agency, p->'number');
    IF next_number IS NOT NULL THEN RETURN jsonb_build_object('nextNumber', next_number); END IF;
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

  PERFORM write_entailed(of_agency, in_case, p, said);
  INSERT INTO outbox (agency_id, case_id, seq, topic, payload)
  VALUES (of_agency, in_case, (e->>'seq')::int, 'caseEvent', jsonb_build_object('type', e->'type', 'stage', e->'stage', 'holder', e->'holder'));
  PERFORM chain_leaf(of_agency, 'event', in_case, in_case || ':' || (e->>'seq'), p->>'payload', happened);
  RETURN '{}';
END $$;

-- What an event entails beyond itself: a content version, a signed opinion, a pass taken off record, a decision with the
-- review on which it rests, the words by which the case is found. A pass on which a decision rests stays as it was given.
CREATE FUNCTION write_entailed(of_agency TEXT, in_case TEXT, p JSONB, said JSONB) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
  version content_version;
  opinion review;
  decided decision;
  found case_search;
BEGIN
  IF p ? 'contentVersion' THEN
    version := jsonb_populate_record(NULL::content_version, p->'contentVersion');
    version.words := said;
    INSERT INTO content_version SELECT (version).*;
  END IF;
  IF p ? 'review' THEN
    opinion := jsonb_populate_record(NULL::review, p->'review');
    INSERT INTO review SELECT (opinion).*;
  END IF;
  IF p#>>'{event,pass}' IN ('voided', 'offRecord') THEN
    UPDATE review SET state = 'voided', voided_seq = (p#>>'{event,seq}')::int WHERE case_id = in_case AND state = 'passed'
      AND NOT EXISTS (SELECT FROM decision d WHERE d.case_id = review.case_id AND d.review_seq = review.seq);
  END IF;
  IF p ? 'decision' THEN
    decided := jsonb_populate_record(NULL::decision, p->'decision');
    SELECT r.seq, r.state INTO decided.review_seq, decided.review_state FROM review r
    WHERE r.case_id = in_case AND r.state = 'passed' AND r.content_hash = p->>'passedHash' ORDER BY r.seq DESC LIMIT 1;
    INSERT INTO decision SELECT (decided).*;
  END IF;
  IF p ? 'search' THEN
    found := jsonb_populate_record(NULL::case_search, p->'search');
    found.case_id := in_case;
    found.agency_id := of_agency;
    INSERT INTO case_search SELECT (found).*
    ON CONFLICT (case_id) DO UPDATE SET party = excluded.party, numbers = excluded.numbers, statutes = excluded.statutes,
      words = excluded.words, grams = excluded.grams;
  END IF;
END $$;

-- Takes a number if it is the next of its series, under the lock of the series' row: no gap and no repeat. Answers null, or
-- which is next.
CREATE FUNCTION take_number(of_agency TEXT, asked JSONB) RETURNS INTEGER LANGUAGE plpgsql AS $$
DECLARE
  of_series TEXT := asked->>'series';
  of_year INTEGER := (asked->>'year')::int;
  wanted INTEGER := (asked->>'serial')::int;
  taken INTEGER;
BEGIN
  IF wanted = 1 THEN
    INSERT INTO number_series AS s (agency_id, series, year, last) VALUES (of_agency, of_series, of_year, 1)
    ON CONFLICT (agency_id, series, year) DO UPDATE SET last = 1 WHERE s.last = 0;
  ELSE
    UPDATE number_series SET last = wanted
    WHERE agency_id = of_agency AND series = of_series AND year = of_year AND last = wanted - 1;
  END IF;
  GET DIAGNOSTICS taken = ROW_COUNT;
  IF taken = 1 THEN RETURN NULL; END IF;
  RETURN COALESCE((SELECT last FROM number_series WHERE agency_id = of_agency AND series = of_series AND year = of_year), 0) + 1;
END $$;

-- The words that a recording needs: those that came with the command, those that were filed, and every event up to the one
-- before. What is on record up to an event never changes, so that they can be read before the event's transaction.
CREATE FUNCTION recording_words(of_agency TEXT, in_case TEXT, command TEXT, up_to INTEGER) RETURNS JSONB LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.agency', of_agency, true);
  RETURN jsonb_build_object(
    'said', (SELECT words FROM command_intake WHERE id = command),
    'filed', (SELECT filing FROM case_filing WHERE id = in_case),
    'events', COALESCE((SELECT jsonb_agg(jsonb_build_object('event', data, 'words', words) ORDER BY seq)
                        FROM event WHERE case_id = in_case AND seq <= up_to), '[]'));
END $$;

-- The catalogue that an agency has in force and ended, its level, and what was filed of a case: what a draft is measured by.
CREATE FUNCTION catalogue_of(of_agency TEXT, in_case TEXT) RETURNS JSONB LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.agency', of_agency, true);
  RETURN jsonb_build_object(
    'entries', COALESCE((SELECT jsonb_agg(entry) FROM catalogue_entry WHERE agency_id = of_agency), '[]'),
    'level', (SELECT level FROM agency WHERE id = of_agency),
    'filed', (SELECT filing FROM case_filing WHERE id = in_case));
END $$;

-- Most agencies have their chain's head already: an insertion that finds it waits for whoever holds it, for nothing.
CREATE OR REPLACE FUNCTION chain_leaf(of_agency TEXT, of_kind TEXT, in_case TEXT, of_ref TEXT, covered TEXT, happened TIMESTAMPTZ) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
  head ledger_head;
  chained TEXT;
BEGIN
  SELECT * INTO head FROM ledger_head WHERE agency_id = of_agency FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO ledger_head (agency_id, seq, hash) VALUES (of_agency, 0, repeat('0', 64)) ON CONFLICT DO NOTHING;
    SELECT * INTO STRICT head FROM ledger_head WHERE agency_id = of_agency FOR UPDATE;
  END IF;
  chained := encode(sha256(convert_to(head.hash || E'\n' || covered, 'UTF8')), 'hex');
  INSERT INTO ledger_leaf (agency_id, seq, kind, case_id, ref, payload, hash, previous, at)
  VALUES (of_agency, head.seq + 1, of_kind, in_case, of_ref, covered, chained, head.hash, happened);
  UPDATE ledger_head SET seq = head.seq + 1, hash = chained WHERE agency_id = of_agency;
END $$;

-- As an array the ids of deadlines are looked up in the index, however many deadlines there are.
CREATE OR REPLACE FUNCTION write_due_moments(of_agency TEXT, in_case TEXT, with_seq INTEGER, ended JSONB, moved JSONB) RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
  IF jsonb_array_length(ended) > 0 THEN
    UPDATE due_moment SET ended_seq = with_seq WHERE id = ANY (ARRAY(SELECT jsonb_array_elements_text(ended)));
  END IF;
  IF jsonb_array_length(moved) > 0 THEN
    INSERT INTO due_moment (id, case_id, agency_id, name, limit_key, budget, unit, started_at, due_at, provisional, calendar_version, pack_from, status)
    SELECT m.id, in_case, of_agency, m.name, m.limit_key, m.budget, m.unit, m.started_at, m.due_at, m.provisional, m.calendar_version, m.pack_from, m.status
    FROM jsonb_populate_recordset(NULL::due_moment, moved) m
    ON CONFLICT (id) DO UPDATE SET due_at = excluded.due_at, provisional = excluded.provisional,
      calendar_version = excluded.calendar_version, status = excluded.status;
  END IF;
END $$;

-- The persons named and the agency's reviewers, looked up in the index; regions, in steps from the agency's own upwards.
CREATE OR REPLACE FUNCTION organisation_facts(of_agency TEXT, of_section TEXT, named JSONB) RETURNS JSONB LANGUAGE plpgsql STABLE AS $$
DECLARE
  a agency;
  regions TEXT[] := '{}';
  above RECORD;
BEGIN
  SELECT * INTO a FROM agency WHERE id = of_agency;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT code, parent INTO above FROM region WHERE code = a.region;
  WHILE FOUND AND cardinality(regions) < 9 LOOP
    regions := regions || above.code;
    SELECT code, parent INTO above FROM region WHERE code = above.parent;
  END LOOP;
  RETURN jsonb_build_object(
    'agency', to_jsonb(a),
    'section', (SELECT to_jsonb(s) FROM section s WHERE s.id = of_section AND s.agency_id = of_agency),
    'legalSection', (SELECT to_jsonb(s) FROM section s WHERE s.agency_id = of_agency AND s.kind = 'legal' ORDER BY s.id LIMIT 1),
    'packs', (SELECT jsonb_agg(jsonb_build_object('from', k.effective_from, 'relaxations', k.relaxations) ORDER BY k.effective_from)
              FROM parameter_pack k WHERE k.agency_id = of_agency),
    'regions', to_jsonb(regions),
    'persons', (SELECT jsonb_agg(to_jsonb(p) - 'name' - 'title' - 'particulars') FROM person p
                WHERE p.id = ANY (a.legal_reviewers || ARRAY(SELECT jsonb_array_elements_text(named)))));
END $$;
