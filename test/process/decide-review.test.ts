import { describe, expect, test } from '@jest/globals';
import { reviewItems, type ReviewItem } from '../../domain/process.ts';
import { caseIn, verdict } from '../support/case-in-stage.ts';
import { answers, draft, proposal } from '../support/plausible-input.ts';
import type { PureCase } from '../support/pure-case.ts';
import { says } from '../support/says.ts';

const ten = (Object.keys(reviewItems) as ReviewItem[]).filter((key) => key !== 'other');
const opinion = (one: PureCase, items = answers(), given: 'agree' | 'correct' | undefined = 'agree') =>
  one.asks('r1', 'giveOpinion', { verdict: given, items });
const reviewed = () => caseIn('legalReview');

describe('what a reviewer saw', () => {
  const seen = (after: (one: PureCase) => PureCase) => {
    const one = reviewed();
    return [one.state.reviewedHash!, after(one)] as const;
  };
  const asked = ([reviewed, one]: readonly [string, PureCase]) => one.asks('r1', 'giveOpinion', { reviewed });
  says([
    ['is what is there', () => asked(seen((one) => one)), 'yes'],
    ['was something else', () => reviewed().asks('r1', 'giveOpinion', { reviewed: 'f'.repeat(64) }), 'review.materialChanged'],
    ['was replaced by a supplement meanwhile', () => asked(seen((one) => one.do('r1', 'requestSupplement').do('h1', 'saveDraft', { draft: draft(proposal(18_000), 'other words') }).do('h1', 'supplement'))), 'review.materialChanged'],
  ]); // prettier-ignore
});

describe('before the review', () => {
  says([
    ['a material is missing', () => caseIn('investigating', { requiredMaterials: ['调查终结报告', '听证笔录'] }).asks('h1', 'submit'), 'materials.incomplete'],
    ['no version is named', () => caseIn('investigating').asks('h1', 'submit', { contentVersion: undefined }), 'content.notNamed'],
    ['a version that is not the current one', () => caseIn('investigating').asks('h1', 'submit', { contentVersion: 2 }), 'content.versionMismatch'],
    ['evidence after the draft', () => caseIn('investigating').do('h1', 'addRecord').asks('h1', 'submit'), 'content.evidenceNotIncluded'],
    ['evidence taken into a new version', () => caseIn('investigating').do('h1', 'addRecord').do('h1', 'saveDraft').asks('h1', 'submit'), 'yes'],
    ['a record of an act after the draft', () => caseIn('investigating').do('h1', 'addRecord', { record: { id: 'V', isEvidence: false } }).asks('h1', 'submit'), 'yes'],
    ['the same evidence twice', () => caseIn('investigating').do('h1', 'addRecord', { record: { id: 'E', isEvidence: true } }).asks('h1', 'addRecord', { record: { id: 'E', isEvidence: true } }), 'record.appendOnly'],
    ['a return without reasons, by the first reviewer', () => caseIn('firstReview').asks('f1', 'returnByFirstReviewer', { given: [] }), 'reasons.missing'],
    ['a return without reasons, by the section head', () => caseIn('sectionSignOff').asks('sA', 'returnBySectionHead', { given: [] }), 'reasons.missing'],
    ['acceptance without certifying the materials', () => caseIn('intake').asks('q1', 'acceptForReview', { materialsComplete: false }), 'materials.incomplete'],
    ['a supplement without a list', () => reviewed().asks('r1', 'requestSupplement', { count: 0 }), 'supplement.noList'],
    ['a supplement that answers less than was asked', () => reviewed().do('r1', 'requestSupplement', { count: 2 }).asks('h1', 'supplement', { count: 1 }), 'materials.incomplete'],
  ]); // prettier-ignore

  const supplementing = (what = proposal(18_000), facts = 'facts') =>
    caseIn('supplementing').asks('h1', 'saveDraft', { draft: draft(what, 'other words', facts) });
  says([
    ['other words in a supplement', () => supplementing(), 'yes'],
    ['a lower amount in a supplement', () => supplementing(proposal(17_999)), 'supplement.material'],
    ['another measure in a supplement', () => supplementing(proposal(18_000, ['fine', 'warning'])), 'supplement.material'],
    ['other facts in a supplement', () => supplementing(undefined, 'other facts'), 'supplement.material'],
    ['a version skipped', () => caseIn('investigating').asks('h1', 'saveDraft', { version: 3 }), 'content.versionMismatch'],
    ['a version repeated', () => caseIn('investigating').asks('h1', 'saveDraft', { version: 1 }), 'content.versionMismatch'],
  ]); // prettier-ignore
});

describe('the opinion', () => {
  test.each(ten)('is not complete without an answer to %s', (key) => {
    expect(opinion(reviewed(), answers({ [key]: null }))).toBe('review.itemUnanswered');
    expect(opinion(reviewed(), answers({ [key]: { basisGiven: false } }))).toBe('review.itemUnanswered');
  });
  test.each(ten)('cannot agree while %s does not conform', (key) => {
    const items = answers({ [key]: { result: 'doesNotConform' } });
    expect([opinion(reviewed(), items), opinion(reviewed(), items, 'correct')]).toEqual([
      'review.verdictMismatch',
      'yes',
    ]);
  });
  says([
    ['an item that does not apply, without basis', () => opinion(reviewed(), answers({ crimeTransfer: { result: 'notApplicable', basisGiven: false } })), 'yes'],
    ['the signature without a number', () => caseIn('legalSignOff').asks('q1', 'approveOpinion', { opinionNo: undefined }), 'number.notNext'],
    ['a return without reasons', () => caseIn('legalSignOff').asks('q1', 'returnOpinion', { given: [] }), 'reasons.missing'],
  ]); // prettier-ignore

  test('needs a verdict', () => {
    expect(reviewed().asks('r1', 'giveOpinion', { verdict: undefined })).toBe('review.itemUnanswered');
  });
});

