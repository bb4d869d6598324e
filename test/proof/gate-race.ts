import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { apply } from '../../domain/apply.ts';
import type { CaseEvent } from '../../domain/command.ts';
import type { CaseState } from '../../domain/state.ts';
import type { Answer } from '../support/case-system.ts';
import { idOf, judged, pathOf, refreshed, type Act, type FollowedCase } from './gate-case.ts';
import type { GateSystem, Sender } from './gate-system.ts';
import type { Random } from './random.ts';

/** What came of two requests at the same moment, and what is wrong with it. */
export interface Outcome {
  outcome: string;
  faults: string[];
}
export const alone = 'one effect, the other refused';
export const both = 'both, one after the other';
interface Sent extends Act {
  id: string;
  answer: Answer;
}

/** Both at once, in any order, from two sessions that may be two processes of the API. */
async function atOnce<Left, Right>(
  choose: Random,
  left: () => Promise<Left>,
  right: () => Promise<Right>,
): Promise<[Left, Right]> {
  if (choose.percent(50)) return Promise.all([left(), right()]);
  const [second, first] = await Promise.all([right(), left()]);
  return [first, second];
}

function seats(choose: Random): [Omit<Sender, 'person'>, Omit<Sender, 'person'>] {
  return [{ api: 0, session: 0 }, choose.percent(50) ? { api: 1, session: 0 } : { api: 0, session: 1 }];
}

/** Two acts at once; each effect must be lawful where it stands on record, each refusal true at some moment. */
export async function raced(
  system: GateSystem,
  client: pg.Client,
  file: FollowedCase,
  acts: { left: Act; right: Act },
  choose: Random,
): Promise<Outcome> {
  const before = file.state;
  const [one, other] = seats(choose);
  const send = (act: Act, seat: Omit<Sender, 'person'>) => async (): Promise<Sent> => {
    const key = randomUUID();
    const sending = { key, at: file.now };
    const answer = await system.send({ ...seat, person: act.person }, pathOf(file, act.action), act.body, sending);
    return { ...act, id: idOf(file, act, key), answer };
  };
  const sent = await atOnce(choose, send(acts.left, one), send(acts.right, other));
  const fresh = await refreshed(file, client);
  const states = fresh.reduce<CaseState[]>((chain, event) => [...chain, apply(chain.at(-1)!, event)], [before]);
  for (const { id, action, answer } of sent) file.answers.push({ commandId: id, action, code: codeOf(answer) });
  const strange = fresh.filter(
    ({ commandId, actor }) => actor !== 'system' && !sent.some(({ id }) => id === commandId),
  );
  const accepted = sent.filter(({ answer }) => codeOf(answer) === 'yes').length;
  return {
    outcome: ['no effect', alone, both][accepted]!,
    faults: [
      ...sent.flatMap((act) => untrue(act, fresh, (state) => judged(file, act, state), states)),
      ...strange.map(({ type }) => `${type} that nobody sent`),
    ],
  };
}

/** `states` are those before, between and after the events that came. */
function untrue(
  { id, action, answer }: Sent,
  fresh: CaseEvent[],
  judge: (state: CaseState) => string,
  states: CaseState[],
): string[] {
  const code = codeOf(answer);
  const places = fresh.flatMap(({ commandId }, place) => (commandId === id ? [place] : []));
  const place = places[0] ?? -1;
  const lawful = states.map(judge);
  const holds =
    code === 'yes'
      ? places.length === 1 && lawful[place] === 'yes' && fresh[place]?.seq === answer.body['seq']
      : places.length === 0 && lawful.includes(code);
  return holds ? [] : [`${action}: ${code}, ${places.length} on record; the law said ${lawful.join(', ')}`];
}

/** The same key twice: one effect, one answer. */
export async function racedOnOneKey(
  system: GateSystem,
  client: pg.Client,
  file: FollowedCase,
  act: Act,
  choose: Random,
): Promise<Outcome> {
  const key = randomUUID();
  const [one, other] = seats(choose);
  const send = (seat: Omit<Sender, 'person'>) => () =>
    system.send({ ...seat, person: act.person }, pathOf(file, act.action), act.body, { key, at: file.now });
  const [left, right] = await atOnce(choose, send(one), send(other));
  const fresh = await refreshed(file, client);
  file.answers.push({ commandId: idOf(file, act, key), action: act.action, code: codeOf(left) });
  const done = fresh.filter(({ actor }) => actor !== 'system');
  const same = left.status === 200 && right.status === 200 && left.body['seq'] === right.body['seq'];
  const fault = `${act.action} on one key: ${codeOf(left)} ${left.body['seq']}, ${codeOf(right)} ${right.body['seq']}, ${done.length} on record`;
  return { outcome: 'one key, one effect', faults: same && done.length === 1 ? [] : [fault] };
}

export function codeOf({ status, body }: Answer): string {
  return status === 200 || status === 201 ? 'yes' : String(body['code'] ?? status);
}
