import { describe, expect, test } from '@jest/globals';
import type { PersonFacts } from '../../domain/command.ts';
import type { Stage } from '../../domain/process.ts';
import { caseIn } from '../support/case-in-stage.ts';
import type { PureCase } from '../support/pure-case.ts';
import { says } from '../support/says.ts';
import { smallAgency } from '../support/small-agency.ts';

type People = Record<string, Partial<PersonFacts>>;
const away = (substitute?: string, to = '2026-03-06') => ({
  leave: [{ from: '2026-03-02', to, ...(substitute && { substitute }) }],
});
const first = { roles: ['firstReviewer' as const] };
/** A case in a stage, whose agency is then like this. */
const in_ = (stage: Stage, people: People): PureCase => {
  const one = caseIn(stage);
  one.facts = smallAgency({ people });
  return one;
};
const last = (one: PureCase) => one.events.at(-1)!;

describe('when a stage is entered, its task goes', () => {
  const entered = (people: People) => in_('investigating', people).do('h1', 'submit');
  const rows: [sentence: string, people: People, holder: string[], because: string | null, told: string[] | undefined][] = [
    ['to its holder', {}, ['f1'], null, undefined],
    ['to the substitute of a holder on leave', { f1: away('f2') }, ['f2'], 'onLeave', undefined],
    ['to the substitute of a substitute who is on leave too', { f1: away('f2'), f2: away('fB') }, ['fB'], 'onLeave', undefined],
    ['to the substitute whose own leave is over or to come', { f1: away('f2'), f2: { leave: [{ from: '2026-02-02', to: '2026-03-01', substitute: 'fB' }, { from: '2026-03-03', to: '2026-03-09', substitute: 'fB' }] } }, ['f2'], 'onLeave', undefined],
    ['to the head, where the separation forbids the substitute', { f1: away('h2'), h2: first }, ['sA'], 'duty.separation', undefined],
    ['to the head, where the substitute lacks the role', { f1: away('p1') }, ['sA'], 'role.missing', undefined],
    ['to the head, where the substitute is on leave without one', { f1: away('f2'), f2: away() }, ['sA'], 'person.leave', undefined],
    ['to the head, where the substitute left', { f1: away('f2'), f2: { leftOn: '2026-03-01' } }, ['sA'], 'person.left', undefined],
    ['above the head who is on leave', { f1: away('p1'), sA: away() }, ['l2'], 'role.missing', undefined],
    ['to a holder on leave without a substitute, and the head is told', { f1: away() }, ['f1'], null, ['sA']],
    ['to a holder who left, and the head is told', { f1: { leftOn: '2026-03-02' } }, ['f1'], null, ['sA']],
    ['to a holder without the role, and the next head who is there is told', { f1: { roles: [] }, sA: away() }, ['f1'], null, ['l2']],
  ]; // prettier-ignore
  test.each(rows)('%s', (_sentence, people, holder, because, told) => {
    const one = entered(people);
    expect([one.state.holder, one.state.standIns?.[0]?.because ?? null, last(one).told]).toEqual([
      holder,
      because,
      told,
    ]);
    expect(one.seeOrganisation()).toEqual([]);
  });

  test('a leave that is over, or still to come, changes nothing', () => {
    const past = { leave: [{ from: '2026-02-01', to: '2026-03-01', substitute: 'f2' }] };
    const future = { leave: [{ from: '2026-03-03', to: '2026-03-09', substitute: 'f2' }] };
    expect([entered({ f1: past }).state.holder, entered({ f1: future }).state.holder]).toEqual([['f1'], ['f1']]);
  });

  test('one person does not stand in for both handlers, nor one handler for the other', () => {
    const back = (people: People) =>
      in_('firstReview', people).do('f1', 'returnByFirstReviewer', { given: ['reasons'] }).state.holder;
    expect(back({ h1: away('h3') })).toEqual(['h3', 'h2']);
    expect(back({ h1: away('h3'), h2: away('h3') })).toEqual(['h3', 'sA']);
    expect(back({ h1: away('h2') })).toEqual(['sA', 'h2']);
    expect(back({ h1: away('h3'), h3: { certificate: null } })).toEqual(['sA', 'h2']);
  });

  test('who does the act itself is not the substitute for what the separation keeps apart from it', () => {
    const both = { f1: { roles: ['firstReviewer' as const, 'sectionHead' as const] }, sA: away('f1') };
    expect(in_('firstReview', both).do('f1', 'passFirstReview').state.holder).toEqual(['l2']);
  });
});

