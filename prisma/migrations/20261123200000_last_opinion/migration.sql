-- The last opinion of an agency, whose series the next one goes on with.
CREATE INDEX review_agency_id_at_idx ON review (agency_id, at DESC);