describe('the adviser in a difficult case', () => {
  const difficult = () => caseIn('legalReview', { difficult: true });
  const advised = () => difficult().do('r1', 'consultAdviser').do('a1', 'advise');
  const again = (amountYuan: number, facts?: string) =>
    verdict(advised(), 'correct')
      .do('sA', 'adoptOpinion')
      .do('h1', 'saveDraft', { draft: draft(proposal(amountYuan), 'text', facts) })
      .do('h1', 'submit')
      .do('f1', 'passFirstReview')
      .do('sA', 'signOffSection')
      .do('q1', 'acceptForReview');
  says([
    ['an opinion before anybody was asked', () => opinion(difficult()), 'review.adviserRequired'],
    ['an opinion that disagrees, before anybody was asked', () => opinion(difficult(), answers(), 'correct'), 'review.adviserRequired'],
    ['an opinion after the answer', () => opinion(advised()), 'yes'],
    ['a case that is not difficult', () => opinion(reviewed()), 'yes'],
    ['in the next round with the same measures and facts', () => opinion(again(18_000)), 'yes'],
    ['in the next round with another amount', () => opinion(again(17_000)), 'review.adviserRequired'],
    ['in the next round with other facts', () => opinion(again(18_000, 'other facts')), 'review.adviserRequired'],
    ['asked again then', () => opinion(again(17_000).do('r1', 'consultAdviser').do('a1', 'advise')), 'yes'],
    ['no adviser named', () => reviewed().asks('r1', 'consultAdviser', { adviser: undefined }), 'reasons.missing'],
    ['advice without social impact', () => caseIn('advising').asks('a1', 'advise', { given: ['law', 'risk'] }), 'advice.incomplete'],
    ['advice without risk', () => caseIn('advising').asks('a1', 'advise', { given: ['law', 'socialImpact'] }), 'advice.incomplete'],
    ['advice without law', () => caseIn('advising').asks('a1', 'advise', { given: ['risk', 'socialImpact'] }), 'advice.incomplete'],
  ]); // prettier-ignore
});

describe('extending the review', () => {
  const extended = () => reviewed().do('q1', 'extendReview');
  says([
    ['on the due day', () => reviewed().on('2026-03-09 23:59').asks('q1', 'extendReview'), 'yes'],
    ['the day after', () => reviewed().on('2026-03-10').asks('q1', 'extendReview'), 'review.extendedLate'],
    ['without a reason', () => reviewed().asks('q1', 'extendReview', { given: [] }), 'reasons.missing'],
    ['twice in a round', () => extended().asks('q1', 'extendReview'), 'review.extendedAlready'],
    ['again after a returned opinion in the same round', () => extended().do('r1', 'giveOpinion').do('q1', 'returnOpinion').asks('q1', 'extendReview'), 'review.extendedAlready'],
    ['in the next round', () => verdict(extended(), 'disagree').do('sA', 'object').asks('q1', 'extendReview'), 'yes'],
  ]); // prettier-ignore
});

describe('objection and coordination', () => {
  const objected = () => caseIn('responding').do('sA', 'object');
  const twice = () => verdict(objected(), 'disagree');
  says([
    ['an objection without reasons', () => caseIn('responding').asks('sA', 'object', { given: [] }), 'reasons.missing'],
    ['an objection', () => caseIn('responding').asks('sA', 'object'), 'yes'],
    ['a second one', () => twice().asks('sA', 'object'), 'objection.onceOnly'],
    ['coordination before a re-review', () => caseIn('responding').asks('sA', 'requestCoordination'), 'coordination.beforeReReview'],
    ['coordination after it', () => twice().asks('sA', 'requestCoordination'), 'yes'],
    ['adopting after it', () => twice().asks('sA', 'adoptOpinion'), 'yes'],
    ['coordination that ends in a decision', () => caseIn('coordination').asks('l2', 'concludeCoordination', { target: 'issuing' }), 'coordination.cannotDecide'],
    ['coordination that ends in an approval', () => caseIn('coordination').asks('l2', 'concludeCoordination', { target: 'leaderApproval' }), 'coordination.cannotDecide'],
    ['coordination that ends nowhere', () => caseIn('coordination').asks('l2', 'concludeCoordination', { target: undefined }), 'coordination.cannotDecide'],
  ]); // prettier-ignore

  test('the other qualified reviewer takes the objection, whomever the section names', () => {
    const one = caseIn('responding').do('sA', 'object', { reviewer: 'r1' });
    expect([one.state.holder, one.state.round, one.asks('r1', 'giveOpinion')]).toEqual([['r2'], 2, 'duty.notAssigned']);
  });

  test('where one leader is in charge of both sections, the head of the agency concludes', () => {
    const one = verdict(objected(), 'disagree');
    one.facts.duties.legalLeaderInCharge = 'l2';
    one.do('sA', 'requestCoordination');
    expect([one.state.holder, one.asks('l2', 'concludeCoordination'), one.asks('l1', 'concludeCoordination')]).toEqual([
      ['l1'],
      'duty.notAssigned',
      'yes',
    ]);
  });
});