describe('a substitute', () => {
  const stoodIn = () => in_('investigating', { f1: away('f2') }).do('h1', 'submit');
  const drafting = () => {
    const one = in_('investigating', { h1: away('h3'), h3: { roles: ['handler', 'firstReviewer'] } });
    one.seeOrganisation();
    return one;
  };
  const returned = () =>
    in_('firstReview', { h1: away('h3'), h3: { roles: ['handler', 'firstReviewer'] } }).do(
      'f1',
      'returnByFirstReviewer',
      {
        given: ['reasons'],
      },
    );
  says([
    ['to whom a return brought the handler’s task does not do the first review', () => returned().do('h2', 'submit').asks('h3', 'passFirstReview'), 'duty.separation'],
    ['acts', () => stoodIn().asks('f2', 'passFirstReview'), 'yes'],
    ['stood in for: the one on leave', () => stoodIn().asks('f1', 'passFirstReview'), 'person.leave'],
    ['for a handler drafts', () => drafting().asks('h3', 'saveDraft'), 'yes'],
    ['for a handler does not do the first review', () => drafting().do('h2', 'submit').asks('h3', 'passFirstReview'), 'duty.separation'],
    ['for one handler does not take the place of the other', () => drafting().asks('sA', 'reassign', { from: 'h2', to: 'h3' }), 'certificate.fewerThanTwo'],
    ['a head to whom a handler’s task went does not draft', () => { const one = in_('investigating', { h1: away('p1'), sA: { roles: ['sectionHead', 'handler'] } }); one.seeOrganisation(); return one.asks('sA', 'saveDraft'); }, 'duty.notAssigned'],
  ]); // prettier-ignore

  test('who acted is remembered for the separation of duties, not who was stood in for', () => {
    const { tookPart } = stoodIn().do('f2', 'passFirstReview').state;
    expect(tookPart.filter(({ as }) => as === 'firstReviewer')).toEqual([{ person: 'f2', as: 'firstReviewer' }]);
  });

  test('gives back after the last day what is not finished', () => {
    const one = stoodIn().on('2026-03-07 00:01');
    expect([last(one).type, one.state.holder, one.state.standIns]).toEqual(['endStandIn', ['f1'], []]);
  });

  test('of a handler stays when the stage changes, a head to whom the task went does not', () => {
    const submitted = (substitute: string) =>
      in_('firstReview', { h1: away(substitute) })
        .do('f1', 'returnByFirstReviewer', { given: ['reasons'] })
        .do('h2', 'submit').state.standIns;
    expect([submitted('h3')?.map(({ by }) => by), submitted('h2')]).toEqual([['h3'], []]);
  });

  test('gives nothing back when the stage is another by then', () => {
    const one = stoodIn().do('f2', 'passFirstReview').on('2026-03-07 00:01');
    expect(one.state.holder).toEqual(['sA']);
  });

  test('gives a review back that waits for materials meanwhile', () => {
    const one = in_('legalReview', { r1: away('r2') });
    one.seeOrganisation();
    one.do('r2', 'requestSupplement').on('2026-03-07 00:01').do('h1', 'supplement');
    expect(one.state.holder).toEqual(['r1']);
  });

  test('is there again when a stage left for a while is gone back to', () => {
    const one = in_('legalReview', { r1: away('r2', '2026-03-20') });
    one.seeOrganisation();
    one.do('r2', 'requestSupplement').do('h1', 'supplement');
    expect([one.state.holder, one.asks('r2', 'giveOpinion')]).toEqual([['r2'], 'yes']);
  });

  test('and who is stood in for have one place: it is reassigned under either name', () => {
    for (const from of ['h1', 'h3']) {
      const one = drafting().do('sA', 'reassign', { from, to: 'h4' });
      expect([one.state.holder, one.state.handlers, one.state.standIns]).toEqual([['h2', 'h4'], ['h2', 'h4'], []]);
    }
  });

  test('who hands on to a delegate: after both it is with the one who was on leave', () => {
    const one = in_('legalReview', { r1: away('r2') });
    one.seeOrganisation();
    one.do('r2', 'delegate', { from: 'r2', to: 'r3', until: '2026-03-09' }).on('2026-03-10');
    expect(one.state.holder).toEqual(['r1']);
  });
});

