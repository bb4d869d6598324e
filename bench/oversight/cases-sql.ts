import { bigrams, searchForm } from '../../domain/search-form.ts';
import { shape } from './organisation-sql.ts';
import { askedIn, mix, templateState } from './template-states.ts';

/** Characters of which names of companies are made, and what follows them. */
export const syllables = '鑫源宏达瑞丰华兴泰安盛隆恒昌永利广顺金汇通祥福嘉诚信德仁义和平盈万联创新时代东方南北中西海天山河江湖林森玉龙凤凰星辰明月春秋冬夏正大光远志成业立凯旋博雅锦绣云帆景秀卓越腾飞伟启航浩宇晨曦雨露润泽'; // prettier-ignore
export const trades = ['化工', '建材', '机械', '食品', '运输', '物流', '电子', '服装', '餐饮', '建筑', '装饰', '矿业', '能源', '环保', '医药', '商贸', '农业', '渔业', '木业', '纺织']; // prettier-ignore

const causes = ['未如实记录安全生产教育和培训情况', '未按照规定设置安全警示标志', '未建立事故隐患排查治理制度', '特种作业人员未取得资格上岗作业', '危险物品未采取可靠的安全措施', '生产车间与员工宿舍在同一座建筑物内']; // prettier-ignore

/** The words of a case beside its party, as they are indexed: of a few kinds, as facts are. */
const words = causes.map((cause) => {
  const text = searchForm(
    `${cause}的行政处罚案，经现场检查发现该单位${cause}，违反了安全生产法的规定，事实清楚证据确凿，拟处以罚款。`,
  );
  return { cause, text, vector: [...bigrams(text)].map((gram, n) => `'${gram}':${n + 20}D`).join(' ') };
});

/**
 * Cases `from` to `until` (numbers): a tenth open, in stages and of ages as in practice. Of the open ones about one in
 * fifteen is late, one in fifty has stood still for more than ten working days; who holds them is spread over the sections.
 */
export function casesSql(from: number, until: number): string {
  const parts = mix.flatMap(([stage, share, holder]) => Array.from({ length: share }, () => [stage, holder] as const));
  const stagesOf = array(parts.map(([stage]) => stage));
  const holdersOf = array(parts.map(([, holder]) => holder.join(' ')));
  const templates = Object.fromEntries([...mix.map(([stage]) => stage), 'archived' as const].map((stage) => [stage, templateState(stage)])); // prettier-ignore
  const asked = Object.fromEntries(mix.map(([stage]) => [stage, askedIn(stage)]));
  return `
CREATE TEMPORARY TABLE made ON COMMIT DROP AS
WITH drawn AS (
  SELECT n, md5(n::text)::uuid::text AS id, n % 10 = 0 AS open, 'a' || (random() * ${shape.agencies})::int % ${shape.agencies} AS agency,
    1 + (random() * 4)::int % 4 AS section, 1 + (random() * 100)::int % 100 AS part, random() AS late, random() AS idle, random() AS age,
    1 + (random() * ${shape.handlersInSection})::int % ${shape.handlersInSection} AS one, 1 + (random() * 3)::int % 3 AS reviewer,
    substr('${syllables}', 1 + (random() * ${syllables.length - 1})::int, 1) || substr('${syllables}', 1 + (random() * ${syllables.length - 1})::int, 1)
      || (${array(trades)})[1 + (random() * ${trades.length - 1})::int] || '有限公司' AS party, 1 + (random() * ${words.length})::int % ${words.length} AS word
  FROM generate_series(${from}, ${until}) n
)
SELECT *, CASE WHEN open THEN (${stagesOf})[part] ELSE 'archived' END AS stage,
  CASE WHEN NOT open THEN '{}' ELSE ARRAY(SELECT agency || '-' || replace(replace(replace(h, '$', section::text), '-2', '-' || 1 + one % ${shape.handlersInSection}), '-1', '-' || one)
    FROM unnest(string_to_array(replace((${holdersOf})[part], 'r1', 'r' || reviewer), ' ')) h WHERE h <> '') END AS holder,
  timestamptz '${shape.now}' - CASE WHEN NOT open THEN interval '60 days' + age * interval '1400 days' WHEN idle < 0.02 THEN interval '16 days' + age * interval '30 days'
    ELSE power(age, 2) * interval '12 days' END AS moved,
  CASE WHEN open THEN timestamptz '2026-11-20T15:59:59Z' + CASE WHEN late < 0.065 THEN -(1 + floor(power(age, 3) * 40)) ELSE floor(power(age, 2) * 60) END * interval '1 day' END AS due
FROM drawn;

INSERT INTO case_filing (id, agency_id, procedure, party_kind, filing, filed_at)
SELECT id, agency, 'ordinary', 'organisation', '{}', moved - interval '20 days' FROM made;

INSERT INTO case_file (id, agency_id, section_id, category, procedure, party_name, title, stage, round, content_version, holder, major, due_at, overall_due_at,
  overdue_level, last_seq, last_at, state, open, first_due_at, first_due_name, asked, involved, entered_at, moved_at, wake_at, timer_missing, in_hand)
SELECT id, agency, agency || '-' || section, 'penalty', 'ordinary', party, party || (${array(causes)})[word], stage, 1, 2, holder, word = 1, due, due + interval '40 days',
  0, 12, moved, templates.states->stage || jsonb_build_object('holder', to_jsonb(holder), 'handlers', to_jsonb(ARRAY[agency || '-h' || section || '-' || one, agency || '-h' || section || '-' || 1 + one % ${shape.handlersInSection}]),
    'everHeld', to_jsonb(ARRAY[agency || '-h' || section || '-' || one, agency || '-f' || section, agency || '-s' || section, agency || '-q1']),
    'filing', (templates.states->stage->'filing') || jsonb_build_object('caseId', id, 'agency', agency, 'section', agency || '-' || section)),
  open, CASE WHEN stage <> 'suspended' THEN due END, CASE WHEN open AND stage <> 'suspended' THEN 'stage' END,
  ARRAY(SELECT jsonb_array_elements_text(templates.asked->stage)),
  holder || ARRAY[agency || '-h' || section || '-' || one, agency || '-f' || section, agency || '-s' || section, agency || '-q1'], moved, moved,
  CASE WHEN open THEN GREATEST(due, timestamptz '${shape.now}' + interval '1 hour') END, false, open
FROM made, (SELECT '${json(templates)}'::jsonb AS states, '${json(asked)}'::jsonb AS asked) templates;

INSERT INTO case_search (case_id, agency_id, party, numbers, statutes, words, grams)
SELECT id, agency, party, '', '', party || E'\\n' || w.text, (SELECT string_agg(format('''%s'':%sA', substr(party, g, 2), g), ' ') FROM generate_series(1, length(party) - 1) g)::tsvector || w.vector
FROM made JOIN (VALUES ${words.map(({ text, vector }, n) => `(${n + 1}, '${text}', '${vector.replaceAll("'", "''")}'::tsvector)`).join(', ')}) w (word, text, vector) USING (word);
`;
}

function array(texts: readonly string[]): string {
  return `ARRAY[${texts.map((text) => `'${text}'`).join(',')}]`;
}

function json(value: unknown): string {
  return JSON.stringify(value).replaceAll("'", "''");
}
