import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  DUTIES,
  HANDS_OVER,
  HOLDERS,
  STAGES,
  WHO_MAY,
  type Duty,
  type StageName,
} from '../fixtures/who-may-do-what.ts';
import { PERSON, playingStages, SUMMARY_STAGES, type Played } from '../support/played-stages.ts';
import { foldFaults, ledgerFaults } from '../support/records.ts';
import { onlyRefusals, writtenIn } from '../support/only-refusals.ts';
import { createRecordedSystem, type Answer, type RecordedSystem } from '../support/recorded-system.ts';

/** A case of the one or the other procedure, standing in a stage. */
interface Standing {
  procedure: 'ordinary' | 'summary';
  stage: StageName;
}
type Verdict = 'yes' | 'stage' | 'person';

const ofStage = ['stage.wrongStage', 'stage.final', 'gate.noPass', 'procedure.summaryNotReviewed'];
const ofPerson = ['role.missing', 'role.otherSection', 'duty.separation', 'duty.notAssigned', 'duty.notHolderOrHead'];
const ADMINISTRATORS: Duty[] = ['systemAdmin', 'securityAdmin', 'auditAdmin'];
const OUTSIDE: Duty[] = ['overseer', 'overseerElsewhere', ...ADMINISTRATORS];
const ACTIONS = Object.keys(WHO_MAY);
const standings: Standing[] = [
  ...STAGES.map((stage): Standing => ({ procedure: 'ordinary', stage })),
  ...SUMMARY_STAGES.map((stage): Standing => ({ procedure: 'summary', stage })),
];
const nameOf = ({ procedure, stage }: Standing) => `${procedure} ${stage}`;
const LEGAL: StageName[] = ['intake', 'legalReview', 'advising', 'legalSignOff'];

/** The stages that the case has been in, this one included: what test/support/played-stages.ts plays. */
function passed({ procedure, stage }: Standing): StageName[] {
  const way: StageName[] = STAGES.filter((one) => one !== 'supplementing' && one !== 'advising');
  if (procedure === 'summary') return ['investigating', stage];
  if (stage === 'terminated') return ['investigating', 'firstReview'];
  if (['suspended', 'transferred', 'supplementing', 'advising'].includes(stage)) {
    return [...way.slice(0, way.indexOf('legalReview') + 1), stage];
  }
  const aside: StageName[] = ['responding', 'coordination', 'deliberation', 'leaderApproval'];
  const upTo = way.slice(0, way.indexOf(stage) + 1);
  if (stage === 'coordination') return upTo;
  const skipped = aside.filter(
    (one) => one !== stage && !(one === 'leaderApproval' && way.indexOf(stage) > way.indexOf(one)),
  );
  return upTo.filter((one) => !skipped.includes(one));
}

function startsIn(action: string, { procedure, stage }: Standing): boolean {
  const summary = procedure === 'summary';
  if (action === 'fileSummary') return summary && stage === 'fulfilment';
  if (action === 'issueDecision') return stage === (summary ? 'investigating' : 'issuing');
  if (action === 'submit' && summary) return false;
  return WHO_MAY[action]!.from.includes(stage);
}

/** The task that may be handed over; while a case is suspended nobody holds it, and those above the holder decide. */
function handsOver({ procedure, stage }: Standing): readonly Duty[] {
  if (stage !== 'suspended') return HANDS_OVER[stage] ?? [];
  const left = procedure === 'summary' ? 'investigating' : 'legalReview';
  return (HANDS_OVER[left] ?? []).filter((duty) => !HOLDERS[left].includes(duty));
}

function theirTask(standing: Standing): Duty[] {
  const been = passed(standing);
  const had = been.flatMap((stage) => HOLDERS[stage]);
  const legal = been.some((stage) => LEGAL.includes(stage));
  const reReviewed: Duty[] = standing.stage === 'coordination' ? ['otherReviewer'] : [];
  return [...had, ...reReviewed, 'sectionHead', 'leaderInCharge', 'chair', ...(legal ? (['legalHead'] as const) : [])];
}

/** Whom the words of the process name for this action in this case; a recusal is one's own. */
function entitled(action: string, standing: Standing): readonly Duty[] {
  const { by } = WHO_MAY[action]!;
  if (by === 'holderOrAbove') return handsOver(standing);
  if (by === 'theirTask') return theirTask(standing);
  if (by === 'themselvesOrHead') return DUTIES.filter((duty) => !OUTSIDE.includes(duty));
  return action === 'requestSupplement' && standing.stage === 'intake' ? ['legalHead'] : by;
}

