-- Who was told what of which event (通知): derived from the events, all but its place among the person's notices and whether it was read.
-- A person may be told of another agency's case (the overseeing bureau, pooled reviewers); each reads their own notices and no others.

CREATE TABLE notification (
  case_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  person_id TEXT NOT NULL,
  agency_id TEXT NOT NULL,
  -- 1, 2, 3 … for each person, in the order in which the events were committed.
  position BIGINT NOT NULL,
  kind TEXT NOT NULL,
  stage TEXT NOT NULL,
  rung TEXT,
  clock TEXT,
  due_at TIMESTAMPTZ(3),
  at TIMESTAMPTZ(3) NOT NULL,
  not_before TIMESTAMPTZ(3) NOT NULL,
  read_at TIMESTAMPTZ(3),
  CONSTRAINT notification_pkey PRIMARY KEY (case_id, seq, person_id),
  CONSTRAINT notification_case FOREIGN KEY (case_id, agency_id) REFERENCES case_filing (id, agency_id),
  CONSTRAINT notification_event FOREIGN KEY (case_id, seq) REFERENCES event (case_id, seq),
  CONSTRAINT notification_waits CHECK (not_before >= at)
);
CREATE UNIQUE INDEX notification_person_id_position_key ON notification (person_id, position);
CREATE INDEX notification_person_id_not_before_position_idx ON notification (person_id, not_before, position);
CREATE INDEX notification_unread ON notification (person_id, not_before) WHERE read_at IS NULL;

-- How many notices each person was given.
CREATE TABLE notification_count (
  person_id TEXT NOT NULL,
  last BIGINT NOT NULL,
  CONSTRAINT notification_count_pkey PRIMARY KEY (person_id)
);

CREATE FUNCTION acting_person() RETURNS TEXT LANGUAGE sql STABLE AS $$ SELECT current_setting('app.person', true) $$;

GRANT SELECT, UPDATE (read_at) ON notification TO sanxiang_app;
ALTER TABLE notification ENABLE ROW LEVEL SECURITY;
ALTER TABLE notification_count ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_person ON notification FOR SELECT TO sanxiang_app USING (person_id = acting_person());
CREATE POLICY read_by_own_person ON notification FOR UPDATE TO sanxiang_app
  USING (person_id = acting_person()) WITH CHECK (person_id = acting_person());

-- The only way in which a notice comes to be: of an event of the acting agency, in the transaction that writes it. The lock of the
-- person's count makes the order of positions the order of commits, so that whoever has seen one has missed none before it.
-- Persons come in one order, and before the ledger's head, so that two events never wait for each other.
CREATE FUNCTION write_notifications(notices JSONB) RETURNS VOID LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  WITH told AS (SELECT *, row_number() OVER (PARTITION BY t.person_id ORDER BY t.seq DESC) - 1 AS behind FROM jsonb_populate_recordset(NULL::notification, notices) t),
  counted AS (
    INSERT INTO notification_count AS c (person_id, last) SELECT t.person_id, count(*) FROM told t GROUP BY t.person_id ORDER BY t.person_id
    ON CONFLICT (person_id) DO UPDATE SET last = c.last + excluded.last RETURNING c.person_id, c.last
  )
  INSERT INTO notification (case_id, seq, person_id, agency_id, position, kind, stage, rung, clock, due_at, at, not_before)
  SELECT t.case_id, t.seq, t.person_id, acting_agency(), n.last - t.behind, t.kind, t.stage, t.rung, t.clock, t.due_at, t.at, t.not_before
  FROM told t JOIN counted n USING (person_id);
  PERFORM pg_notify('notification', t.person_id) FROM (SELECT DISTINCT person_id FROM jsonb_populate_recordset(NULL::notification, notices)) t;
END $$;
REVOKE ALL ON FUNCTION write_notifications(JSONB) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION write_notifications(JSONB) TO sanxiang_app;

-- What an event entails beyond itself, now with its notices.
CREATE OR REPLACE FUNCTION write_entailed(of_agency TEXT, in_case TEXT, p JSONB, said JSONB) RETURNS VOID LANGUAGE plpgsql AS $$
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
  IF p ? 'notices' THEN
    PERFORM write_notifications(p->'notices');
  END IF;
END $$;
