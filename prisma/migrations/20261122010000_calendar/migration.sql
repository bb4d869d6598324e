-- Each year of the calendar with the notice it comes from and the name of each day; three years as the State Council published them.
ALTER TABLE calendar_year ADD COLUMN document_no TEXT, ADD COLUMN issued_on DATE, ADD COLUMN names JSONB NOT NULL DEFAULT '{}';

WITH notice (year, document_no, issued_on) AS (VALUES
  (2024, '国办发明电〔2023〕7号', DATE '2023-10-25'),
  (2025, '国办发明电〔2024〕12号', DATE '2024-11-12'),
  (2026, '国办发明电〔2025〕7号', DATE '2025-11-04')
), holiday (name, first, last, made_up) AS (VALUES
  ('元旦', DATE '2024-01-01', DATE '2024-01-01', '{}'::date[]),
  ('春节', '2024-02-10', '2024-02-17', '{2024-02-04, 2024-02-18}'),
  ('清明节', '2024-04-04', '2024-04-06', '{2024-04-07}'),
  ('劳动节', '2024-05-01', '2024-05-05', '{2024-04-28, 2024-05-11}'),
  ('端午节', '2024-06-10', '2024-06-10', '{}'),
  ('中秋节', '2024-09-15', '2024-09-17', '{2024-09-14}'),
  ('国庆节', '2024-10-01', '2024-10-07', '{2024-09-29, 2024-10-12}'),
  ('元旦', '2025-01-01', '2025-01-01', '{}'),
  ('春节', '2025-01-28', '2025-02-04', '{2025-01-26, 2025-02-08}'),
  ('清明节', '2025-04-04', '2025-04-06', '{}'),
  ('劳动节', '2025-05-01', '2025-05-05', '{2025-04-27}'),
  ('端午节', '2025-05-31', '2025-06-02', '{}'),
  ('国庆节、中秋节', '2025-10-01', '2025-10-08', '{2025-09-28, 2025-10-11}'),
  ('元旦', '2026-01-01', '2026-01-03', '{2026-01-04}'),
  ('春节', '2026-02-15', '2026-02-23', '{2026-02-14, 2026-02-28}'),
  ('清明节', '2026-04-04', '2026-04-06', '{}'),
  ('劳动节', '2026-05-01', '2026-05-05', '{2026-05-09}'),
  ('端午节', '2026-06-19', '2026-06-21', '{}'),
  ('中秋节', '2026-09-25', '2026-09-27', '{}'),
  ('国庆节', '2026-10-01', '2026-10-07', '{2026-09-20, 2026-10-10}')
), named (year, day, name, worked) AS (
  SELECT extract(year FROM first)::int, to_char(first + n, 'YYYY-MM-DD'), name, false FROM holiday, generate_series(0, last - first) n
  UNION ALL
  SELECT extract(year FROM first)::int, to_char(day, 'YYYY-MM-DD'), name || '调休', true FROM holiday, unnest(made_up) day
)
INSERT INTO calendar_year (year, version, source, document_no, issued_on, holidays, make_up_workdays, names)
SELECT n.year, (SELECT COALESCE(max(version), 0) + 1 FROM calendar_year), format('国务院办公厅关于%s年部分节假日安排的通知', n.year), n.document_no, n.issued_on,
  (SELECT array_agg(day ORDER BY day) FROM named d WHERE d.year = n.year AND NOT worked),
  (SELECT array_agg(day ORDER BY day) FROM named d WHERE d.year = n.year AND worked),
  (SELECT jsonb_object_agg(day, name) FROM named d WHERE d.year = n.year)
FROM notice n
-- A year that was imported before the days had names gets them.
ON CONFLICT (year) DO UPDATE SET document_no = excluded.document_no, issued_on = excluded.issued_on, names = excluded.names
WHERE ARRAY(SELECT unnest(calendar_year.holidays) ORDER BY 1) = excluded.holidays
  AND ARRAY(SELECT unnest(calendar_year.make_up_workdays) ORDER BY 1) = excluded.make_up_workdays;

-- Open cases, of every agency, whose deadlines a version of the calendar may concern; ids, codes and moments alone.
CREATE FUNCTION running_deadlines(of_version INTEGER, since DATE, after TEXT, size INTEGER)
RETURNS TABLE (id TEXT, agency TEXT, clocks JSONB) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT c.id, c.agency_id, c.state->'clocks' FROM case_file c
  WHERE c.open AND c.id > after AND EXISTS (
    SELECT FROM due_moment d WHERE d.case_id = c.id AND d.ended_seq IS NULL AND d.due_at IS NOT NULL AND d.limit_key <> 'untilDay'
      AND d.calendar_version < of_version AND (d.provisional OR d.due_at >= since))
  ORDER BY c.id LIMIT size
$$;
REVOKE ALL ON FUNCTION running_deadlines(INTEGER, DATE, TEXT, INTEGER) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION running_deadlines(INTEGER, DATE, TEXT, INTEGER) TO sanxiang_app;

-- How many deadlines of open cases, of all agencies, rest on a year that is not published yet: a number and nothing else.
CREATE FUNCTION provisional_deadlines() RETURNS INTEGER LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT count(*)::int FROM due_moment d JOIN case_file c ON c.id = d.case_id
  WHERE d.provisional AND d.ended_seq IS NULL AND d.due_at IS NOT NULL AND c.open
$$;
REVOKE ALL ON FUNCTION provisional_deadlines() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION provisional_deadlines() TO sanxiang_app;
