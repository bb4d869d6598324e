import { formatDocumentNumber, parseDocumentNumber, type DocumentNumber } from '../../domain/document-number.ts';
import type { Answer, CaseSystem } from './case-system.ts';
import type { Told } from './stories.ts';
import type { SkippingTemporal } from './temporal.ts';

export interface Played {
  caseId: string;
  answers: { told: Told; answer: Answer }[];
}

interface Turn {
  name: string;
  told: Told;
}

/**
 * Plays several cases in one year while time is skipped: their requests in the order of their moments. A case whose
 * request is refused goes no further; its test shows the answer. Opinions and decisions get the next number of their series.
 */
export async function tellTogether(
  system: CaseSystem<SkippingTemporal>,
  cases: Record<string, Told[]>,
): Promise<Map<string, Played>> {
  const turns = Object.entries(cases).flatMap(([name, requests]) => requests.map((told): Turn => ({ name, told })));
  turns.sort((left, right) => Date.parse(left.told.at) - Date.parse(right.told.at));
  const played = new Map(Object.keys(cases).map((name): [string, Played] => [name, { caseId: '', answers: [] }]));
  const halted = new Set<string>();
  const series = createSeries();
  for (const { name, told } of turns) {
    if (halted.has(name)) continue;
    const one = played.get(name)!;
    await system.temporal.skipTo(Date.parse(told.at));
    const answer = await system.tell(series.numbered(told), one.caseId);
    one.answers.push({ told, answer });
    if (answer.status >= 300 || answer.status === 202) halted.add(name);
    else series.used(told);
    one.caseId ||= String(answer.body['id'] ?? '');
  }
  return played;
}

const numberField: Record<string, string> = { approveOpinion: 'opinionNo', issueDecision: 'documentNo' };

function createSeries() {
  const last = new Map<string, number>();
  const numberIn = ({ action, body }: Told) => parseDocumentNumber(String(body[numberField[action] ?? '']));
  const keyOf = ({ series, year }: DocumentNumber) => `${series}〔${year}〕`;
  return {
    numbered(told: Told): Told {
      const number = numberIn(told);
      if (!number) return told;
      const serial = (last.get(keyOf(number)) ?? 0) + 1;
      return {
        ...told,
        body: { ...told.body, [numberField[told.action]!]: formatDocumentNumber({ ...number, serial }) },
      };
    },
    used(told: Told): void {
      const number = numberIn(told);
      if (number) last.set(keyOf(number), (last.get(keyOf(number)) ?? 0) + 1);
    },
  };
}
