import { dayOf } from '../domain/calendar.ts';
import { summaryDecisionText } from '../domain/decision-words.ts';
import type { PublishableDecision, PublishablePenalty, PublishablePermit } from '../domain/publication-fields.ts';
import { forbiddenInPublication, publishedOther, publishedPenalty, publishedPermit } from '../domain/publication.ts';
import { redact, type Redaction } from '../domain/redaction.ts';
import { refuse } from '../domain/refusal.ts';
import type { Consequence, Writing } from '../prisma/consequence.ts';
import { agencyOf, approve, keepPrepared, putUp, type PreparedPublication } from '../prisma/publication.ts';
import { wordedHistory } from './worded-history.ts';

interface PublicationWords {
  kind: 'penalty' | 'permit' | 'other';
  title?: string;
  publicUntil?: string | null;
}

/**
 * Builds what is to be published (拟公示稿) from what was decided: redacted facts, the 双公示 fields of its kind. Refused
 * while an identity number, a phone or an account is still in it (行政处罚法 50; 政府信息公开条例 15).
 */
export const preparePublication: Consequence = async (writing) => {
  const prepared = await prepare(writing);
  const forbidden = forbiddenInPublication({ ...prepared.fields, facts: prepared.facts });
  if (forbidden.length > 0) {
    return refuse('publication.forbiddenField', { found: forbidden.map(({ field, kind }) => ({ field, kind })) });
  }
  await keepPrepared(writing.transaction, prepared);
  return null;
};

export const approvePublication: Consequence = async ({ transaction, event }) => {
  await approve(transaction, event.caseId, event.actor);
  return null;
};

export const publish: Consequence = async ({ transaction, event, words }) => {
  await putUp(transaction, event.caseId, String(words['channel'] ?? ''), new Date(event.at));
  return null;
};

async function prepare(writing: Writing): Promise<PreparedPublication> {
  const { transaction, agency, before, event, filed } = writing;
  const { decision } = before;
  if (!decision) throw new TypeError('nothing was decided');
  const events = await wordedHistory(transaction, event.caseId);
  const draft = events.findLast((past) => past.type === 'saveDraft')?.words['draft'] as
    { text: string; facts: string; statutoryBasis: PublishablePenalty['basis'] } | undefined;
  const issued = events.findLast((past) => past.type === 'issueDecision');
  const redactions = redactionsOf(writing);
  const clean = (text: unknown) => redact(String(text ?? ''), redactions);
  const decidedWords = issued?.words['decision'] as { text?: string } | undefined;
  const common: PublishableDecision = {
    party: filed.party as unknown as PublishableDecision['party'],
    documentNo: decision.documentNo,
    decidedOn: dayOf(decision.at),
    text: clean(draft?.text ?? decidedWords?.text ?? summaryDecisionText(decision)),
    agency: await agencyOf(transaction, agency),
  };
  const publication = (filed['publication'] ?? { kind: 'other' }) as PublicationWords;
  const facts = clean(draft?.facts ?? filed['facts']);
  const basis = draft?.statutoryBasis ?? (filed['statutoryBasis'] as PublishablePenalty['basis']);
  return {
    caseId: event.caseId,
    agencyId: agency,
    decisionSeq: before.decisionSeq ?? 0,
    kind: publication.kind,
    title: publication.title ?? clean(filed.title),
    documentNo: decision.documentNo,
    partyName: common.party.name,
    fields: fieldsOf(common, decision, facts, basis, publication),
    facts,
    preparedBy: event.actor,
    publicUntil: publication.publicUntil ?? null,
  };
}

function redactionsOf({ words, filed }: Writing): Redaction[] {
  const chosen = words['redactions'];
  const list = chosen === 'personalInfo' || chosen === undefined ? filed['personalInfo'] : chosen;
  return (list ?? []) as Redaction[];
}

function fieldsOf(
  common: PublishableDecision,
  decision: { amountFen: number; confiscatedFen: number },
  publicFacts: string,
  basis: PublishablePenalty['basis'],
  publication: PublicationWords,
): Record<string, unknown> {
  const { amountFen, confiscatedFen } = decision;
  const meta = { ...publication, publicUntil: publication.publicUntil ?? null };
  switch (publication.kind) {
    case 'penalty':
      return publishedPenalty({
        ...common,
        amountFen,
        confiscatedFen,
        publicFacts,
        basis,
        publication: meta as unknown as PublishablePenalty['publication'],
      });
    case 'permit':
      return publishedPermit({ ...common, publication: meta as unknown as PublishablePermit['publication'] });
    case 'other':
      return publishedOther({ ...common, title: publication.title ?? '' });
  }
}
