-- Supervision orders (督办): those on a case, a part of it, and those on an agency as a whole, with events of their own.

CREATE TABLE supervision_order (
  id TEXT NOT NULL,
  agency_id TEXT NOT NULL,
  -- Null for an order on the agency as a whole.
  case_id TEXT,
  -- The cases that an order on the agency names.
  cases TEXT[] NOT NULL,
  subject TEXT,
  reason TEXT NOT NULL,
  requires TEXT,
  because JSONB,
  status TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  opened_at TIMESTAMPTZ(3) NOT NULL,
  -- When the reply is due; null while none is waited for.
  due_at TIMESTAMPTZ(3),
  replied_at TIMESTAMPTZ(3),
  returns INTEGER NOT NULL,
  closed_at TIMESTAMPTZ(3),
  last_at TIMESTAMPTZ(3) NOT NULL,
  -- Subject, reason and what is required, in the form in which they are searched.
  words TEXT NOT NULL,
  -- An order on an agency as its events fold; one on a case stands in the case's state.
  state JSONB,
  CONSTRAINT supervision_order_pkey PRIMARY KEY (id),
  CONSTRAINT supervision_order_agency UNIQUE (id, agency_id),
  CONSTRAINT supervision_order_case FOREIGN KEY (case_id, agency_id) REFERENCES case_filing (id, agency_id),
  CONSTRAINT supervision_order_kind CHECK ((case_id IS NULL) = (state IS NOT NULL) AND (case_id IS NULL OR cases = '{}')),
  CONSTRAINT supervision_order_status CHECK (status IN ('open', 'replied', 'returned', 'closed') AND (status = 'closed') = (closed_at IS NOT NULL))
);
CREATE INDEX supervision_order_due_idx ON supervision_order (agency_id, status, due_at, id);
-- A case with an order that is not closed keeps its workflow, after its end too.
CREATE UNIQUE INDEX supervision_order_one_a_case ON supervision_order (case_id) WHERE status <> 'closed';

CREATE TABLE supervision_order_event (
  order_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  agency_id TEXT NOT NULL,
  type TEXT NOT NULL,
  actor TEXT NOT NULL,
  at TIMESTAMPTZ(3) NOT NULL,
  command_id TEXT NOT NULL,
  data JSONB NOT NULL,
  words JSONB NOT NULL,
  CONSTRAINT supervision_order_event_pkey PRIMARY KEY (order_id, seq),
  CONSTRAINT supervision_order_event_order FOREIGN KEY (order_id, agency_id) REFERENCES supervision_order (id, agency_id),
  CONSTRAINT supervision_order_event_seq CHECK (seq > 0)
);
CREATE UNIQUE INDEX supervision_order_event_order_id_command_id_key ON supervision_order_event (order_id, command_id);
CREATE TRIGGER supervision_order_event_append_only BEFORE UPDATE OR DELETE ON supervision_order_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER supervision_order_event_no_truncate BEFORE TRUNCATE ON supervision_order_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT, UPDATE ON supervision_order TO sanxiang_app;
GRANT SELECT, INSERT ON supervision_order_event TO sanxiang_app;
DO $$
DECLARE guarded TEXT;
BEGIN
  FOREACH guarded IN ARRAY ARRAY['supervision_order', 'supervision_order_event'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', guarded);
    EXECUTE format('CREATE POLICY own_agency ON %I TO sanxiang_app USING (agency_id = acting_agency()) WITH CHECK (agency_id = acting_agency())', guarded);
    EXECUTE format('CREATE POLICY granted ON %I FOR SELECT TO sanxiang_app USING (agency_id IN (SELECT g.agency_id FROM agency_grant g WHERE g.grantee_id = acting_agency()))', guarded);
  END LOOP;
END $$;

-- An order's row: what moves is written over, its words and its beginning stay as they were first.
CREATE FUNCTION write_order(p JSONB) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE r supervision_order := jsonb_populate_record(NULL::supervision_order, p);
BEGIN
  UPDATE supervision_order SET status = r.status, due_at = r.due_at, replied_at = r.replied_at, returns = r.returns,
    closed_at = r.closed_at, last_at = r.last_at, state = r.state
  WHERE id = r.id;
  IF NOT FOUND THEN
    INSERT INTO supervision_order SELECT (r).*;
  END IF;
END $$;

-- An event of a case may change its order.
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
  IF p ? 'order' THEN
    PERFORM write_order(p->'order');
  END IF;
END $$;

-- An ended case has deadlines too: the reply to an order, a publication to be withdrawn.
CREATE OR REPLACE FUNCTION running_deadlines(of_version INTEGER, since DATE, after TEXT, size INTEGER)
RETURNS TABLE (id TEXT, agency TEXT, clocks JSONB) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT c.id, c.agency_id, c.state->'clocks' FROM case_file c
  WHERE (c.open OR c.first_due_at IS NOT NULL) AND c.id > after AND EXISTS (
    SELECT FROM due_moment d WHERE d.case_id = c.id AND d.ended_seq IS NULL AND d.due_at IS NOT NULL AND d.limit_key <> 'untilDay'
      AND d.calendar_version < of_version AND (d.provisional OR d.due_at >= since))
  ORDER BY c.id LIMIT size
$$;
