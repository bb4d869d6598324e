-- Relaxations of small agencies, each with its ground, in the parameter pack; none by default.
ALTER TABLE parameter_pack ADD COLUMN relaxations JSONB NOT NULL DEFAULT '{}';

-- A deadline standing still has no due moment.
ALTER TABLE due_moment ALTER COLUMN due_at DROP NOT NULL;
ALTER TABLE due_moment ADD CONSTRAINT due_moment_status CHECK (status IN ('pending', 'paused', 'overdue'));

-- An amended decision is published anew; the withdrawn one keeps its place with the reason (行政处罚法 48).
ALTER TABLE publication DROP CONSTRAINT publication_pkey;
ALTER TABLE publication ADD CONSTRAINT publication_pkey PRIMARY KEY (case_id, decision_seq);
ALTER TABLE publication ADD COLUMN corrections JSONB NOT NULL DEFAULT '[]';
ALTER TABLE publication ADD COLUMN withdrawn_at TIMESTAMPTZ(3);
ALTER TABLE publication ADD COLUMN withdrawn_reason TEXT;
ALTER TABLE publication DROP CONSTRAINT publication_status;
ALTER TABLE publication ADD CONSTRAINT publication_status CHECK (status IN ('prepared', 'approved', 'published', 'withdrawn'));
ALTER TABLE publication ADD CONSTRAINT publication_withdrawn CHECK ((status = 'withdrawn') = (withdrawn_at IS NOT NULL AND withdrawn_reason IS NOT NULL));
DROP POLICY published_to_all ON publication;
CREATE POLICY published_to_all ON publication FOR SELECT TO sanxiang_app USING (status IN ('published', 'withdrawn'));