describe('when the organisation changed', () => {
  const seen = (stage: Stage, people: People) => {
    const one = in_(stage, people);
    const [event, ...more] = one.seeOrganisation();
    expect(more).toEqual([]);
    return { one, event };
  };
  const rows: [sentence: string, stage: Stage, people: People, type: string | undefined, holder: string[], told: string[] | undefined][] = [
    ['and nobody is away, nothing is written', 'legalReview', {}, undefined, ['r1'], undefined],
    ['a leave with a substitute moves the task', 'legalReview', { r1: away('r2') }, 'standIn', ['r2'], undefined],
    ['a leave without one tells the head, and the task stays', 'legalReview', { r1: away() }, 'reportAbsence', ['r1'], ['q1']],
    ['a reviewer without the role is reported', 'legalReview', { r1: { roles: [] } }, 'reportAbsence', ['r1'], ['q1']],
    ['a handler whose certificate expired is reported', 'investigating', { h1: { certificate: null } }, 'reportAbsence', ['h1', 'h2'], ['sA']],
    ['a head who left is reported to the next level', 'intake', { q1: { leftOn: '2026-03-01' } }, 'reportAbsence', ['q1'], ['l3']],
    ['above the chair nobody of the agency is told', 'deliberation', { l1: away() }, 'reportAbsence', ['l1'], []],
    ['a reviewer’s expired certificate is nobody’s business', 'legalReview', { r1: { certificate: null } }, undefined, ['r1'], undefined],
    ['a suspended case is left alone', 'suspended', { r1: away('r2') }, undefined, [], undefined],
    ['an ended case is left alone', 'archived', { h1: away('h3') }, undefined, [], undefined],
  ]; // prettier-ignore
  test.each(rows)('%s', (_sentence, stage, people, type, holder, told) => {
    const { one, event } = seen(stage, people);
    expect([event?.type, one.state.holder, event?.told]).toEqual([type, holder, told]);
  });

  test('an absence is reported once, and another one again', () => {
    const { one } = seen('legalReview', { r1: away() });
    expect(one.on('2026-03-04').seeOrganisation()).toEqual([]);
    one.facts = smallAgency({ people: { r1: { leftOn: '2026-03-04' } } });
    expect(one.seeOrganisation().map(({ absent }) => absent)).toEqual([
      [{ person: 'r1', kind: 'left', since: '2026-03-04' }],
    ]);
  });

  test('a leave cut short gives the task back, a longer one keeps it with the substitute', () => {
    const { one } = seen('legalReview', { r1: away('r2') });
    one.facts = smallAgency({ people: { r1: away('r2', '2026-03-12') } });
    one.on('2026-03-04').seeOrganisation();
    expect([one.on('2026-03-09').state.holder, one.state.standIns?.[0]?.until]).toEqual([['r2'], '2026-03-12']);
    one.facts = smallAgency();
    expect(one.seeOrganisation().map(({ type }) => type)).toEqual(['endStandIn']);
    expect([one.state.holder, one.state.standIns]).toEqual([['r1'], []]);
  });

  test('a substitute who falls ill: the task goes to the head, with the reason', () => {
    const { one } = seen('legalReview', { r1: away('r2') });
    one.facts = smallAgency({ people: { r1: away('r2'), r2: away() } });
    one.seeOrganisation();
    expect(one.state.standIns).toEqual([{ for: 'r1', by: 'q1', until: '2026-03-06', because: 'person.leave' }]);
  });

  test('what a delegation gave is stood in for too, and goes back to whose it was', () => {
    const one = caseIn('legalReview').do('q1', 'delegate', { from: 'r1', to: 'r2', until: '2026-03-05' });
    one.facts = smallAgency({ people: { r2: away('r3', '2026-03-12') } });
    one.seeOrganisation();
    expect(one.state.holder).toEqual(['r3']);
    expect([one.on('2026-03-06').state.holder, one.state.standIns]).toEqual([['r1'], []]);
  });
});
