-- The application writes the organisation only under an administrator's command that is on record already: no role, account,
-- parameter or version of the catalogue changes without a trace (变更留痕).

CREATE FUNCTION administration_on_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'sanxiang_app' AND NOT EXISTS (
    SELECT FROM admin_change WHERE agency_id = acting_agency() AND command_id = current_setting('app.administration', true)
  ) THEN
    RAISE EXCEPTION 'permission denied: % on % needs an administrator''s command on record', TG_OP, TG_TABLE_NAME USING ERRCODE = '42501';
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE written TEXT;
BEGIN
  FOREACH written IN ARRAY ARRAY['region', 'agency', 'section', 'person', 'agency_grant', 'account', 'parameter_pack', 'calendar_year',
    'catalogue_entry', 'enforcement_item'] LOOP
    EXECUTE format('CREATE TRIGGER administration_on_record BEFORE INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION administration_on_record()', written);
  END LOOP;
END $$;
