-- What somebody is writing and has neither filed nor saved yet (工作稿): no event, no content, nobody's but the writer's (decision 032).

CREATE TABLE working_copy (
  person_id TEXT NOT NULL,
  -- Made by the browser: a window that lost the race for one copy goes on with another.
  id TEXT NOT NULL,
  agency_id TEXT NOT NULL,
  -- Null for a case that is not filed yet.
  case_id TEXT,
  revision INTEGER NOT NULL,
  -- JSON as text: whatever can be typed is kept, also what no jsonb holds.
  content TEXT NOT NULL,
  saved_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT working_copy_pkey PRIMARY KEY (person_id, id),
  CONSTRAINT working_copy_case FOREIGN KEY (case_id, agency_id) REFERENCES case_filing (id, agency_id),
  CONSTRAINT working_copy_revision CHECK (revision > 0)
);

GRANT SELECT, INSERT, DELETE, UPDATE (revision, content, saved_at) ON working_copy TO sanxiang_app;
ALTER TABLE working_copy ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_person ON working_copy TO sanxiang_app
  USING (person_id = acting_person() AND agency_id = acting_agency())
  WITH CHECK (person_id = acting_person() AND agency_id = acting_agency());
