-- Notices of supervision orders on agencies stand in the same inbox as those of cases: a notice is of an event of the one or of the other.

ALTER TABLE notification DROP CONSTRAINT notification_pkey;
ALTER TABLE notification ADD CONSTRAINT notification_pkey PRIMARY KEY USING INDEX notification_person_id_position_key;
ALTER TABLE notification
  ALTER COLUMN case_id DROP NOT NULL,
  ALTER COLUMN stage DROP NOT NULL,
  ADD COLUMN order_id TEXT,
  ADD CONSTRAINT notification_order FOREIGN KEY (order_id, agency_id) REFERENCES supervision_order (id, agency_id),
  ADD CONSTRAINT notification_order_event FOREIGN KEY (order_id, seq) REFERENCES supervision_order_event (order_id, seq),
  ADD CONSTRAINT notification_of_one CHECK ((case_id IS NULL) <> (order_id IS NULL) AND (case_id IS NULL) = (stage IS NULL));
CREATE UNIQUE INDEX notification_case_id_seq_person_id_key ON notification (case_id, seq, person_id);
CREATE UNIQUE INDEX notification_order_id_seq_person_id_key ON notification (order_id, seq, person_id);

CREATE OR REPLACE FUNCTION write_notifications(notices JSONB) RETURNS VOID LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  WITH told AS (SELECT *, row_number() OVER (PARTITION BY t.person_id ORDER BY t.seq DESC) - 1 AS behind FROM jsonb_populate_recordset(NULL::notification, notices) t),
  counted AS (
    INSERT INTO notification_count AS c (person_id, last) SELECT t.person_id, count(*) FROM told t GROUP BY t.person_id ORDER BY t.person_id
    ON CONFLICT (person_id) DO UPDATE SET last = c.last + excluded.last RETURNING c.person_id, c.last
  )
  INSERT INTO notification (case_id, order_id, seq, person_id, agency_id, position, kind, stage, rung, clock, due_at, at, not_before)
  SELECT t.case_id, t.order_id, t.seq, t.person_id, acting_agency(), n.last - t.behind, t.kind, t.stage, t.rung, t.clock, t.due_at, t.at, t.not_before
  FROM told t JOIN counted n USING (person_id);
  PERFORM pg_notify('notification', t.person_id) FROM (SELECT DISTINCT person_id FROM jsonb_populate_recordset(NULL::notification, notices)) t;
END $$;

-- What waits to leave is of a case or of an order.
ALTER TABLE delivery_part RENAME COLUMN case_id TO about_id;

CREATE OR REPLACE FUNCTION queue_deliveries() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF current_setting('app.rebuilding', true) = 'on' OR NOT EXISTS (SELECT FROM delivery_channel WHERE enabled) THEN RETURN NULL; END IF;
  INSERT INTO delivery_part (agency_id, channel, target, about_id, seq, person_id, kind, ready_at)
  SELECT c.agency_id, 'mail', n.person_id, COALESCE(n.case_id, n.order_id), n.seq, n.person_id, n.kind, n.not_before
  FROM fresh n JOIN notice_contact c USING (person_id) LEFT JOIN notice_switch s USING (person_id)
  WHERE c.email IS NOT NULL AND COALESCE(s.mail, true) AND EXISTS (SELECT FROM delivery_channel d WHERE d.channel = 'mail' AND d.enabled);
  INSERT INTO delivery_part (agency_id, channel, target, about_id, seq, person_id, kind, ready_at)
  SELECT r.agency_id, r.channel, r.agency_id || '/' || r.section_id, COALESCE(n.case_id, n.order_id), n.seq, n.person_id, n.kind, n.not_before
  FROM fresh n JOIN person p ON p.id = n.person_id
  CROSS JOIN LATERAL (
    SELECT DISTINCT ON (o.channel) o.* FROM notice_robot o JOIN delivery_channel d ON d.channel = o.channel AND d.enabled
    WHERE o.agency_id = p.agency_id AND o.section_id IN (p.section_id, '') AND o.key IS NOT NULL ORDER BY o.channel, o.section_id DESC
  ) r
  -- A group is told what is late or pressing, not of everybody's every task.
  WHERE n.kind IN ('reminder', 'overdue', 'escalated', 'urged', 'supervisionOpened', 'supervisionReturned', 'holderAbsent');
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION gather_deliveries(at TIMESTAMPTZ, gather INTERVAL) RETURNS INTEGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  t RECORD;
  made INTEGER := 0;
  message BIGINT;
  parts BIGINT[];
  said JSONB;
BEGIN
  DELETE FROM delivery_part p WHERE delivery_id IS NULL AND ready_at <= at AND (greatest(ready_at, created_at) < at - interval '2 days'
    OR (channel = 'mail' AND EXISTS (SELECT FROM notification n WHERE (n.case_id = p.about_id OR n.order_id = p.about_id)
      AND n.seq = p.seq AND n.person_id = p.person_id AND n.read_at IS NOT NULL)));
  FOR t IN SELECT p.channel, p.target, min(p.agency_id) AS agency FROM delivery_part p WHERE p.delivery_id IS NULL AND p.ready_at <= at
    GROUP BY 1, 2 HAVING min(greatest(p.ready_at, p.created_at)) <= at - gather LOOP
    -- Two workers that gather at once: the second leaves an address to the first.
    CONTINUE WHEN NOT pg_try_advisory_xact_lock(7265004, hashtext(t.channel || ' ' || t.target));
    -- What comes meanwhile belongs to the next message.
    SELECT array_agg(p.id) INTO parts FROM delivery_part p
    WHERE p.delivery_id IS NULL AND p.channel = t.channel AND p.target = t.target AND p.ready_at <= at;
    CONTINUE WHEN parts IS NULL;
    SELECT jsonb_object_agg(kind, about) INTO said FROM (
      SELECT kind, to_jsonb(array_agg(DISTINCT about_id)) AS about FROM delivery_part p WHERE p.id = ANY (parts) GROUP BY kind) k;
    INSERT INTO delivery (agency_id, channel, target, counts, status, next_at, created_at)
    VALUES (t.agency, t.channel, t.target, said, 'waiting', at, at) RETURNING id INTO message;
    UPDATE delivery_part p SET delivery_id = message WHERE p.id = ANY (parts);
    made := made + 1;
  END LOOP;
  RETURN made;
END $$;
