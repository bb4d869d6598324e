import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { withClient } from '../support/database.ts';
import { filingOf } from './gate-bodies.ts';
import { begunCase, idOf, pathOf, refreshed, type Act, type FollowedCase } from './gate-case.ts';
import { lawfulAct } from './gate-next.ts';
import { answerFaults, gateFaults } from './gate-oracle.ts';
import { contenders, races, type Race } from './gate-race-kinds.ts';
import { alone, both, codeOf, raced, racedOnOneKey, type Outcome } from './gate-race.ts';
import { createGateSystem, firstMoment, type Agency, type GateSystem } from './gate-system.ts';
import { keep, seed, sized } from './proof.ts';
import { randomFrom, wellMeant, type Random } from './random.ts';

const wanted = sized(100, 1_000);
const lanes = ['甲', '乙', '丙', '丁', '戊', '己'];
const outcomes = new Map<string, number>();
const raceCounts = new Map<string, number>(races.map(({ name }) => [name, 0]));
/** Figures are kept of a proof that held, of no other. */
let held = false;
let run = 0;
const timesOf = (name: string) => raceCounts.get(name) ?? 0;
/** Until there were as many as wanted, and each kind among them. */
const goesOn = () => run < wanted || (run < 3 * wanted && races.some(({ name }) => timesOf(name) === 0));

interface Lane {
  client: pg.Client;
  agency: Agency;
  series: string;
  taken: FollowedCase['taken'];
  choose: Random;
}

