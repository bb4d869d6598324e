import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { parseDocumentNumber } from '../../domain/document-number.ts';
import { withClient } from '../support/database.ts';
import { filingOf } from './gate-bodies.ts';
import { begunCase, idOf, judged, pathOf, refreshed, type Act, type FollowedCase } from './gate-case.ts';
import { lawfulAct, nextAct } from './gate-next.ts';
import { answerFaults, gateFaults } from './gate-oracle.ts';
import { createGateSystem, firstMoment, type Agency, type GateSystem } from './gate-system.ts';
import { keep, seed, sized } from './proof.ts';
import { randomFrom, wellMeant, type Random } from './random.ts';

const sequences = sized(200, 2_000);
const lanes = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸', '子', '丑'];
interface Lane {
  client: pg.Client;
  agency: Agency;
  series: string;
  taken: FollowedCase['taken'];
  /** Which of the API's processes. */
  api: number;
}
/** The least share of the cases that must get there. */
const atLeast: Record<string, number> = {
  giveOpinion: 0.4,
  approveOpinion: 0.35,
  issueDecision: 0.2,
  amendDecision: 0.03,
  recuse: 0.1,
};
const reached = new Map<string, number>();
const refusals = new Map<string, number>();

/** Figures are kept of a proof that held, of no other. */
let held = false;
let steps = 0;
let accepted = 0;
let walkedSoFar = 0;

function count(counts: Map<string, number>, name: string, more = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + more);
}

