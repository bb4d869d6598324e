CREATE TABLE region (
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  parent TEXT,
  CONSTRAINT region_pkey PRIMARY KEY (code)
);

CREATE TABLE agency (
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  region TEXT NOT NULL,
  level TEXT NOT NULL,
  credit_code TEXT NOT NULL,
  document_word TEXT NOT NULL,
  overseen_by TEXT,
  kind TEXT NOT NULL,
  categories TEXT[] NOT NULL,
  hearing_threshold JSONB,
  legal_head TEXT,
  legal_reviewers TEXT[] NOT NULL,
  collective JSONB,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT agency_pkey PRIMARY KEY (id)
);

CREATE TABLE section (
  id TEXT NOT NULL,
  agency_id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  first_reviewer TEXT,
  head TEXT,
  leader_in_charge TEXT,
  CONSTRAINT section_pkey PRIMARY KEY (id)
);

CREATE TABLE person (
  id TEXT NOT NULL,
  agency_id TEXT NOT NULL,
  section_id TEXT NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  roles TEXT[] NOT NULL,
  certificate JSONB,
  legal_exam JSONB NOT NULL,
  training JSONB NOT NULL,
  leave JSONB NOT NULL,
  hired_on DATE,
  left_on DATE,
  particulars JSONB NOT NULL,
  CONSTRAINT person_pkey PRIMARY KEY (id)
);

CREATE TABLE agency_grant (
  agency_id TEXT NOT NULL,
  grantee_id TEXT NOT NULL,
  CONSTRAINT agency_grant_pkey PRIMARY KEY (agency_id, grantee_id)
);

