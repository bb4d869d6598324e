-- What leaves the system: numbers of notices by mail and to group robots (企业微信), through an outbox. Off until the worker says which
-- channels it serves, and nothing is kept for an address that is not there.

CREATE TABLE notice_contact (
  person_id TEXT NOT NULL,
  agency_id TEXT NOT NULL,
  email TEXT,
  CONSTRAINT notice_contact_pkey PRIMARY KEY (person_id)
);
-- A robot of an agency ('' for a section) or of one of its sections; the key is what lets one write to it.
CREATE TABLE notice_robot (
  agency_id TEXT NOT NULL,
  section_id TEXT NOT NULL,
  channel TEXT NOT NULL,
  key TEXT,
  CONSTRAINT notice_robot_pkey PRIMARY KEY (agency_id, section_id, channel)
);
-- A person's own switch; mail comes unless it is off.
CREATE TABLE notice_switch (
  person_id TEXT NOT NULL,
  agency_id TEXT NOT NULL,
  mail BOOLEAN NOT NULL,
  CONSTRAINT notice_switch_pkey PRIMARY KEY (person_id)
);
CREATE TABLE delivery_channel (
  channel TEXT NOT NULL,
  enabled BOOLEAN NOT NULL,
  CONSTRAINT delivery_channel_pkey PRIMARY KEY (channel)
);

-- One message. `target` is a person, or agency/section of a robot; `counts` is all that it says.
CREATE TABLE delivery (
  id BIGSERIAL NOT NULL,
  agency_id TEXT NOT NULL,
  channel TEXT NOT NULL,
  target TEXT NOT NULL,
  counts JSONB NOT NULL,
  status TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at TIMESTAMPTZ(3),
  claimed_until TIMESTAMPTZ(3),
  tried_at TIMESTAMPTZ(3),
  robot TEXT,
  reason TEXT,
  created_at TIMESTAMPTZ(3) NOT NULL,
  settled_at TIMESTAMPTZ(3),
  CONSTRAINT delivery_pkey PRIMARY KEY (id),
  CONSTRAINT delivery_status CHECK (status IN ('waiting', 'sending', 'delivered', 'givenUp'))
);
CREATE INDEX delivery_agency_id_id_idx ON delivery (agency_id, id);
CREATE INDEX delivery_due ON delivery (next_at) WHERE status IN ('waiting', 'sending');
CREATE INDEX delivery_robot_tried_at_idx ON delivery (robot, tried_at);

-- What waits to be counted in a message, or was: one row for a notice and a channel.
CREATE TABLE delivery_part (
  id BIGSERIAL NOT NULL,
  agency_id TEXT NOT NULL,
  channel TEXT NOT NULL,
  target TEXT NOT NULL,
  case_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  person_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  ready_at TIMESTAMPTZ(3) NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  delivery_id BIGINT,
  CONSTRAINT delivery_part_pkey PRIMARY KEY (id),
  CONSTRAINT delivery_part_once UNIQUE (case_id, seq, person_id, channel),
  CONSTRAINT delivery_part_delivery FOREIGN KEY (delivery_id) REFERENCES delivery (id)
);
CREATE INDEX delivery_part_waiting ON delivery_part (channel, target) WHERE delivery_id IS NULL;

