import { dayOf } from '../domain/calendar.ts';
import { summaryDecisionText } from '../domain/decision-words.ts';
import type { PublishableDecision, PublishablePenalty } from '../domain/publication-fields.ts';
import { penaltyParticulars, permitParticulars, type Particulars } from '../domain/publication-particulars.ts';
import { publishedOther, publishedPenalty, publishedPermit } from '../domain/publication.ts';
import { redact, shownName, type Redaction } from '../domain/redaction.ts';
import type { Writing } from '../prisma/consequence.ts';
import { agencyOf, type PreparedPublication } from '../prisma/publication.ts';
import { textIn } from '../prisma/words.ts';
import { wordedHistory } from './worded-history.ts';

interface DraftWords {
  text: string;
  facts: string;
  statutoryBasis: PublishablePenalty['basis'];
}

/** What is published of a decision, all but its fields; `decided` is what every form says of it, redacted. */
export interface Material {
  decided: PublishableDecision;
  basis: PublishablePenalty['basis'];
  prepared: Omit<PreparedPublication, 'kind' | 'fields'>;
}

/** What was decided, as far as it may go out: redacted by what the filing names, or whoever prepares it instead. */
export async function publicMaterial(writing: Writing): Promise<Material> {
  const { transaction, agency, before, event, filed } = writing;
  const { decision } = before;
  if (!decision) throw new TypeError('nothing was decided');
  const redactions = redactionsOf(writing);
  const draft = await draftWords(writing);
  const party = filed.party as unknown as PublishableDecision['party'];
  const decided = {
    party: hidden(party, redactions),
    documentNo: decision.documentNo,
    decidedOn: dayOf(decision.at),
    text: redact(draft?.text ?? summaryDecisionText(decision), redactions),
    agency: await agencyOf(transaction, agency),
  };
  const meant = filed['publication'] as { title?: string | null } | null | undefined;
  return {
    decided,
    basis: draft?.statutoryBasis ?? (filed['statutoryBasis'] as PublishablePenalty['basis']),
    prepared: {
      caseId: event.caseId,
      agencyId: agency,
      decisionSeq: before.decisionSeq ?? 0,
      title: redact(meant?.title ?? filed.title, redactions),
      documentNo: decided.documentNo,
      partyName: decided.party.name,
      facts: redact(draft?.facts ?? textIn(filed, 'facts'), redactions),
      preparedBy: event.actor,
      publicUntil: particularsOf(writing).publicUntil ?? null,
    },
  };
}

/** The form of the case's category with its fields; null where a permit's kind, which nothing else tells, was not named. */
export async function preparedForm(writing: Writing): Promise<PreparedPublication | null> {
  const { decided, basis, prepared } = await publicMaterial(writing);
  const { before, event, filed } = writing;
  const { measures = [], amountFen = 0, confiscatedFen = 0 } = before.decision ?? {};
  const given = particularsOf(writing);
  switch (before.filing?.category) {
    case 'penalty': {
      const publication = penaltyParticulars(given, { cause: textIn(filed, 'cause'), measures }, dayOf(event.at));
      const facts = prepared.facts;
      const penalty = { ...decided, amountFen, confiscatedFen, publicFacts: facts, basis, publication };
      const { publicUntil } = publication;
      return { ...prepared, kind: 'penalty', fields: publishedPenalty(penalty), publicUntil };
    }
    case 'permit': {
      const publication = permitParticulars(given, measures);
      return publication && { ...prepared, kind: 'permit', fields: publishedPermit({ ...decided, publication }) };
    }
    default:
      return { ...prepared, kind: 'other', fields: publishedOther({ ...decided, title: prepared.title }) };
  }
}

/** What was filed for the publication, and over it what whoever prepares it writes. A last day that has passed meanwhile is none. */
export function particularsOf({ words, filed, event }: Writing): Particulars {
  const { publicUntil, ...filedThen } = (filed['publication'] ?? {}) as Particulars;
  const passed = typeof publicUntil === 'string' && publicUntil < dayOf(event.at);
  return { ...filedThen, ...(publicUntil !== undefined && !passed && { publicUntil }), ...(words as Particulars) };
}

function redactionsOf({ words, filed }: Writing): Redaction[] {
  const chosen = words['redactions'];
  const list = chosen === 'personalInfo' || chosen === undefined ? filed['personalInfo'] : chosen;
  return (list ?? []) as Redaction[];
}

/** A name that is to be hidden is hidden in its own field, too. */
function hidden(party: PublishableDecision['party'], redactions: Redaction[]): PublishableDecision['party'] {
  const shown = (name: string) => shownName(name, redactions);
  const { name, legalRepresentative } = party;
  return { ...party, name: shown(name), legalRepresentative: legalRepresentative && shown(legalRepresentative) };
}

async function draftWords({ transaction, event }: Writing): Promise<DraftWords | undefined> {
  const events = await wordedHistory(transaction, event.caseId);
  return events.findLast((past) => past.type === 'saveDraft')?.words['draft'] as DraftWords | undefined;
}