function expected(action: string, standing: Standing, duty: Duty): Verdict {
  if (!startsIn(action, standing)) return 'stage';
  return entitled(action, standing).includes(duty) ? 'yes' : 'person';
}

/** Left open by the text: the section's leader in charge over a legal task, and whether publishing was a task one had. */
function leftOpen(action: string, { procedure, stage }: Standing, duty: Duty): boolean {
  const { by } = WHO_MAY[action]!;
  const legal = LEGAL.includes(stage) || (stage === 'suspended' && procedure === 'ordinary');
  if (by === 'holderOrAbove') return duty === 'leaderInCharge' && legal;
  return by === 'theirTask' && stage === 'closing' && ['publisher', 'secondPublisher'].includes(duty);
}

function mayRead(standing: Standing, duty: Duty): boolean {
  if (ADMINISTRATORS.includes(duty) || duty === 'overseerElsewhere' || duty === 'otherAdviser') return false;
  return duty !== 'adviser' || standing.stage === 'advising';
}

function verdictOf(code: string): string {
  if (ofStage.includes(code)) return 'stage';
  return ofPerson.includes(code) ? 'person' : 'yes';
}

let system: RecordedSystem;
const played = new Map<string, Played>();
beforeAll(async () => {
  system = await createRecordedSystem();
  // Every duty is held by somebody else.
  await system.db.asOwner(
    `UPDATE person SET roles = roles[1:1] WHERE id IN ('${PERSON.firstReviewer}', '${PERSON.otherSectionHead}', '${PERSON.archivist}')`,
  );
  const playing = playingStages(system);
  for (const standing of standings) played.set(nameOf(standing), await playing[standing.procedure](standing.stage));
});
afterAll(() => system.close());

const caseOf = (standing: Standing) => played.get(nameOf(standing))!;

function read(standing: Standing, duty: Duty): Promise<Answer> {
  const { id, at } = caseOf(standing);
  return system.get(PERSON[duty], `/api/v1/cases/${id}`, at);
}

function ask(standing: Standing, duty: Duty, action: string, body: object): Promise<Answer> {
  const { id, at } = caseOf(standing);
  return system.post(PERSON[duty], `/api/v1/cases/${id}/actions/${action}`, body, at);
}

describe.each(standings)('a case of $procedure procedure in $stage', (standing) => {
  test('stands there', async () => {
    expect((await read(standing, 'handler')).body.stage).toBe(standing.stage);
  });

  test.each(DUTIES)('tells the %s what may be done, and why not what may not', async (duty) => {
    const { status, body } = await read(standing, duty);
    if (!mayRead(standing, duty)) {
      expect({ status, code: body.code }).toEqual({ status: 404, code: 'case.unknown' });
      return;
    }
    const told: Record<string, string> = {};
    for (const { action } of body.allowedActions) told[action] = 'yes';
    for (const { action, code } of body.otherActions) told[action] = code;
    const asked = ACTIONS.filter((action) => !leftOpen(action, standing, duty));
    const found = Object.fromEntries(asked.map((action) => [action, verdictOf(told[action] ?? 'missing')]));
    expect(found).toEqual(Object.fromEntries(asked.map((action) => [action, expected(action, standing, duty)])));
    expect(Object.keys(told).sort()).toEqual([...ACTIONS].sort());
    expect(Object.values(told).filter((code) => code !== 'yes' && verdictOf(code) === 'yes')).toEqual([]);
  });
});

/** Bodies that the schema takes and that still lack what the action requires, so that nobody's succeeds. */
const lacking: Record<string, object> = {
  addRecord: { id: 'E1', kind: '书证', name: '又一次' },
  recordNotice: { kind: '行政处罚事先告知书' },
  recordAnswer: { kind: 'none' },
};
/** What these acts say. */
const saying: Record<string, object> = { comment: { text: '批注' }, copyTo: { to: [PERSON.sectionHead] } };
/** They require nothing more than the person and the stage: whoever may, does. */
const complete = ['recordAnswer', 'recordHearing', 'passFirstReview', 'signOffSection', 'adoptOpinion', 'approveAsLeader', 'fileSummary', 'urge', 'comment', 'copyTo']; // prettier-ignore

function bodyOf(action: string, duty: Duty): object {
  return action === 'recuse' ? { person: PERSON[duty] } : (lacking[action] ?? saying[action] ?? {});
}

interface Attempt {
  action: string;
  duty: Duty;
}