describe(`two at the same moment, ${wanted} times, seed ${seed}`, () => {
  let system: GateSystem;

  beforeAll(async () => {
    system = await createGateSystem({ xltyj: '兴应急' });
  });
  afterAll(async () => {
    process.stdout.write(
      `${run} races: ${[...outcomes].map(([outcome, times]) => `${outcome} ${times}`).join(', ')}\n`,
    );
    if (held)
      keep({
        part: 'gate-races',
        title: '关口：同时办理 · The gate, two at the same moment',
        what: 'Two people, or one person in two sessions, act on one step at the same moment, through one API process or two; each effect must be lawful where it stands, each refusal true at some moment, acts that shut each other out must have one effect, and no decision may come without its pass.',
        figures: { races: run, 'kinds of race': races.length, ...Object.fromEntries(outcomes) },
      });
    await system?.close();
  });

  function counted(name: string, { outcome, faults }: Outcome): string[] {
    run += 1;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    raceCounts.set(name, (raceCounts.get(name) ?? 0) + 1);
    if (run % 50 === 0) process.stdout.write(`${run} of ${wanted} races\n`);
    return faults.map((fault) => `${name}: ${fault}`);
  }

  /** A filing is a race too: the same one twice under one key is one case. */
  async function filed(
    { agency, series, taken, client }: Lane,
    major = false,
  ): Promise<{ file: FollowedCase; faults: string[] }> {
    const key = randomUUID();
    const person = `${agency.id}-h1`;
    const body = { ...filingOf(agency, wellMeant), majorBecause: major ? ['majorPublicInterest'] : [] };
    const answers = await Promise.all(
      [0, 1].map((api) => system.send({ person, api }, '/api/v1/cases', body, { key, at: firstMoment })),
    );
    const ids = new Set(answers.map((answer) => `${answer.status} ${answer.body['id']}`));
    const file = begunCase(String(answers[0]!.body['id']), agency, series, firstMoment, taken);
    const events = await refreshed(file, client);
    const faults = ids.size === 1 && events.length === 1 ? [] : [`${[...ids].join(', ')}, ${events.length} on record`];
    return { file, faults: counted('file a case twice', { outcome: 'one key, one effect', faults }) };
  }

  async function step(file: FollowedCase, client: pg.Client, act: Act): Promise<string> {
    const key = randomUUID();
    const answer = await system.send({ person: act.person }, pathOf(file, act.action), act.body, { key, at: file.now });
    file.answers.push({ commandId: idOf(file, act, key), action: act.action, code: codeOf(answer) });
    await refreshed(file, client);
    return codeOf(answer);
  }

  /** Races of this stage, the least run first; none that was run far more often than those of other stages. */
  function racesHere({ state }: FollowedCase): Race[] {
    const most = Math.min(...raceCounts.values()) + Math.ceil(wanted / 50);
    return races
      .filter(({ stage, name }) => stage === state.stage && timesOf(name) <= most)
      .toSorted((left, right) => timesOf(left.name) - timesOf(right.name));
  }

  async function race(file: FollowedCase, { client, choose }: Lane): Promise<string[] | null> {
    for (const kind of racesHere(file)) {
      const acts = contenders(file, kind, choose);
      if (!acts) continue;
      if (timesOf(kind.name) > 0 && choose.percent(20)) {
        return counted(kind.name, await racedOnOneKey(system, client, file, acts.left, choose));
      }
      const result = await raced(system, client, file, acts, choose);
      const fits = result.outcome === alone || (!kind.exclusive && result.outcome === both);
      return counted(kind.name, fits ? result : { ...result, faults: [...result.faults, result.outcome] });
    }
    return null;
  }

  /** Leads a case to the stage of a race that was run least, and from there on races wherever it can. */
  async function throughOneCase(lane: Lane): Promise<string[]> {
    const least = Math.min(...raceCounts.values());
    const { stage } = lane.choose.one(races.filter(({ name }) => timesOf(name) === least));
    const { file, faults } = await filed(lane, stage === 'deliberation');
    let there = false;
    for (let n = 0, refused = 0; n < 45 && refused < 3 && goesOn(); n += 1) {
      file.now += 600_000;
      there ||= file.state.stage === stage;
      const found = there ? await race(file, lane) : null;
      faults.push(...(found ?? []));
      if (!found) refused = (await step(file, lane.client, lawfulAct(file, wellMeant))) === 'yes' ? 0 : refused + 1;
    }
    return [...faults, ...gateFaults(file.events), ...answerFaults(file.answers, file.events)];
  }

  /** Two cases of one series want its next number: one gets it, the other is told which is next and takes that. */
  async function numberRaces(lane: Lane): Promise<string[]> {
    const files = [(await filed(lane)).file, (await filed(lane)).file];
    const faults: string[] = [];
    for (const action of ['approveOpinion', 'issueDecision']) {
      for (const file of files) faults.push(...(await upTo(file, lane, action)));
      const acts = files.map((file) => lawfulAct(file, wellMeant));
      const codes = await Promise.all(files.map((file, which) => step(file, lane.client, acts[which]!)));
      const same = [...codes].sort().join() === 'number.notNext,yes' && acts.every((act) => act.action === action);
      const outcome = { outcome: 'one number, one document', faults: same ? [] : [codes.join()] };
      faults.push(...counted(`${action} of two cases under one number`, outcome));
      const loser = files[codes.indexOf('number.notNext')];
      if (loser) await step(loser, lane.client, lawfulAct(loser, wellMeant));
    }
    return [
      ...faults,
      ...files.flatMap(({ events, answers }) => [...gateFaults(events), ...answerFaults(answers, events)]),
    ];
  }

  async function upTo(file: FollowedCase, { client }: Lane, action: string): Promise<string[]> {
    for (let act = lawfulAct(file, wellMeant); act.action !== action; act = lawfulAct(file, wellMeant)) {
      const code = await step(file, client, act);
      if (code !== 'yes') return [`${act.action} on the way to ${action}: ${code}`];
    }
    return [];
  }

  async function laneFrom(place: number, client: pg.Client): Promise<string[]> {
    const agency = system.agencies[0]!;
    const taken = { opinion: 0, decision: 0 };
    const lane = { client, agency, series: `${agency.word}${lanes[place]}`, taken, choose: randomFrom(seed + place) };
    const faults: string[] = [];
    for (let times = place < 2 ? sized(1, 10) : 0; times > 0; times -= 1) faults.push(...(await numberRaces(lane)));
    while (goesOn()) faults.push(...(await throughOneCase(lane)));
    return faults;
  }

  test('have one effect where one shuts the other out, and one each in some order where not', async () => {
    const faults = await Promise.all(
      lanes.map((_, place) => withClient(system.system.db.ownerUrl, (client) => laneFrom(place, client))),
    );
    expect(faults.flat().slice(0, 6)).toEqual([]);
    expect(await system.breaches()).toEqual([]);
    expect([...raceCounts].filter(([, times]) => times === 0)).toEqual([]);
    held = true;
  }, 3_600_000);
});
