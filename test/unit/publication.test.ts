import { describe, expect, it } from '@jest/globals';
import {
  forbiddenFields,
  forbiddenInPublication,
  isPublishableField,
  publishedExemption,
  publishedOther,
  publishedPenalty,
  publishedPermit,
} from '../../domain/publication.ts';
import type { PublishablePenalty, PublishablePermit } from '../../domain/publication-fields.ts';
import { redact } from '../../domain/redaction.ts';
import type { DemoCase } from '../support/demo-data.ts';
import { cases, organisation } from '../support/demo-data.ts';

function decided(one: DemoCase) {
  const proposal = one.proposedDecisions.at(-1);
  const agency = organisation.agencies.find((a) => a.id === one.agency);
  const issued = one.story.find((step) => step.action === 'issueDecision');
  if (!proposal || !agency || !issued) throw new Error(one.id);
  return {
    party: one.party,
    documentNo: String(issued.input['documentNo']),
    decidedOn: issued.at.slice(0, 10),
    text: proposal.text,
    agency,
    amountFen: proposal.amountYuan * 100,
    confiscatedFen: proposal.confiscatedYuan * 100,
    publicFacts: redact(one.facts, one.personalInfo),
    basis: one.statutoryBasis,
  };
}

function publish(one: DemoCase): Record<string, string | number | null> {
  const decision = decided(one);
  const { publication } = one;
  if (publication?.['kind'] === 'penalty')
    return publishedPenalty({ ...decision, publication } as unknown as PublishablePenalty);
  if (publication?.['kind'] === 'permit')
    return publishedPermit({ ...decision, publication } as unknown as PublishablePermit);
  return publishedOther({ ...decision, title: String(publication?.['title']) });
}

const published = cases.filter((one) => one.publishedFields);

describe.each(published.map((one) => [one.id, one] as const))('the publication of case %s', (_id, one) => {
  const { neverShown, ...fields } = one.publishedFields ?? {};

  it('has exactly the fields that the platform expects', () => {
    const expected = Object.entries(fields).map(([code, value]) => [
      code,
      value === '@publicFacts' ? one.publicFacts : value,
    ]);
    expect(publish(one)).toEqual(Object.fromEntries(expected));
    expect(Object.keys(publish(one))).toEqual(Object.keys(fields));
  });

  it('shows nothing that is never shown', () => {
    const text = JSON.stringify(publish(one));
    for (const field of neverShown as string[]) expect(Object.keys(publish(one))).not.toContain(field);
    for (const secret of one.mustNotAppearInPublic) expect(text).not.toContain(secret);
    for (const secret of [one.party.idNo, one.party.legalRepresentativeIdNo, one.party.phone])
      if (secret) expect(text).not.toContain(secret);
    expect(forbiddenInPublication(publish(one))).toEqual([]);
  });
});

describe('a published decision', () => {
  const [penalty] = published;
  if (!penalty) throw new Error('no penalty');

  it('gives amounts in ten thousand yuan to the fen', () => {
    const amounts = (amountFen: number) =>
      publishedPenalty({
        ...decided(penalty),
        amountFen,
        publication: penalty.publication,
      } as unknown as PublishablePenalty).CF_NR_FK;
    expect([0, 1, 200_000, 123_456_789, 999_999_999_999].map(amounts)).toEqual([
      0, 0.000001, 0.2, 123.456789, 999999.999999,
    ]);
  });

  it('names the field in which a forbidden number is left', () => {
    const left = publishedOther({ ...decided(penalty), title: '决定', text: '负责人电话00041876520。' });
    expect(forbiddenInPublication(left)).toEqual([{ field: 'decision', kind: 'phone', text: '00041876520' }]);
  });

  it('lets only fields of its forms go out', () => {
    for (const field of [...forbiddenFields, 'partyIdNo', 'idNo', 'address', 'phone', 'toString', '']) {
      expect(isPublishableField(field)).toBe(false);
    }
    for (const field of published.flatMap((one) => Object.keys(publish(one))))
      expect(isPublishableField(field)).toBe(true);
  });
});

describe('a decision exempt from publication', () => {
  it('still says to whom, under which number, by whom and why not', () => {
    const exempt = cases.find((one) => one.publication?.['exempt']);
    if (!exempt) throw new Error('no exempt case');
    const ground = String(exempt.publication?.['groundBasis']);
    expect(publishedExemption({ ...decided(exempt), ground })).toEqual({
      party: '湖南禾燊生物质热电有限公司',
      documentNo: '新发改许〔2026〕1号',
      agency: '新田县发展和改革局',
      ground: '行政许可法第五条第二款；政府信息公开条例第十五条',
    });
  });
});
