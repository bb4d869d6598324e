import { describe, expect, test } from '@jest/globals';
import { standingProblem } from '../../domain/decide.ts';
import { actions, stages, type Action, type DutyGroup } from '../../domain/process.ts';
import { PERSON } from '../fixtures/persons-of-the-agency.ts';
import {
  DUTIES,
  HANDS_OVER,
  STAGES,
  WHO_MAY,
  type Duty,
  type Row,
  type StageName,
} from '../fixtures/who-may-do-what.ts';
import { caseIn } from '../support/case-in-stage.ts';
import { PureCase } from '../support/pure-case.ts';

const inStage = Object.fromEntries(STAGES.map((stage) => [stage, caseIn(stage)])) as Record<StageName, PureCase>;
const summary = new PureCase({ procedure: 'summary' })
  .do('h1', 'register')
  .do('h1', 'recordNotice')
  .do('h1', 'recordAnswer')
  .do('h1', 'issueDecision');
const rows = Object.entries(WHO_MAY) as [Action, Row][];
const ofStage = ['stage.wrongStage', 'stage.final', 'gate.noPass'];
const ofPerson = ['role.missing', 'role.otherSection', 'duty.separation', 'duty.notAssigned', 'duty.notHolderOrHead'];
/** Left open by the text: administrators as chair of a hearing; the handling section's leader in charge over the legal section's tasks. */
const administrators: Duty[] = ['systemAdmin', 'securityAdmin', 'auditAdmin'];

function standing(action: Action, stage: StageName, person: string): string {
  const one = action === 'fileSummary' && stage === 'fulfilment' ? summary : inStage[stage];
  const command = one.command(person, action);
  return standingProblem(action, { state: one.state, filing: one.filed, command, now: one.now })?.code ?? 'yes';
}

function dutiesThatMay(action: Action, stage: StageName, duties: readonly Duty[] = DUTIES): Duty[] {
  return duties.filter((duty) => standing(action, stage, PERSON[duty]) === 'yes');
}

function sameDuties(found: Duty[], expected: readonly Duty[]) {
  expect([...found].sort()).toEqual([...expected].sort());
}

describe('what process.md says, compared with the table the program runs by', () => {
  test('there are the same actions, and no more', () => {
    expect(Object.keys(actions).sort()).toEqual(['register', ...Object.keys(WHO_MAY)].sort());
  });

  test.each(rows)('%s starts in the stages of the text', (action, row) => {
    const { from, summaryFrom } = actions[action];
    const found = from === 'filing' || from.length === 0 ? summaryFrom : from;
    expect([...(found ?? [])].sort()).toEqual([...row.from].sort());
  });

  test.each(rows)('%s leads where the text says', (action, row) => {
    const to = actions[action].to;
    const found = (typeof to === 'string' ? [to] : to).map((stage) =>
      stage === 'deliberation' && action === 'recordMeeting' ? 'stays' : stage,
    );
    expect([...found].sort()).toEqual([...row.to].sort());
  });

  const groupNames: Record<string, DutyGroup> = {
    firstReviewers: 'firstReviewer', sectionHeads: 'sectionHead', legalReviewers: 'legalReviewer', legalHeads: 'legalHead',
    advisers: 'adviser', deciders: 'decider', hearingChair: 'hearingChair',
  }; // prettier-ignore
  test.each(rows)('%s counts for the separation of duties as the text says', (action, row) => {
    const rule = actions[action];
    // Handlers are in their group from the day they are named; their single acts need not be remembered.
    const expected =
      row.substantive === null || row.substantive === 'handlers' ? undefined : groupNames[row.substantive];
    expect(rule.counts ? rule.as : undefined).toBe(expected);
    if (row.substantive === 'handlers') expect(rule.as).toBe('handler');
  });

  test('only the three last stages are final', () => {
    expect(STAGES.filter((stage) => stages[stage].final)).toEqual(['archived', 'terminated', 'transferred']);
  });
});

describe.each(rows)('%s', (action, row) => {
  const elsewhere = STAGES.filter((stage) => !row.from.includes(stage));
  if (elsewhere.length > 0)
    test.each(elsewhere)('is possible for nobody in %s', (stage) => {
      const answers = DUTIES.map((duty) => standing(action, stage, PERSON[duty]));
      expect(answers.filter((code) => !ofStage.includes(code))).toEqual([]);
    });

  const { by } = row;
  if (typeof by === 'string') return;
  const asked = action === 'recordHearing' ? DUTIES.filter((duty) => !administrators.includes(duty)) : DUTIES;
  test.each(row.from)('may be done in %s by exactly those the text names', (stage) => {
    const assigned =
      stage === 'intake' && action === 'requestSupplement' ? by.filter((duty) => duty !== 'reviewer') : by;
    sameDuties(dutiesThatMay(action, stage, asked), assigned);
    const refused = asked
      .filter((duty) => !assigned.includes(duty))
      .map((duty) => standing(action, stage, PERSON[duty]));
    expect(refused.filter((code) => !ofPerson.includes(code))).toEqual([]);
  });
});

describe('handing a task over', () => {
  const handOver: Action[] = ['reassign', 'delegate', 'addReviewer'];
  const held = Object.entries(HANDS_OVER) as [StageName, readonly Duty[]][];
  const pairs = handOver.flatMap((action) => held.map(([stage, duties]) => [action, stage, duties] as const));
  test.each(pairs)('%s in %s is for the holder, their head and those above', (action, stage, expected) => {
    const legal = expected.includes('legalHead');
    const asked = DUTIES.filter((duty) => !(legal && duty === 'leaderInCharge'));
    sameDuties(dutiesThatMay(action, stage, asked), expected);
  });
});

test('somebody of another agency may do nothing but what the overseeing bureau may', () => {
  const theirs = rows.filter(([action, { from }]) => from.some((stage) => standing(action, stage, 'o1') === 'yes'));
  expect(theirs.map(([action]) => action).sort()).toEqual([
    'closeSupervision',
    'openSupervision',
    'returnSupervision',
    'urge',
  ]);
  const anywhere = rows.filter(([action, { from }]) => from.some((stage) => standing(action, stage, 'oX') === 'yes'));
  expect(anywhere).toEqual([]);
});
