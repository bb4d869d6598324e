-- Cases whose timer should have rung, without a look into their rows: an overseer of many agencies counts tens of thousands.
DROP INDEX case_file_wake_idx;
CREATE INDEX case_file_wake_idx ON case_file (agency_id, wake_at) INCLUDE (id) WHERE in_hand AND open AND stage <> 'suspended';
