import { describe, expect, it } from '@jest/globals';
import { parseCall } from '../../faults/arguments.ts';
import { casePlan } from '../../faults/case-plan.ts';
import type { Heard, LogLine, Said, Sent } from '../../faults/command-log.ts';
import { compare } from '../../faults/compare.ts';
import type { DatabaseRecord } from '../../faults/database-record.ts';
import { faultSchedule, links, parts } from '../../faults/fault-schedule.ts';
import { readStoryFolder } from '../../rehearsal/story-folder.ts';

describe('the faults of a run', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(faultSchedule(7, 10)).toEqual(faultSchedule(7, 10));
    expect(faultSchedule(7, 10)).not.toEqual(faultSchedule(8, 10));
  });

  it.each([0.5, 1, 2])('kill every part and cut every connection at least twice in %p minutes', (minutes) => {
    const faults = faultSchedule(3, minutes);
    const times = (what: string) =>
      faults.filter(
        (fault) => (fault.kind === 'kill' ? fault.part : fault.link) === what && fault.at < minutes * 60_000,
      ).length;
    for (const what of ['worker', 'api', 'clients']) expect(times(what)).toBeGreaterThanOrEqual(2);
    for (const part of parts) expect(faults.filter((one) => one.kind === 'kill' && one.part === part).length).toBeGreaterThanOrEqual(2); // prettier-ignore
    for (const link of links) expect(faults.filter((one) => one.kind === 'cut' && one.link === link).length).toBeGreaterThanOrEqual(2); // prettier-ignore
  });

  it('come every few seconds for worker and API, every minute for PostgreSQL, every two for Temporal', () => {
    const kills = faultSchedule(3, 60).flatMap((fault) => (fault.kind === 'kill' ? [fault.part] : []));
    const times = (part: string) => kills.filter((killed) => killed === part).length;
    expect(parts.map(times)).toEqual([300, 257, 60, 30]);
  });
});

