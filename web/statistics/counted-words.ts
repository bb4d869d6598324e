import { useTranslation } from 'react-i18next';
import { deadlineName } from '../../domain/deadline-names.ts';
import { stages, type LimitKey, type Stage } from '../../domain/process.ts';
import type { ClockName } from '../../domain/state.ts';
import { monthInWords } from '../moment.ts';
import { useSaying, worded } from '../worded.ts';

/** What the page of a figure's rows says, [Chinese, English]. */
// prettier-ignore
export const useCountedWords = worded({
  filed: ['立案', 'Filed'],
  opinions: ['审签的审核意见', 'Opinions signed'],
  items: ['审核意见答不符合的', 'Opinions that answer no'],
  limits: ['了结的期限', 'Deadlines that ended'],
  stays: ['办结的阶段（一件可有几次）', 'Stages left (a case may have left one several times)'],
  late: ['逾期的', 'late'],
  between: ['{from}至{to}', '{from} to {to}'],
  backToOversight: ['回到监督', 'Back to oversight'],
});

/** What the figure in an address counts, in words: 「2026年3月 · 立案 · 行政处罚 · 在办」. */
export function useCountedInWords(): (search: URLSearchParams) => string {
  const { t } = useTranslation();
  const w = useCountedWords();
  const inWords = useSaying();
  const said = (key: string) => t(key as 'loading');
  const named = ({ zh, en }: { zh: string; en: string }) => inWords(zh, en);
  return (search) => {
    const of = (name: string) => search.get(name);
    const [from, to] = [of('from'), of('to')].map((month) => month && monthInWords(month));
    const months = from && to && from !== to ? w('between', { from, to }) : (from ?? to);
    const parts: [string, (value: string) => string][] = [
      ['of', (kind) => w(kind as 'filed')],
      ['category', (category) => said(`values.${category}`)],
      ['outcome', (outcome) => said(`statistics.outcomes.${outcome}`)],
      ['verdict', (verdict) => said(`review.verdicts.${verdict}`)],
      ['item', (item) => said(`review.questions.${item}`)],
      ['clock', (clock) => named(deadlineName({ name: clock as ClockName, limit: of('limitKey') as LimitKey }))],
      ['late', () => w('late')],
      ['stage', (stage) => named(stages[stage as Stage])],
    ];
    return [months, ...parts.map(([name, say]) => of(name) && say(of(name)!))].filter(Boolean).join(' · ');
  };
}
