-- The last minutes (集体讨论纪要) of an agency, whose numbers the next ones go on with.
CREATE INDEX event_recorded_meeting_idx ON event (agency_id, at DESC) WHERE type = 'recordMeeting';