describe('the cases of a run', () => {
  const { cases } = readStoryFolder('demo');
  const plans = (seed: number, run = 1) => [1, 2, 3].map((n) => casePlan(cases, seed, run, 4, n));

  it('are the same for the same seed, and others for another', () => {
    expect(plans(7)).toEqual(plans(7));
    expect(plans(7)).not.toEqual(plans(8));
  });

  it('use no key twice, in a later run of the same seed neither', () => {
    const keys = [...plans(7), ...plans(7, 2)].flatMap(({ moves }) => moves.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

const sent: Sent = {
  at: 1, line: 'sent', key: 'k1', attempt: 1, client: 1, person: 'h1', action: 'submit', caseId: 'C', otherBody: false,
}; // prettier-ignore
const heard = (said: Said, change: Partial<Heard> = {}): LogLine =>
  ({ at: 2, line: 'answered', key: 'k1', attempt: 1, otherBody: false, ...said, ...change }) as LogLine;
const acknowledged: Said = { said: 'acknowledged', caseId: 'C', seq: 3, stage: 'firstReview' };
const refused: Said = { said: 'refused', status: 409, code: 'stage.wrongStage' };
const unknown: Said = { said: 'unknown', why: 'ECONNRESET' };
const event = { caseId: 'C', seq: 3, commandId: 'id1', type: 'submit', actor: 'h1', stage: 'firstReview' };
const intake = { id: 'id1', key: 'k1', person: 'h1', action: 'submit', caseId: 'C', status: 'done' };
const done: DatabaseRecord = { intakes: [intake], events: [event] };
const nothing: DatabaseRecord = { intakes: [intake], events: [] };

describe('log and database agree when', () => {
  it.each([
    ['an acknowledged command has its event', [sent, heard(acknowledged)], done],
    ['an unknown one has an event', [sent, heard(unknown)], done],
    ['an unknown one has none', [sent, heard(unknown)], nothing],
    ['one whose client died before the answer never came in', [sent], { intakes: [], events: [] }],
    ['a refused one has none', [sent, heard(refused)], nothing],
    ['the same answer came twice', [sent, heard(unknown), sent, heard(acknowledged), heard(acknowledged)], done],
    ['the clock did something', [sent, heard(acknowledged)], { ...done, events: [event, { ...event, seq: 4, commandId: 'due', actor: 'system' }] }],
    ['another body under the key was refused', [sent, heard(acknowledged), heard({ said: 'refused', status: 422, code: 'idempotency.mismatch' }, { otherBody: true })], done],
  ] as [string, LogLine[], DatabaseRecord][])('%s', (_, lines, database) => {
    expect(compare(lines, database)).toEqual([]);
  }); // prettier-ignore
});

describe('a lie is found:', () => {
  const twice = { ...done, events: [event, { ...event, seq: 4 }] };
  it.each([
    ['an acknowledged command whose event is gone', [sent, heard(acknowledged)], nothing, /was acknowledged and has no event/],
    ['one that took effect twice', [sent, heard(acknowledged)], twice, /has 2 events/],
    ['an unknown one that took effect twice', [sent, heard(unknown)], twice, /has 2 events/],
    ['a refused one that took effect', [sent, heard(refused)], done, /was refused and has event C:3/],
    ['an answer that names another event', [sent, heard({ ...acknowledged, seq: 5 })], done, /answered otherwise than C:3/],
    ['an answer that names another stage', [sent, heard({ ...acknowledged, stage: 'issuing' })], done, /answered otherwise/],
    ['two answers to one key', [sent, heard(refused), heard(acknowledged)], done, /was answered differently/],
    ['two refusals of one key', [sent, heard(refused), heard({ ...refused, code: 'gate.noPass' } as Said)], nothing, /was answered differently/],
    ['an answer told later that is another', [sent, heard(acknowledged), heard({ ...acknowledged, seq: 4 }, { line: 'asked' })], done, /was answered differently/],
    ['an event that nobody asked for', [sent, heard(acknowledged)], { ...done, events: [event, { ...event, seq: 4, commandId: 'id2' }] }, /event C:4 \(submit\) was asked for by no client/],
    ['a command that nobody sent', [sent, heard(acknowledged)], { ...done, intakes: [intake, { ...intake, id: 'id2', key: 'k2' }] }, /was sent by no client/],
    ['one key that was taken in twice', [sent, heard(unknown)], { ...done, intakes: [intake, { ...intake, id: 'id2', caseId: 'D' }] }, /was taken in 2 times/],
    ['another act than was asked for', [sent, heard(unknown)], { ...done, events: [{ ...event, type: 'archive' }] }, /became archive of h1/],
    ['the act of another person', [sent, heard(unknown)], { ...done, events: [{ ...event, actor: 'h2' }] }, /became submit of h2/],
    ['the act in another case', [sent, heard(unknown)], { ...done, events: [{ ...event, caseId: 'D' }] }, /took effect in case D/],
    ['an error of the program', [sent, heard({ ...unknown, status: 500 } as Said)], nothing, /was answered 500/],
    ['202 with the id of another command', [sent, heard({ said: 'pending', commandId: 'id9' })], done, /202 with the id of another command/],
    ['another body taken under the key', [sent, heard(acknowledged), heard(acknowledged, { otherBody: true })], done, /was taken with another body/],
  ] as [string, LogLine[], DatabaseRecord, RegExp][])('%s', (_, lines, database, fault) => {
    expect(compare(lines, database).join('\n')).toMatch(fault);
  }); // prettier-ignore
});

describe('the call', () => {
  it('names minutes and seed', () => {
    expect(parseCall(['--minutes', '2.5', '--seed', '9'], {})).toEqual({ minutes: 2.5, seed: 9, folder: undefined });
  });

  it.each([
    [['--minutes', 'abc'], /--minutes 不能是 abc · --minutes cannot be abc/],
    [['--minutes', '0'], /--minutes cannot be 0/],
    [['--minutes', ''], /--minutes cannot be/],
    [['--minutes', '99999999'], /--minutes cannot be 99999999/],
    [['--seed', '1.5'], /--seed 不能是 1.5 · --seed cannot be 1.5/],
    [['--what'], /参数有误 · .*--what.*npm run faults/],
    [['5'], /参数有误/],
  ])('%p is refused in a sentence', (args, sentence) => {
    expect(() => parseCall(args, {})).toThrow(sentence);
  });

  it.each(['DATABASE_URL', 'DATABASE_OWNER_URL', 'TEMPORAL_ADDRESS', 'SANXIANG_DATA'])(
    'is refused where %s names what belongs to somebody else',
    (name) => {
      expect(() => parseCall([], { [name]: 'x' })).toThrow(new RegExp(`只在自己启动的服务上.*unset ${name}`));
    },
  );
});
