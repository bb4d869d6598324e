/** So many more tasks of the people who hold a case: copies of it in the read model, each with an id, a party and a due day of its own. */
export function manyTasksSql(caseId: string, count: number): string {
  return `
SET session_replication_role = replica;
CREATE TEMPORARY TABLE made AS SELECT n, md5('bench' || n)::uuid::text AS id, '盘锦某' || n || '号石化设备安装有限公司' AS party,
  now() + (n % 90 - 5) * interval '1 day' AS due FROM generate_series(1, ${count}) n;
INSERT INTO case_filing SELECT (jsonb_populate_record(f, jsonb_build_object('id', m.id))).* FROM case_filing f, made m WHERE f.id = '${caseId}';
INSERT INTO case_file SELECT (jsonb_populate_record(f, jsonb_build_object('id', m.id, 'party_name', m.party, 'title', m.party || '未按规定培训案',
  'first_due_at', m.due, 'due_at', m.due, 'in_hand', false))).* FROM case_file f, made m WHERE f.id = '${caseId}';
DROP TABLE made;
ANALYZE case_file;
SET session_replication_role = DEFAULT`;
}
