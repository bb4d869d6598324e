-- A function that runs as its owner looked first among the temporary tables of whoever calls it, unless its path names their schema: with
-- a table of the same name and a trigger on it, the application's role could have done whatever the owner may. They come last now.
DO $$
DECLARE definer REGPROCEDURE;
BEGIN
  FOR definer IN SELECT p.oid FROM pg_proc p WHERE p.prosecdef AND p.pronamespace = 'public'::regnamespace LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = public, pg_temp', definer);
  END LOOP;
END $$;