/** Every action once in each stage and once by each person, and by somebody who may wherever somebody may. */
const attempts = new Map<Standing, Attempt[]>(standings.map((standing) => [standing, []]));
for (const [n, action] of ACTIONS.entries()) {
  const may = (standing: Standing, duty: Duty) => expected(action, standing, duty) === 'yes';
  const leavesNothing = (standing: Standing, duty: Duty) =>
    !leftOpen(action, standing, duty) && !(complete.includes(action) && may(standing, duty));
  const tryIt = (standing: Standing, duty: Duty | undefined) => {
    const list = attempts.get(standing)!;
    const again = list.some((one) => one.action === action && one.duty === duty);
    if (duty && !again && leavesNothing(standing, duty)) list.push({ action, duty });
  };
  for (const [k, standing] of standings.entries()) {
    const duties = DUTIES.map((_, shift) => DUTIES[(k + n + shift) % DUTIES.length]!);
    const [duty] = duties;
    tryIt(
      standing,
      duties.find((one) => leavesNothing(standing, one)),
    );
    tryIt(
      standings.find((one) => leavesNothing(one, duty!))!,
      leavesNothing(standing, duty!) ? undefined : duty,
    );
    tryIt(
      standing,
      duties.find((one) => may(standing, one)),
    );
  }
}

describe('who acts all the same', () => {
  test('is asked for every action in every stage, and by every person', () => {
    const tried = [...attempts].flatMap(([standing, list]) => list.map((one) => ({ ...one, at: nameOf(standing) })));
    const pairs = (of: (one: (typeof tried)[number]) => string) => new Set(tried.map(of)).size;
    const always = new Set(
      [...attempts.keys()].flatMap((standing) => ACTIONS.map((action) => [action, nameOf(standing)].join())),
    );
    expect(pairs(({ action, at }) => `${action},${at}`)).toBe(always.size);
    expect(pairs(({ action, duty }) => `${action},${duty}`)).toBe(ACTIONS.length * DUTIES.length);
  });

  test.each(standings)(
    'is answered as the table says in $procedure $stage, and leaves nothing but the refusal',
    async (standing) => {
      const { id } = caseOf(standing);
      const list = attempts.get(standing)!;
      const before = await writtenIn(system.db, id);
      const found = await severalAtOnce(list, async ({ action, duty }) => {
        const { status, body } = await ask(standing, duty, action, bodyOf(action, duty));
        return [action, duty, verdictOf(body.code ?? ''), status];
      });
      expect(found).toEqual(
        list.map(({ action, duty }) => {
          const verdict = expected(action, standing, duty);
          return [action, duty, verdict, verdict === 'person' ? 403 : 409];
        }),
      );
      expect(await writtenIn(system.db, id)).toEqual(onlyRefusals(before, list.length));
    },
  );

  test('is written down: each refusal with its code, and its leaf in the ledger', async () => {
    const tried = [...attempts.values()].flat().length;
    const [kept] = await system.db.asOwner<{ rows: number; leaves: number }>(
      `SELECT count(*)::int AS rows, count(l.ref)::int AS leaves FROM command_intake i
       LEFT JOIN ledger_leaf l ON l.kind = 'refusal' AND l.ref = i.id WHERE i.status = 'refused' AND i.code IS NOT NULL`,
    );
    expect(kept).toEqual({ rows: tried, leaves: tried });
  });
});

describe('who may, and needs nothing more', () => {
  // A leader's approval is what the way to issuing plays: here a hearing would void the pass before.
  const done = complete
    .filter((action) => action !== 'approveAsLeader')
    .flatMap((action, n) =>
      standings.flatMap((standing, k) => {
        const may = DUTIES.filter(
          (duty) => expected(action, standing, duty) === 'yes' && !leftOpen(action, standing, duty),
        );
        const duty = may[(n + k) % may.length];
        return duty ? [{ action, standing, duty }] : [];
      }),
    );
  // What moves a case on comes last, so that all the others still find it in its stage.
  const moves = (action: string) =>
    Number(typeof WHO_MAY[action]!.to[0] === 'string' && WHO_MAY[action]!.to[0] !== 'stays');
  const inOrder = done.toSorted((one, other) => moves(one.action) - moves(other.action));
  test.each(inOrder)(
    'does $action in $standing.procedure $standing.stage as $duty',
    async ({ action, standing, duty }) => {
      const { status, body } = await ask(standing, duty, action, bodyOf(action, duty));
      expect([status, body.code]).toEqual([200, undefined]);
    },
  );

  test('leaves a whole ledger, and every case as its events tell it', async () => {
    expect([await ledgerFaults(system.db), await foldFaults(system.db)]).toEqual([[], []]);
  });
});

async function severalAtOnce<One, Result>(list: One[], work: (one: One) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let n = 0; n < list.length; n += 5) results.push(...(await Promise.all(list.slice(n, n + 5).map(work))));
  return results;
}
