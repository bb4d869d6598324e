import { dayOf, shanghai } from '../domain/calendar.ts';
import { summaryDecisionText } from '../domain/decision-words.ts';
import type { PublishableDecision, PublishablePenalty, PublishablePermit } from '../domain/publication-fields.ts';
import {
  forbiddenInPublication,
  publishedExemption,
  publishedOther,
  publishedPenalty,
  publishedPermit,
} from '../domain/publication.ts';
import { exemptionGrounds } from '../domain/grounds.ts';
import { redact, type Redaction } from '../domain/redaction.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import type { Consequence, Writing } from '../prisma/consequence.ts';
import {
  addCorrection,
  agencyOf,
  approve,
  keepPrepared,
  putUp,
  takeDown,
  type PreparedPublication,
} from '../prisma/publication.ts';
import { textIn } from '../prisma/words.ts';
import { wordedHistory } from './worded-history.ts';

interface PublicationWords {
  kind: 'penalty' | 'permit' | 'other';
  title?: string;
  publicUntil?: string | null;
}

/** Builds what is to be published (拟公示稿) from what was decided: redacted facts, the 双公示 fields of its kind. */
export const preparePublication: Consequence = async (writing) => kept(writing, await prepare(writing));

/** Party, number, agency and the lawful ground stay public of a decision that is not published. */
export const exemptPublication: Consequence = async (writing) => {
  const prepared = await prepare(writing);
  const { party, documentNo, agency } = await common(writing, redactionsOf(writing));
  const ground = textIn(writing.words, 'basis') || groundInWords(writing.event.input.ground);
  const fields = publishedExemption({ party, documentNo, agency, ground });
  return kept(writing, { ...prepared, kind: 'exemption', fields, facts: '' });
};

/** Decided for its lawful ground alone, where no provision was written. */
function groundInWords(ground: string | undefined): string {
  return exemptionGrounds[ground as keyof typeof exemptionGrounds]?.zh ?? '';
}

export const approvePublication: Consequence = async ({ transaction, before, event }) => {
  const key = keyOf(event.caseId, before.decisionSeq);
  await approve(transaction, key, event.actor);
  if (before.publication?.status === 'exemptionProposed') await putUp(transaction, key, '', new Date(event.at));
  return null;
};

export const publish: Consequence = async ({ transaction, before, event, words }) => {
  const channel = textIn(words, 'channel');
  await putUp(transaction, keyOf(event.caseId, before.decisionSeq), channel, new Date(event.at));
  return null;
};

export const correctPublication: Consequence = async ({ transaction, event, words }) => {
  const said = { what: textIn(words, 'what'), reason: textIn(words, 'reason') };
  const refusal = stillForbidden(said);
  if (!refusal) await addCorrection(transaction, event.caseId, { ...said, at: shanghai(event.at) });
  return refusal;
};

export const withdrawPublication: Consequence = async ({ transaction, event, words }) => {
  const reason = textIn(words, 'reason');
  const refusal = stillForbidden({ reason });
  if (!refusal) await takeDown(transaction, event.caseId, reason, new Date(event.at));
  return refusal;
};

/** Refused while an identity number, a phone or an account is in anything that everybody may read (行政处罚法 50; 政府信息公开条例 15). */
function stillForbidden(shown: Parameters<typeof forbiddenInPublication>[0]): Refusal | null {
  const found = forbiddenInPublication(shown).map(({ field, kind }) => ({ field, kind }));
  return found.length > 0 ? refuse('publication.forbiddenField', { found }) : null;
}

async function kept({ transaction }: Writing, prepared: PreparedPublication): Promise<Refusal | null> {
  const { fields, facts, title, partyName } = prepared;
  const refusal = stillForbidden({ ...fields, facts, title, partyName });
  if (!refusal) await keepPrepared(transaction, prepared);
  return refusal;
}

function keyOf(caseId: string, decisionSeq: number | null) {
  return { caseId, decisionSeq: decisionSeq ?? 0 };
}

interface DraftWords {
  text: string;
  facts: string;
  statutoryBasis: PublishablePenalty['basis'];
}

async function draftWords({ transaction, event }: Writing): Promise<DraftWords | undefined> {
  const events = await wordedHistory(transaction, event.caseId);
  return events.findLast((past) => past.type === 'saveDraft')?.words['draft'] as DraftWords | undefined;
}

/** What every published form says, redacted. */
async function common(writing: Writing, redactions: Redaction[]): Promise<PublishableDecision> {
  const { transaction, agency, before, filed } = writing;
  const { decision } = before;
  if (!decision) throw new TypeError('nothing was decided');
  const draft = await draftWords(writing);
  return {
    party: filed.party as unknown as PublishableDecision['party'],
    documentNo: decision.documentNo,
    decidedOn: dayOf(decision.at),
    text: redact(draft?.text ?? summaryDecisionText(decision), redactions),
    agency: await agencyOf(transaction, agency),
  };
}

async function prepare(writing: Writing): Promise<PreparedPublication> {
  const { agency, before, event, filed } = writing;
  const redactions = redactionsOf(writing);
  const draft = await draftWords(writing);
  const decided = await common(writing, redactions);
  const words = (filed['publication'] ?? { kind: 'other' }) as PublicationWords;
  const title = redact(words.title ?? filed.title, redactions);
  const publication = { ...words, title };
  const facts = redact(draft?.facts ?? textIn(filed, 'facts'), redactions);
  const basis = draft?.statutoryBasis ?? (filed['statutoryBasis'] as PublishablePenalty['basis']);
  return {
    caseId: event.caseId,
    agencyId: agency,
    decisionSeq: before.decisionSeq ?? 0,
    kind: publication.kind,
    title,
    documentNo: decided.documentNo,
    partyName: decided.party.name,
    fields: fieldsOf(decided, before.decision ?? { amountFen: 0, confiscatedFen: 0 }, facts, basis, publication),
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
