import { describe, expect, it } from '@jest/globals';
import { copyAgency } from '../../rehearsal/agency-copy.ts';
import { checkAttempt } from '../../rehearsal/check-attempt.ts';
import type { Answer, Client } from '../../rehearsal/client.ts';
import { importsOf } from '../../rehearsal/import-bodies.ts';
import { playIllegal } from '../../rehearsal/play-illegal.ts';
import type { Scene } from '../../rehearsal/scene.ts';
import type { StoryFolder } from '../../rehearsal/story-folder.ts';
import { illegalShape, type IllegalEntry } from '../../rehearsal/story-shape.ts';
import { beginStory, learn, type StoryState } from '../../rehearsal/story-state.ts';
import type { Check } from '../../rehearsal/tally.ts';
import { march, organisation, storyCase } from './stories.ts';

const one = storyCase();
const attempt = { at: march(3), actor: 'a-h1', action: 'close', input: { report: '结案' } };

function entry(changes: Record<string, unknown> = {}): IllegalEntry {
  return illegalShape.parse({
    id: 'I01',
    given: { case: 'C01', afterStep: 1 },
    attempt,
    refusedBecause: 'stage.wrongStage',
    ...changes,
  });
}

describe('the imports for one entry', () => {
  const lists = {
    catalogue: [
      { id: 'a-K01', agency: 'a', version: 1 },
      { id: 'b-K01', agency: 'b', version: 1 },
    ],
    items: [{ id: 'a-F01', agency: 'a', section: 'a-A' }],
  };
  const copy = copyAgency({ one, organisation }, entry());
  const { organisation: bodies, lists: own, surplus } = importsOf(copy, lists);

  it('bring the bureau before the agency, without what the API does not know', () => {
    const { agencies } = bodies[0]![1] as { agencies: { id: string }[] };
    expect(agencies.map(({ id }) => id)).toEqual(['I01-o', 'I01-a']);
    expect(agencies[1]).toEqual({
      id: 'I01-a',
      overseenBy: 'I01-o',
      legalHead: 'a-q1',
      legalReviewers: ['I01-a-r1'],
      sections: [{ id: 'I01-a-A', firstReviewer: 'I01-a-f1', head: 'a-s1', leaderInCharge: 'a-l1' }],
    });
  });

  it('bring the lists of the agency alone, under ids of their own', () => {
    expect(own).toEqual([
      ['catalogue', { entries: [{ id: 'I01-a-K01', agency: 'I01-a', version: 1 }] }],
      ['items', { items: [{ id: 'I01-a-F01', agency: 'I01-a', section: 'I01-a-A' }] }],
    ]);
  });

  it('leave nobody a role', () => expect(surplus).toEqual([]));

  it('give somebody the role that a list asks of them, to be withdrawn', () => {
    const people = organisation.people.map((person) =>
      person.id === 'a-f1' ? { ...person, roles: ['archivist'] } : person,
    );
    const imports = importsOf(copyAgency({ one, organisation: { ...organisation, people } }, entry()), lists);
    expect(imports.surplus).toEqual([{ person: 'I01-a-f1', role: 'firstReviewer' }]);
    const body = imports.organisation.find(([kind]) => kind === 'people')![1] as {
      people: { id: string; roles: string[] }[];
    };
    expect(body.people.find(({ id }) => id === 'I01-a-f1')?.roles).toEqual(['archivist', 'firstReviewer']);
  });
});

describe('an attempt', () => {
  const view = { id: 'case-1', stage: 'investigating', lastSeq: 1, handlers: ['a-h1'], history: [] };

  function reached(): StoryState {
    const state = beginStory(one);
    learn(state, view);
    return state;
  }

  /** Answers posts in turn, and reads with whatever `seen` holds then. */
  function clientOf(posts: Answer[], seen: object[] = [view]): Client {
    return {
      get: async () => ({ status: 200, body: seen.length > 1 ? seen.shift() : seen[0] }),
      post: async () => posts.shift() ?? { status: 500, body: {} },
      getPublic: async () => ({ status: 404, body: {} }),
    };
  }

  const refused = (code: string): Answer => ({ status: 409, body: { code, detail: '不行' } });
  const wrong = (checks: Check[]) => checks.map(({ wrong: what }) => what);

  it('passes when it is refused for the one reason and changes nothing', async () => {
    const checks = await checkAttempt(entry(), reached(), clientOf([refused('stage.wrongStage')]));
    expect(wrong(checks)).toEqual([null, null]);
  });

  it('fails when it is refused for another reason, or accepted', async () => {
    expect(wrong(await checkAttempt(entry(), reached(), clientOf([refused('role.missing')])))[0]).toContain(
      'role.missing',
    );
    expect(wrong(await checkAttempt(entry(), reached(), clientOf([{ status: 200, body: view }])))[0]).toContain(
      'accepted',
    );
  });

  it('fails when the case is not as it was', async () => {
    const client = clientOf([refused('stage.wrongStage')], [view, { ...view, lastSeq: 2 }]);
    expect(wrong(await checkAttempt(entry(), reached(), client))[1]).toBe('changed: lastSeq');
  });

  it('is followed by what is lawful, which must be accepted', async () => {
    const lawful = entry({ lawfulInstead: { ...attempt, action: 'comment' } });
    const accepted = clientOf([refused('stage.wrongStage'), { status: 200, body: view }]);
    expect(wrong(await checkAttempt(lawful, reached(), accepted))).toEqual([null, null, null]);
    const not = clientOf([refused('stage.wrongStage'), refused('role.missing')]);
    expect(wrong(await checkAttempt(lawful, reached(), not))[2]).toContain('role.missing');
  });

  it('of the clock passes when nothing of the kind happened', async () => {
    const clock = entry({ attempt: { ...attempt, actor: 'system', action: 'giveOpinion' } });
    expect(wrong(await checkAttempt(clock, reached(), clientOf([])))).toEqual([null, null]);
    const happened = clientOf(
      [],
      [{ ...view, stage: 'legalSignOff', history: [{ type: 'giveOpinion', at: march(3), actor: 'system' }] }],
    );
    expect(wrong(await checkAttempt(clock, reached(), happened))).toEqual([
      'giveOpinion happened',
      'the stage became legalSignOff',
    ]);
  });
});

it('entries are told in their order, and one that breaks down is a failure', async () => {
  const told: [string, Check[]][] = [];
  const report = { entry: (which: IllegalEntry, checks: Check[]) => told.push([which.id, checks]) };
  const scene = { report, signal: new AbortController().signal } as unknown as Scene;
  const entries = ['I01', 'I02', 'I03', 'I04', 'I05', 'I06'].map((id) =>
    entry({ id, given: { case: 'C99', afterStep: 0 } }),
  );
  const folder = { cases: [one], organisation, lists: { catalogue: [], items: [] } } as unknown as StoryFolder;
  await playIllegal(entries, folder, scene, {} as never);
  expect(told.map(([id]) => id)).toEqual(['I01', 'I02', 'I03', 'I04', 'I05', 'I06']);
  expect(told[0]![1]).toMatchObject([{ wrong: 'no case C99' }]);
});
