-- What administrators change, with what stood before and after (三员分设; 变更留痕).

CREATE TABLE admin_change (
  agency_id TEXT NOT NULL,
  command_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  person_id TEXT NOT NULL,
  action TEXT NOT NULL,
  kind TEXT NOT NULL,
  target TEXT NOT NULL,
  what TEXT NOT NULL,
  before JSONB,
  after JSONB,
  at TIMESTAMPTZ(3) NOT NULL,
  position BIGSERIAL NOT NULL,
  CONSTRAINT admin_change_pkey PRIMARY KEY (agency_id, command_id, n)
);
CREATE INDEX admin_change_agency_id_position_idx ON admin_change (agency_id, position);

CREATE TRIGGER admin_change_append_only BEFORE UPDATE OR DELETE ON admin_change FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER admin_change_no_truncate BEFORE TRUNCATE ON admin_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON admin_change TO sanxiang_app;
GRANT USAGE ON SEQUENCE admin_change_position_seq TO sanxiang_app;
ALTER TABLE admin_change ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON admin_change TO sanxiang_app USING (agency_id = acting_agency()) WITH CHECK (agency_id = acting_agency());
CREATE POLICY granted ON admin_change FOR SELECT TO sanxiang_app
  USING (agency_id IN (SELECT g.agency_id FROM agency_grant g WHERE g.grantee_id = acting_agency()));

-- Published versions, parameters and calendar years are added to, never changed; a version of the catalogue may only be given its end.

CREATE FUNCTION catalogue_only_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.entry->>'effectiveTo' IS NULL AND (to_jsonb(NEW) - 'entry') = (to_jsonb(OLD) - 'entry')
     AND (NEW.entry - 'effectiveTo') = (OLD.entry - 'effectiveTo') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'record.appendOnly: a version of the catalogue may only be given its end' USING ERRCODE = 'SX001';
END $$;
CREATE TRIGGER catalogue_only_ended BEFORE UPDATE ON catalogue_entry FOR EACH ROW EXECUTE FUNCTION catalogue_only_ended();

-- The application writes the organisation in the name of one agency at a time, and deletes nothing of it.

GRANT INSERT ON region, calendar_year, parameter_pack TO sanxiang_app;
GRANT INSERT, UPDATE ON agency, section, person, enforcement_item TO sanxiang_app;
GRANT INSERT, UPDATE (entry) ON catalogue_entry TO sanxiang_app;
GRANT INSERT, UPDATE (password_hash, disabled) ON account TO sanxiang_app;
GRANT INSERT, DELETE ON agency_grant TO sanxiang_app;

DO $$
DECLARE
  written TEXT;
  owned TEXT;
BEGIN
  FOREACH written IN ARRAY ARRAY['agency', 'section', 'person', 'enforcement_item', 'catalogue_entry', 'parameter_pack', 'agency_grant'] LOOP
    owned := format('%I = acting_agency()', CASE written WHEN 'agency' THEN 'id' ELSE 'agency_id' END);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', written);
    EXECUTE format('CREATE POLICY read_by_all ON %I FOR SELECT TO sanxiang_app USING (true)', written);
    EXECUTE format('CREATE POLICY added_by_own ON %I FOR INSERT TO sanxiang_app WITH CHECK (%s)', written, owned);
    EXECUTE format('CREATE POLICY changed_by_own ON %I FOR UPDATE TO sanxiang_app USING (%s) WITH CHECK (%s)', written, owned, owned);
  END LOOP;
END $$;
CREATE POLICY ended_by_own ON agency_grant FOR DELETE TO sanxiang_app USING (agency_id = acting_agency());

-- Regions and calendar years belong to everybody: only a judicial bureau or the installation adds them.
DO $$
DECLARE common TEXT;
BEGIN
  FOREACH common IN ARRAY ARRAY['region', 'calendar_year'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', common);
    EXECUTE format('CREATE POLICY read_by_all ON %I FOR SELECT TO sanxiang_app USING (true)', common);
    EXECUTE format('CREATE POLICY added_by_bureau ON %I FOR INSERT TO sanxiang_app WITH CHECK (EXISTS (SELECT FROM agency a WHERE a.id = acting_agency() AND a.kind IN (''judicialBureau'', ''installation'')))', common);
  END LOOP;
END $$;

ALTER TABLE account ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_by_all ON account FOR SELECT TO sanxiang_app USING (true);
CREATE POLICY added_by_own ON account FOR INSERT TO sanxiang_app
  WITH CHECK (EXISTS (SELECT FROM person p WHERE p.id = person_id AND p.agency_id = acting_agency()));
CREATE POLICY changed_by_own ON account FOR UPDATE TO sanxiang_app
  USING (EXISTS (SELECT FROM person p WHERE p.id = person_id AND p.agency_id = acting_agency()))
  WITH CHECK (EXISTS (SELECT FROM person p WHERE p.id = person_id AND p.agency_id = acting_agency()));