CREATE TABLE account (
  id TEXT NOT NULL,
  username TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  person_id TEXT,
  disabled BOOLEAN NOT NULL DEFAULT false,
  CONSTRAINT account_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX account_username_key ON account (username);

CREATE TABLE parameter_pack (
  agency_id TEXT NOT NULL,
  effective_from DATE NOT NULL,
  limits JSONB NOT NULL,
  CONSTRAINT parameter_pack_pkey PRIMARY KEY (agency_id, effective_from)
);

CREATE TABLE calendar_year (
  year INTEGER NOT NULL,
  version INTEGER NOT NULL,
  source TEXT NOT NULL,
  holidays TEXT[] NOT NULL,
  make_up_workdays TEXT[] NOT NULL,
  CONSTRAINT calendar_year_pkey PRIMARY KEY (year)
);

CREATE TABLE catalogue_entry (
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  agency_id TEXT NOT NULL,
  entry JSONB NOT NULL,
  CONSTRAINT catalogue_entry_pkey PRIMARY KEY (id, version)
);

CREATE TABLE enforcement_item (
  id TEXT NOT NULL,
  agency_id TEXT NOT NULL,
  item JSONB NOT NULL,
  CONSTRAINT enforcement_item_pkey PRIMARY KEY (id)
);

CREATE TABLE case_filing (
  id TEXT NOT NULL,
  agency_id TEXT NOT NULL,
  procedure TEXT NOT NULL,
  party_kind TEXT NOT NULL,
  filing JSONB NOT NULL,
  filed_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT case_filing_pkey PRIMARY KEY (id)
);

CREATE TABLE case_file (
  id TEXT NOT NULL,
  agency_id TEXT NOT NULL,
  section_id TEXT NOT NULL,
  category TEXT NOT NULL,
  procedure TEXT NOT NULL,
  party_name TEXT NOT NULL,
  title TEXT NOT NULL,
  stage TEXT NOT NULL,
  round INTEGER NOT NULL,
  content_version INTEGER NOT NULL,
  pass_version INTEGER,
  reviewed_hash TEXT,
  holder TEXT[] NOT NULL,
  major BOOLEAN NOT NULL,
  due_at TIMESTAMPTZ(3),
  overall_due_at TIMESTAMPTZ(3),
  overdue_level INTEGER NOT NULL,
  document_no TEXT,
  last_seq INTEGER NOT NULL,
  last_at TIMESTAMPTZ(3) NOT NULL,
  state JSONB NOT NULL,
  CONSTRAINT case_file_pkey PRIMARY KEY (id)
);
CREATE INDEX case_file_agency_id_stage_due_at_idx ON case_file (agency_id, stage, due_at);
CREATE INDEX case_file_holder_idx ON case_file USING GIN (holder);

CREATE TABLE event (
  case_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  agency_id TEXT NOT NULL,
  type TEXT NOT NULL,
  actor TEXT NOT NULL,
  at TIMESTAMPTZ(3) NOT NULL,
  command_id TEXT NOT NULL,
  facts_version INTEGER NOT NULL,
  data JSONB NOT NULL,
  words JSONB NOT NULL,
  CONSTRAINT event_pkey PRIMARY KEY (case_id, seq)
);
CREATE UNIQUE INDEX event_case_id_command_id_key ON event (case_id, command_id);

CREATE TABLE content_version (
  case_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  agency_id TEXT NOT NULL,
  hash TEXT NOT NULL,
  measures TEXT[] NOT NULL,
  amount_fen BIGINT NOT NULL,
  confiscated_fen BIGINT NOT NULL,
  words JSONB NOT NULL,
  created_by TEXT NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT content_version_pkey PRIMARY KEY (case_id, version)
);

CREATE TABLE review (
  case_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  agency_id TEXT NOT NULL,
  round INTEGER NOT NULL,
  content_version INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  signed_by TEXT NOT NULL,
  verdict TEXT NOT NULL,
  opinion_no TEXT NOT NULL,
  state TEXT NOT NULL,
  voided_seq INTEGER,
  at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT review_pkey PRIMARY KEY (case_id, seq)
);

CREATE TABLE decision (
  case_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  agency_id TEXT NOT NULL,
  procedure TEXT NOT NULL,
  party_kind TEXT NOT NULL,
  document_no TEXT NOT NULL,
  measures TEXT[] NOT NULL,
  amount_fen BIGINT NOT NULL,
  confiscated_fen BIGINT NOT NULL,
  content_hash TEXT,
  review_seq INTEGER,
  review_state TEXT,
  issued_by TEXT NOT NULL,
  at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT decision_pkey PRIMARY KEY (case_id, seq)
);
CREATE UNIQUE INDEX decision_agency_id_document_no_key ON decision (agency_id, document_no);

CREATE TABLE number_series (
  agency_id TEXT NOT NULL,
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  last INTEGER NOT NULL,
  CONSTRAINT number_series_pkey PRIMARY KEY (agency_id, series, year)
);

CREATE TABLE publication (
  case_id TEXT NOT NULL,
  agency_id TEXT NOT NULL,
  decision_seq INTEGER NOT NULL,
  status TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  document_no TEXT NOT NULL,
  party_name TEXT NOT NULL,
  fields JSONB NOT NULL,
  facts TEXT NOT NULL,
  prepared_by TEXT NOT NULL,
  approved_by TEXT,
  channel TEXT,
  published_at TIMESTAMPTZ(3),
  public_until DATE,
  CONSTRAINT publication_pkey PRIMARY KEY (case_id)
);
CREATE INDEX publication_status_published_at_idx ON publication (status, published_at DESC);

CREATE TABLE due_moment (
  id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  agency_id TEXT NOT NULL,
  name TEXT NOT NULL,
  limit_key TEXT NOT NULL,
  budget INTEGER NOT NULL,
  unit TEXT NOT NULL,
  started_at TIMESTAMPTZ(3) NOT NULL,
  due_at TIMESTAMPTZ(3) NOT NULL,
  provisional BOOLEAN NOT NULL,
  calendar_version INTEGER NOT NULL,
  pack_from DATE NOT NULL,
  status TEXT NOT NULL,
  ended_seq INTEGER,
  CONSTRAINT due_moment_pkey PRIMARY KEY (id)
);
CREATE INDEX due_moment_agency_id_status_due_at_idx ON due_moment (agency_id, status, due_at);
CREATE INDEX due_moment_case_id_idx ON due_moment (case_id);

CREATE TABLE ledger_head (
  agency_id TEXT NOT NULL,
  seq BIGINT NOT NULL,
  hash TEXT NOT NULL,
  CONSTRAINT ledger_head_pkey PRIMARY KEY (agency_id)
);

CREATE TABLE ledger_leaf (
  agency_id TEXT NOT NULL,
  seq BIGINT NOT NULL,
  kind TEXT NOT NULL,
  case_id TEXT,
  ref TEXT NOT NULL,
  payload TEXT NOT NULL,
  hash TEXT NOT NULL,
  previous TEXT NOT NULL,
  at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT ledger_leaf_pkey PRIMARY KEY (agency_id, seq)
);
CREATE UNIQUE INDEX ledger_leaf_agency_id_kind_ref_key ON ledger_leaf (agency_id, kind, ref);

CREATE TABLE command_intake (
  id TEXT NOT NULL,
  agency_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  action TEXT NOT NULL,
  key TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  words JSONB NOT NULL,
  status TEXT NOT NULL,
  code TEXT,
  answer JSONB,
  at TIMESTAMPTZ(3) NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT command_intake_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX command_intake_person_id_action_case_id_key_key ON command_intake (person_id, action, case_id, key);

CREATE TABLE outbox (
  id BIGSERIAL NOT NULL,
  agency_id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  topic TEXT NOT NULL,
  payload JSONB NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  done_at TIMESTAMPTZ(3),
  CONSTRAINT outbox_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX outbox_case_id_seq_topic_key ON outbox (case_id, seq, topic);

CREATE TABLE session (
  sid TEXT NOT NULL,
  sess JSONB NOT NULL,
  expire TIMESTAMP(6) NOT NULL,
  CONSTRAINT session_pkey PRIMARY KEY (sid)
);
CREATE INDEX session_expire_idx ON session (expire);


-- Record: what is written stays (记录只增不改). Triggers bind the owner too.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'record.appendOnly: % on % is refused, records are only ever added to', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'SX001';
END $$;

DO $$
DECLARE kept TEXT;
BEGIN
  FOREACH kept IN ARRAY ARRAY['case_filing', 'event', 'content_version', 'decision', 'ledger_leaf'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept || '_append_only', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept || '_no_truncate', kept);
  END LOOP;
  FOREACH kept IN ARRAY ARRAY['review', 'ledger_head', 'number_series', 'command_intake'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept || '_kept', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept || '_no_truncate', kept);
  END LOOP;
END $$;

-- A review changes once: passed -> voided, naming the event that voided it.
CREATE FUNCTION review_only_voided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'passed' AND NEW.state = 'voided' AND NEW.voided_seq IS NOT NULL
     AND (to_jsonb(NEW) - 'state' - 'voided_seq') = (to_jsonb(OLD) - 'state' - 'voided_seq') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'record.appendOnly: a review may only be voided' USING ERRCODE = 'SX001';
END $$;
CREATE TRIGGER review_only_voided BEFORE UPDATE ON review FOR EACH ROW EXECUTE FUNCTION review_only_voided();

-- Number series never run backwards (文号不重号、不跳号).
CREATE FUNCTION series_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.last < OLD.last THEN
    RAISE EXCEPTION 'number.notNext: series % may not go back', NEW.series USING ERRCODE = 'SX003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER series_forward BEFORE UPDATE ON number_series FOR EACH ROW EXECUTE FUNCTION series_forward();

-- The gate (未经法制审核或者审核未通过的，不得作出决定; 行政处罚法 58, and 51 for the summary procedure).

ALTER TABLE case_filing ADD CONSTRAINT case_filing_procedure CHECK (procedure IN ('ordinary', 'summary'));
ALTER TABLE case_filing ADD CONSTRAINT case_filing_party CHECK (party_kind IN ('person', 'organisation'));
ALTER TABLE case_filing ADD CONSTRAINT case_filing_as_decided UNIQUE (id, agency_id, procedure, party_kind);
-- What belongs to a case belongs to its agency: nobody writes into another agency's case.
ALTER TABLE case_filing ADD CONSTRAINT case_filing_agency UNIQUE (id, agency_id);
DO $$
DECLARE part TEXT;
BEGIN
  FOREACH part IN ARRAY ARRAY['event', 'content_version', 'review', 'publication', 'due_moment', 'outbox'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (case_id, agency_id) REFERENCES case_filing (id, agency_id)', part, part || '_case');
  END LOOP;
END $$;
ALTER TABLE event ADD CONSTRAINT event_seq CHECK (seq > 0);
ALTER TABLE case_file ADD CONSTRAINT case_file_case FOREIGN KEY (id, agency_id) REFERENCES case_filing (id, agency_id);
ALTER TABLE review ADD CONSTRAINT review_state CHECK (state IN ('passed', 'notPassed', 'voided'));
ALTER TABLE review ADD CONSTRAINT review_only_agree_passes CHECK ((state = 'notPassed') = (verdict <> 'agree'));
ALTER TABLE review ADD CONSTRAINT review_two_people CHECK (reviewer <> signed_by);
ALTER TABLE review ADD CONSTRAINT review_event FOREIGN KEY (case_id, seq) REFERENCES event (case_id, seq);
ALTER TABLE review ADD CONSTRAINT review_content FOREIGN KEY (case_id, content_version) REFERENCES content_version (case_id, version);
ALTER TABLE review ADD CONSTRAINT review_as_decided UNIQUE (case_id, seq, content_hash, state);
ALTER TABLE decision ADD CONSTRAINT decision_event FOREIGN KEY (case_id, seq) REFERENCES event (case_id, seq);
ALTER TABLE decision ADD CONSTRAINT decision_case FOREIGN KEY (case_id, agency_id, procedure, party_kind)
  REFERENCES case_filing (id, agency_id, procedure, party_kind);
ALTER TABLE decision ADD CONSTRAINT decision_review FOREIGN KEY (case_id, review_seq, content_hash, review_state)
  REFERENCES review (case_id, seq, content_hash, state);
ALTER TABLE decision ADD CONSTRAINT decision_one_per_review UNIQUE (case_id, review_seq);
ALTER TABLE decision ADD CONSTRAINT decision_gate CHECK (
  (procedure = 'ordinary' AND review_seq IS NOT NULL AND content_hash IS NOT NULL AND review_state IS NOT NULL AND review_state = 'passed')
  OR (procedure = 'summary' AND review_seq IS NULL AND content_hash IS NULL AND review_state IS NULL
      AND cardinality(measures) > 0 AND measures <@ ARRAY['warning', 'fine']
      AND confiscated_fen = 0 AND amount_fen >= 0
      AND amount_fen <= CASE party_kind WHEN 'person' THEN 20000 ELSE 300000 END));

-- The content decided must still be the content on record, under a lock of the case's row.
CREATE FUNCTION decision_content_unchanged() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE on_record TEXT;
BEGIN
  SELECT reviewed_hash INTO on_record FROM case_file WHERE id = NEW.case_id FOR UPDATE;
  IF NOT FOUND OR (NEW.procedure = 'ordinary' AND on_record IS DISTINCT FROM NEW.content_hash) THEN
    RAISE EXCEPTION 'gate.contentChanged: the content on record is not what passed review' USING ERRCODE = 'SX002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decision_content_unchanged BEFORE INSERT ON decision FOR EACH ROW EXECUTE FUNCTION decision_content_unchanged();

ALTER TABLE publication ADD CONSTRAINT publication_decision FOREIGN KEY (case_id, decision_seq) REFERENCES decision (case_id, seq);
ALTER TABLE publication ADD CONSTRAINT publication_status CHECK (status IN ('prepared', 'approved', 'published'));
ALTER TABLE publication ADD CONSTRAINT publication_second_person CHECK (status = 'prepared' OR (approved_by IS NOT NULL AND approved_by <> prepared_by));

-- The application's role: no change of what is kept, and only its own agency's rows.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sanxiang_app') THEN
    CREATE ROLE sanxiang_app NOLOGIN;
  END IF;
  IF NOT pg_has_role(current_user, 'sanxiang_app', 'MEMBER') THEN
    EXECUTE format('GRANT sanxiang_app TO %I', current_user);
  END IF;
END $$;

GRANT USAGE ON SCHEMA public TO sanxiang_app;
GRANT SELECT ON region, agency, section, person, agency_grant, parameter_pack, calendar_year, catalogue_entry, enforcement_item, account TO sanxiang_app;
GRANT SELECT, INSERT ON case_filing, event, content_version, decision, ledger_leaf TO sanxiang_app;
GRANT SELECT, INSERT, UPDATE ON case_file, publication, due_moment, number_series, ledger_head TO sanxiang_app;
GRANT SELECT, INSERT, UPDATE (status, code, answer) ON command_intake TO sanxiang_app;
GRANT SELECT, INSERT, UPDATE (state, voided_seq) ON review TO sanxiang_app;
GRANT SELECT, INSERT, UPDATE (done_at) ON outbox TO sanxiang_app;
GRANT USAGE ON SEQUENCE outbox_id_seq TO sanxiang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON session TO sanxiang_app;

CREATE FUNCTION acting_agency() RETURNS TEXT LANGUAGE sql STABLE AS $$ SELECT current_setting('app.agency', true) $$;

DO $$
DECLARE guarded TEXT;
BEGIN
  FOREACH guarded IN ARRAY ARRAY['case_filing', 'case_file', 'event', 'content_version', 'review', 'decision', 'number_series',
    'publication', 'due_moment', 'ledger_head', 'ledger_leaf', 'command_intake', 'outbox'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', guarded);
    EXECUTE format('CREATE POLICY own_agency ON %I TO sanxiang_app USING (agency_id = acting_agency()) WITH CHECK (agency_id = acting_agency())', guarded);
    EXECUTE format('CREATE POLICY granted ON %I FOR SELECT TO sanxiang_app USING (agency_id IN (SELECT g.agency_id FROM agency_grant g WHERE g.grantee_id = acting_agency()))', guarded);
  END LOOP;
END $$;
CREATE POLICY published_to_all ON publication FOR SELECT TO sanxiang_app USING (status = 'published');

-- Where a case belongs, whoever asks: a person of another agency is refused by role, not told that there is no case.
CREATE FUNCTION case_place(case_id TEXT) RETURNS TABLE (agency TEXT, section TEXT) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public AS $$ SELECT agency_id, section_id FROM case_file WHERE id = case_id $$;
REVOKE ALL ON FUNCTION case_place(TEXT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION case_place(TEXT) TO sanxiang_app;
