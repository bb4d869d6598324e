import { isDeepStrictEqual } from 'node:util';
import type { Client } from './client.ts';
import { actOf, requestOfAct } from './request-of.ts';
import { readCase, sendAct, type CaseView, type Outcome } from './send-act.ts';
import { SYSTEM } from './story-references.ts';
import type { Act, IllegalEntry } from './story-shape.ts';
import { casePath, learn, type StoryState } from './story-state.ts';
import type { Check } from './tally.ts';

/** Tries what must be refused and compares what stands before and after; then what is lawful from the same state. */
export async function checkAttempt(entry: IllegalEntry, state: StoryState, client: Client): Promise<Check[]> {
  const { attempt, lawfulInstead, refusedBecause } = entry;
  const checks = attempt.actor === SYSTEM ? await checkClock(attempt, state, client) : await tried();
  if (!lawfulInstead) return checks;
  return [...checks, check('lawful instead', acceptedOr(await send(lawfulInstead, state, client)))];

  async function tried(): Promise<Check[]> {
    const before = await snapshot(attempt, state, client);
    const outcome = await send(attempt, state, client);
    const after = await snapshot(attempt, state, client);
    const came = outcome.accepted ? 'it was accepted' : `${outcome.code} (${outcome.message})`;
    const refused = !outcome.accepted && outcome.code === refusedBecause;
    return [
      check(`refused with ${refusedBecause}`, refused ? null : `came ${came}`),
      check('without effect', differing(before, after)),
    ];
  }
}

/** The clock sends nothing: at that moment the case must show no such event, and the stage it had. */
async function checkClock(attempt: Act, state: StoryState, client: Client): Promise<Check[]> {
  const before = state.view;
  const reader = state.handlers[0] ?? '';
  const after = await readCase(client, reader, casePath(state), attempt.at);
  const count = (view: CaseView | null) => view?.history?.filter(({ type }) => type === attempt.action).length ?? 0;
  return [
    check('the clock does not act', count(after) > count(before) ? `${attempt.action} happened` : null),
    check('without effect', after.stage === before?.stage ? null : `the stage became ${after.stage}`),
  ];
}

/** The case at the attempt's moment, or the cases there are before it is filed; for a role also who holds which. */
async function snapshot(attempt: Act, state: StoryState, client: Client): Promise<Record<string, unknown>> {
  const reader = state.handlers[0] ?? state.one.handlers[0] ?? '';
  const target = attempt.action === 'grantRole' ? String(attempt.input['to'] ?? attempt.input['person']) : null;
  const seen = target ? (await client.get(target, '/api/v1/session', attempt.at)).body : {};
  const { person } = seen as { person?: unknown };
  if (state.id) {
    const view = await readCase(client, reader, casePath(state), attempt.at);
    learn(state, view);
    return { ...view, person };
  }
  return { cases: (await client.get(reader, '/api/v1/cases', attempt.at)).body, person };
}

async function send(act: Act, state: StoryState, client: Client): Promise<Outcome> {
  if (act.action !== 'grantRole') {
    const outcome = await sendAct(client, actOf(requestOfAct(act, state), act.at, state));
    if (outcome.accepted) learn(state, outcome.view);
    return outcome;
  }
  const { status, body } = await client.post(act.actor, '/api/v1/admin/roles', act.input, act.at);
  const { code = `http.${status}`, detail = '' } = body as { code?: string; detail?: string };
  return status === 200 ? { accepted: true, view: {} } : { accepted: false, code, message: detail };
}

function differing(before: Record<string, unknown>, after: Record<string, unknown>): string | null {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const differ = names.filter((name) => !isDeepStrictEqual(before[name], after[name]));
  return differ.length > 0 ? `changed: ${differ.join(', ')}` : null;
}

function acceptedOr(outcome: Outcome): string | null {
  return outcome.accepted ? null : `${outcome.code} (${outcome.message})`;
}

function check(name: string, wrong: string | null): Check {
  return { aspect: 'later', name, wrong };
}
