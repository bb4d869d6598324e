/** How the generated organisation is made up. */
export const shape = { agencies: 200, bureaus: 5, handlersInSection: 7, now: '2026-11-20T10:00:00+08:00' };

/** 200 agencies in five cities, each city with the bureau that oversees its forty; 44 people in an agency. */
export const organisationSql = `
INSERT INTO region SELECT 'c' || c, '第' || c || '市', NULL FROM generate_series(0, ${shape.bureaus - 1}) c;
INSERT INTO region SELECT 'r' || n, '第' || n || '区', 'c' || n % ${shape.bureaus} FROM generate_series(0, ${shape.agencies - 1}) n;
INSERT INTO agency (id, name, short_name, region, level, credit_code, document_word, overseen_by, kind, categories, legal_head, legal_reviewers, collective)
SELECT 'j' || c, '第' || c || '市司法局', '司法局', 'c' || c, 'city', 'j' || c, '司', NULL, 'judicialBureau', '{}'::text[], NULL, '{}'::text[], NULL::jsonb
FROM generate_series(0, ${shape.bureaus - 1}) c
UNION ALL SELECT 'a' || n, '第' || n || '区应急管理局', '应急局', 'r' || n, 'county', 'a' || n, '急' || n, 'j' || n % ${shape.bureaus}, 'agency', '{penalty}',
  'a' || n || '-q1', ARRAY['a' || n || '-r1', 'a' || n || '-r2', 'a' || n || '-r3'],
  jsonb_build_object('chair', 'a' || n || '-l1', 'members', jsonb_build_array('a' || n || '-l1', 'a' || n || '-l2', 'a' || n || '-l3'), 'quorum', 2)
FROM generate_series(0, ${shape.agencies - 1}) n;
INSERT INTO agency_grant SELECT id, overseen_by FROM agency WHERE overseen_by IS NOT NULL;
INSERT INTO section (id, agency_id, name, kind, first_reviewer, head, leader_in_charge)
SELECT a.id || '-' || s.k, a.id, '执法' || s.k || '科', 'business', a.id || '-f' || s.k, a.id || '-s' || s.k, a.id || '-l' || (2 + s.k % 2)
FROM agency a, generate_series(1, 4) s (k) WHERE a.kind = 'agency'
UNION ALL SELECT id || '-legal', id, '法制科', 'legal', NULL, id || '-q1', id || '-l3' FROM agency WHERE kind = 'agency'
UNION ALL SELECT id || '-S', id, '监督科', 'supervision', NULL, NULL, NULL FROM agency WHERE kind = 'judicialBureau';
INSERT INTO person (id, agency_id, section_id, name, title, roles, certificate, legal_exam, training, leave, hired_on, left_on, particulars)
SELECT a.id || '-' || p.code, a.id, a.id || '-' || p.section, '某' || p.code, '科员', p.roles,
  jsonb_build_object('number', p.code, 'categories', '["penalty"]'::jsonb, 'regions', jsonb_build_array(a.region), 'validFrom', '2024-01-01', 'status', 'valid',
    'validTo', CASE WHEN random() < 0.003 THEN '2026-10-31' ELSE '2029-12-31' END),
  '{"passed": true}'::jsonb, '[{"year": 2026}]'::jsonb, CASE WHEN random() < 0.015 THEN '[{"from": "2026-11-16", "to": "2026-12-04"}]'::jsonb
    WHEN random() < 0.05 THEN '[{"from": "2026-08-03", "to": "2026-08-14"}]' ELSE '[]' END,
  '2015-01-01'::date, CASE WHEN random() < 0.003 THEN '2026-11-01'::date END, '{}'::jsonb
FROM agency a CROSS JOIN LATERAL (
  SELECT 'h' || s || '-' || h, s::text, ARRAY['handler'] FROM generate_series(1, 4) s, generate_series(1, ${shape.handlersInSection}) h
  UNION ALL SELECT 'f' || s, s::text, ARRAY['firstReviewer', 'handler'] FROM generate_series(1, 4) s
  UNION ALL SELECT 's' || s, s::text, ARRAY['sectionHead'] FROM generate_series(1, 4) s
  UNION ALL SELECT 'r' || r, 'legal', ARRAY['legalReviewer'] FROM generate_series(1, 3) r
  UNION ALL SELECT 'q1', 'legal', ARRAY['legalHead'] UNION ALL SELECT 'a1', 'legal', ARRAY['adviser']
  UNION ALL SELECT 'l' || l, 'legal', ARRAY['leader'] FROM generate_series(1, 3) l
) p (code, section, roles) WHERE a.kind = 'agency'
UNION ALL SELECT id || '-o1', id, id || '-S', '监督员', '科员', '{overseer}', NULL::jsonb, '{}'::jsonb, '[]'::jsonb, '[]'::jsonb, NULL::date, NULL::date, '{}'::jsonb FROM agency WHERE kind = 'judicialBureau';
`;