describe(`cases that wander through the running system, ${sequences} of them, seed ${seed}`, () => {
  let system: GateSystem;

  beforeAll(async () => {
    system = await createGateSystem({ xltyj: '兴应急', czsw: '长商' });
  });
  afterAll(async () => {
    const refused = [...refusals.values()].reduce((sum, times) => sum + times, 0);
    const top = [...refusals].toSorted((left, right) => right[1] - left[1]).slice(0, 6);
    const share = (type: string) =>
      `${reached.get(type) ?? 0} (${Math.round((100 * (reached.get(type) ?? 0)) / sequences)} %)`;
    process.stdout.write(
      `${steps} steps, ${accepted} accepted, ${refused} refused, ${share('issueDecision')} decided\n`,
    );
    if (held)
      keep({
        part: 'gate-http',
        title: '关口：整个系统 · The gate, through Temporal and PostgreSQL',
        what: 'Random commands, lawful and not, sent over HTTP to cases that run in Temporal and PostgreSQL; each answer is compared with what the law says to the events on record, and at the end the oracle of the events and the consistency checker must find nothing.',
        figures: {
          sequences,
          steps,
          'commands accepted': accepted,
          'commands refused': refused,
          'refused most often': top.map(([code, times]) => `${code} ${times}`).join(', '),
          'sequences with a signed opinion': share('approveOpinion'),
          'sequences with a decision': share('issueDecision'),
          'sequences with a publication': share('publish'),
          'sequences with an amendment or annulment': `${reached.get('amendDecision') ?? 0}, ${reached.get('annulDecision') ?? 0}`,
          'sequences with a recusal': share('recuse'),
        },
      });
    await system?.close();
  });

  /** The number is the database's to judge: the next of its series, or refused. */
  function expectedOf(file: FollowedCase, act: Act): string {
    const said = judged(file, act);
    const after = { approveOpinion: file.taken.opinion, issueDecision: file.taken.decision }[act.action];
    if (said !== 'yes' || after === undefined) return said;
    const number = parseDocumentNumber(String(act.body['opinionNo'] ?? act.body['documentNo']));
    return number?.serial === after + 1 ? 'yes' : 'number.notNext';
  }

  async function step(
    file: FollowedCase,
    act: Act,
    { client, choose, api }: Pick<Lane, 'client' | 'api'> & { choose: Random },
  ): Promise<string[]> {
    const expected = expectedOf(file, act);
    const key = randomUUID();
    const sending = { key, at: file.now };
    const answer = await system.send({ person: act.person, api }, pathOf(file, act.action), act.body, sending);
    const code = answer.status === 200 ? 'yes' : String(answer.body['code'] ?? answer.status);
    file.answers.push({ commandId: idOf(file, act, key), action: act.action, code });
    if (code === 'yes') accepted += 1;
    else count(refusals, code);
    const before = file.state;
    await refreshed(file, client);
    const again = choose.percent(4)
      ? await system.send({ person: act.person, api }, pathOf(file, act.action), act.body, sending)
      : answer;
    const same =
      again.status === answer.status &&
      again.body['seq'] === answer.body['seq'] &&
      again.body['code'] === answer.body['code'];
    return [
      ...(code === expected
        ? []
        : [
            `${act.person} ${act.action} in ${before.stage}: ${code}, the law says ${expected} ${JSON.stringify(answer.body['requirement'] ?? answer.body['details'] ?? answer.body['detailEn'])}`,
          ]),
      ...(same ? [] : [`${act.action} was answered ${answer.status}, then ${again.status}`]),
    ];
  }

  async function walk(nth: number, { client, agency, series, taken, api }: Lane): Promise<string[]> {
    const choose = randomFrom(seed + nth);
    const handler = `${agency.id}-h1`;
    const filed = await system.send({ person: handler }, '/api/v1/cases', filingOf(agency, choose), {
      at: firstMoment,
    });
    if (filed.status !== 201) return [`a filing was answered ${filed.status} ${JSON.stringify(filed.body)}`];
    const file = begunCase(String(filed.body['id']), agency, series, firstMoment, taken);
    await refreshed(file, client);
    const faults: string[] = [];
    // Some are led far into the process before they wander, so that every stage is wandered in; the filing is a step too.
    const led = choose.upTo(13);
    const length = led + 4 + choose.upTo(5 + choose.upTo(20));
    for (let n = 0; n < length; n += 1) {
      file.now += choose.upTo(30) * 3_600_000;
      const act = n < led ? lawfulAct(file, wellMeant) : nextAct(file, choose);
      faults.push(...(await step(file, act, { client, choose, api })));
    }
    steps += length + 1;
    for (const type of new Set(file.events.map((event) => event.type))) count(reached, type);
    return [...faults, ...gateFaults(file.events), ...answerFaults(file.answers, file.events)].map(
      (fault) => `sequence ${nth}: ${fault}`,
    );
  }

  async function laneFrom(place: number, client: pg.Client): Promise<string[]> {
    const agency = system.agencies[place % system.agencies.length]!;
    const lane = {
      client,
      agency,
      series: `${agency.word}${lanes[place]}`,
      taken: { opinion: 0, decision: 0 },
      api: place % 2,
    };
    const faults: string[] = [];
    for (let nth = place; nth < sequences; nth += lanes.length) {
      faults.push(...(await walk(nth, lane)));
      walkedSoFar += 1;
      if (walkedSoFar % 50 === 0) process.stdout.write(`${walkedSoFar} of ${sequences} cases have wandered\n`);
    }
    return faults;
  }

  test('are answered as the law says, decide nothing without a pass of exactly what was reviewed, and leave the checker silent', async () => {
    const faults = await Promise.all(
      lanes.map((_, place) => withClient(system.system.db.ownerUrl, (client) => laneFrom(place, client))),
    );
    expect(faults.flat().slice(0, 6)).toEqual([]);
    expect(await system.breaches()).toEqual([]);
    held = true;
  }, 7_200_000);

  test('get far enough, so that the above says something', () => {
    const rare = Object.entries(atLeast).filter(([type, share]) => (reached.get(type) ?? 0) < share * sequences);
    expect(rare.map(([type]) => `${type} in ${reached.get(type) ?? 0} of ${sequences}`)).toEqual([]);
  });
});