GRANT SELECT, INSERT, UPDATE ON notice_contact, notice_robot, notice_switch TO sanxiang_app;
GRANT SELECT, INSERT, UPDATE ON delivery_channel TO sanxiang_app;
GRANT SELECT ON delivery TO sanxiang_app;
DO $$
DECLARE own TEXT;
BEGIN
  FOREACH own IN ARRAY ARRAY['notice_contact', 'notice_robot', 'notice_switch', 'delivery', 'delivery_part'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', own);
    EXECUTE format('CREATE POLICY own_agency ON %I TO sanxiang_app USING (agency_id = acting_agency()) WITH CHECK (agency_id = acting_agency())', own);
  END LOOP;
  FOREACH own IN ARRAY ARRAY['notice_contact', 'notice_robot'] LOOP
    EXECUTE format('CREATE TRIGGER administration_on_record BEFORE INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION administration_on_record()', own);
  END LOOP;
END $$;

-- Notices wait to leave from the transaction that wrote them on, for whoever has an address; not those that a rebuild writes anew.
CREATE FUNCTION queue_deliveries() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF current_setting('app.rebuilding', true) = 'on' OR NOT EXISTS (SELECT FROM delivery_channel WHERE enabled) THEN RETURN NULL; END IF;
  INSERT INTO delivery_part (agency_id, channel, target, case_id, seq, person_id, kind, ready_at)
  SELECT c.agency_id, 'mail', n.person_id, n.case_id, n.seq, n.person_id, n.kind, n.not_before
  FROM fresh n JOIN notice_contact c USING (person_id) LEFT JOIN notice_switch s USING (person_id)
  WHERE c.email IS NOT NULL AND COALESCE(s.mail, true) AND EXISTS (SELECT FROM delivery_channel d WHERE d.channel = 'mail' AND d.enabled);
  INSERT INTO delivery_part (agency_id, channel, target, case_id, seq, person_id, kind, ready_at)
  SELECT r.agency_id, r.channel, r.agency_id || '/' || r.section_id, n.case_id, n.seq, n.person_id, n.kind, n.not_before
  FROM fresh n JOIN person p ON p.id = n.person_id
  CROSS JOIN LATERAL (
    SELECT DISTINCT ON (o.channel) o.* FROM notice_robot o JOIN delivery_channel d ON d.channel = o.channel AND d.enabled
    WHERE o.agency_id = p.agency_id AND o.section_id IN (p.section_id, '') AND o.key IS NOT NULL ORDER BY o.channel, o.section_id DESC
  ) r
  -- A group is told what is late or pressing, not of everybody's every task.
  WHERE n.kind IN ('reminder', 'overdue', 'escalated', 'urged', 'supervisionOpened', 'supervisionReturned', 'holderAbsent');
  RETURN NULL;
END $$;
CREATE TRIGGER queue_deliveries AFTER INSERT ON notification REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION queue_deliveries();

-- Makes one message of all that waits for an address, once the oldest has waited so long. What was read meanwhile, or is older than two
-- days, goes nowhere.
CREATE FUNCTION gather_deliveries(at TIMESTAMPTZ, gather INTERVAL) RETURNS INTEGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  t RECORD;
  made INTEGER := 0;
  message BIGINT;
  parts BIGINT[];
  said JSONB;
BEGIN
  DELETE FROM delivery_part p WHERE delivery_id IS NULL AND ready_at <= at AND (greatest(ready_at, created_at) < at - interval '2 days'
    OR (channel = 'mail' AND EXISTS (SELECT FROM notification n WHERE n.case_id = p.case_id AND n.seq = p.seq AND n.person_id = p.person_id AND n.read_at IS NOT NULL)));
  FOR t IN SELECT p.channel, p.target, min(p.agency_id) AS agency FROM delivery_part p WHERE p.delivery_id IS NULL AND p.ready_at <= at
    GROUP BY 1, 2 HAVING min(greatest(p.ready_at, p.created_at)) <= at - gather LOOP
    -- Two workers that gather at once: the second leaves an address to the first.
    CONTINUE WHEN NOT pg_try_advisory_xact_lock(7265004, hashtext(t.channel || ' ' || t.target));
    -- What comes meanwhile belongs to the next message.
    SELECT array_agg(p.id) INTO parts FROM delivery_part p
    WHERE p.delivery_id IS NULL AND p.channel = t.channel AND p.target = t.target AND p.ready_at <= at;
    CONTINUE WHEN parts IS NULL;
    SELECT jsonb_object_agg(kind, cases) INTO said FROM (
      SELECT kind, to_jsonb(array_agg(DISTINCT case_id)) AS cases FROM delivery_part p WHERE p.id = ANY (parts) GROUP BY kind) k;
    INSERT INTO delivery (agency_id, channel, target, counts, status, next_at, created_at)
    VALUES (t.agency, t.channel, t.target, said, 'waiting', at, at) RETURNING id INTO message;
    UPDATE delivery_part p SET delivery_id = message WHERE p.id = ANY (parts);
    made := made + 1;
  END LOOP;
  RETURN made;
END $$;

-- Hands one message that is due to whoever asks, for so long; after that it is anybody's again. A robot takes so many a minute.
-- One whose address is gone is given up. Answers null when nothing is due.
CREATE FUNCTION claim_delivery(at TIMESTAMPTZ, lease INTERVAL, per_minute INTEGER) RETURNS JSONB LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  d delivery;
  address TEXT;
  digest TEXT;
BEGIN
  LOOP
    SELECT * INTO d FROM delivery WHERE (status = 'waiting' AND next_at <= at) OR (status = 'sending' AND claimed_until <= at)
    ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED;
    IF NOT FOUND THEN RETURN NULL; END IF;
    digest := NULL;
    IF d.channel = 'mail' THEN
      SELECT c.email INTO address FROM notice_contact c LEFT JOIN notice_switch s USING (person_id)
      WHERE c.person_id = d.target AND COALESCE(s.mail, true);
    ELSE
      SELECT r.key INTO address FROM notice_robot r WHERE r.channel = d.channel AND r.agency_id || '/' || r.section_id = d.target;
      digest := encode(sha256(convert_to(address, 'UTF8')), 'hex');
    END IF;
    IF address IS NULL OR d.attempts >= 8 THEN
      UPDATE delivery SET status = 'givenUp', reason = CASE WHEN address IS NULL THEN 'address.gone' ELSE COALESCE(reason, 'attempts.over') END,
        claimed_until = NULL, settled_at = at WHERE id = d.id;
      CONTINUE;
    END IF;
    IF digest IS NOT NULL THEN
      PERFORM pg_advisory_xact_lock(7265005, hashtext(digest));
      IF (SELECT count(*) FROM delivery o WHERE o.robot = digest AND o.tried_at > at - interval '1 minute') >= per_minute THEN
        UPDATE delivery SET status = 'waiting', next_at = at + interval '1 minute' WHERE id = d.id;
        CONTINUE;
      END IF;
    END IF;
    UPDATE delivery SET status = 'sending', attempts = attempts + 1, claimed_until = at + lease, tried_at = at, robot = digest WHERE id = d.id;
    RETURN jsonb_build_object('id', d.id::text, 'channel', d.channel, 'counts', d.counts, 'attempt', d.attempts + 1, 'address', address);
  END LOOP;
END $$;

-- What became of an attempt; nothing when somebody else has the message meanwhile.
CREATE FUNCTION settle_delivery(message BIGINT, attempt INTEGER, became TEXT, again_at TIMESTAMPTZ, why TEXT, at TIMESTAMPTZ) RETURNS BOOLEAN
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE delivery SET status = became, next_at = COALESCE(again_at, next_at), reason = why, claimed_until = NULL,
    settled_at = CASE WHEN became IN ('delivered', 'givenUp') THEN at END
  WHERE id = message AND status = 'sending' AND attempts = attempt;
  RETURN FOUND;
END $$;

REVOKE ALL ON FUNCTION gather_deliveries(TIMESTAMPTZ, INTERVAL), claim_delivery(TIMESTAMPTZ, INTERVAL, INTEGER),
  settle_delivery(BIGINT, INTEGER, TEXT, TIMESTAMPTZ, TEXT, TIMESTAMPTZ) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gather_deliveries(TIMESTAMPTZ, INTERVAL), claim_delivery(TIMESTAMPTZ, INTERVAL, INTEGER),
  settle_delivery(BIGINT, INTEGER, TEXT, TIMESTAMPTZ, TEXT, TIMESTAMPTZ) TO sanxiang_app;
