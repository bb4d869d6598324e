-- What waits for office hours waits longer than two days from Friday evening on, and over the nine days of the longest holidays: what
-- is older than thirty days goes nowhere now.
DO $$
BEGIN
  EXECUTE replace(pg_get_functiondef('gather_deliveries(timestamptz, interval)'::regprocedure), 'interval ''2 days''', 'interval ''30 days''');
END $$;
