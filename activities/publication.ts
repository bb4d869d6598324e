import { dayOf, shanghai } from '../domain/calendar.ts';
import { exemptionGrounds } from '../domain/grounds.ts';
import type { PartyType } from '../domain/party.ts';
import { forbiddenInPublication, hiddenIn, publishedExemption } from '../domain/publication.ts';
import { redact, type Redaction } from '../domain/redaction.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import type { Consequence, Writing } from '../prisma/consequence.ts';
import {
  approve,
  correct,
  keepPrepared,
  publishedNow,
  putUp,
  takeDown,
  type PreparedPublication,
} from '../prisma/publication.ts';
import { textIn } from '../prisma/words.ts';
import { particularsOf, preparedForm, publicMaterial } from './prepared-publication.ts';

/** Builds what is to be published (拟公示稿) from what was decided: redacted facts, the 双公示 fields of its kind. */
export const preparePublication: Consequence = async (writing) => {
  const { publicUntil } = particularsOf(writing);
  if (publicUntil && publicUntil < dayOf(writing.event.at)) return refuse('publication.endsBefore', { publicUntil });
  const prepared = await preparedForm(writing);
  return prepared ? kept(writing, prepared) : refuse('publication.kindOfPermit', { field: 'permitType' });
};

/** Party, number, agency and the lawful ground stay public of a decision that is not published; whom the ground protects is not named. */
export const exemptPublication: Consequence = async (writing) => {
  const { decided, prepared } = await publicMaterial(writing);
  const { party, documentNo, agency } = decided;
  const ground = textIn(writing.words, 'basis') || groundInWords(writing.event.input.ground);
  const unnamed = protectsParty(writing.event.input.ground, party.type);
  const name = unnamed ? notShown : party.name;
  const fields = publishedExemption({ party: { ...party, name }, documentNo, agency, ground });
  const title = unnamed ? '不予公开的行政执法决定' : prepared.title;
  return kept(writing, { ...prepared, kind: 'exemption', title, partyName: name, fields, facts: '' });
};

const notShown = '〔已隐去〕';

/**
 * Whether the ground keeps even the name from going out: 国家秘密 (政府信息公开条例 14); of a natural person 未成年人 (未成年人保护法 103)
 * and 个人隐私 (政府信息公开条例 15; 行政处罚法 50).
 */
function protectsParty(ground: string | undefined, type: PartyType): boolean {
  return ground === 'stateSecret' || (type === '自然人' && (ground === 'minor' || ground === 'privacy'));
}

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

/** Says beside what is up what was wrong with it and why; what should have been hidden from the first is hidden at once, there too. */
export const correctPublication: Consequence = async ({ transaction, event, words }) => {
  const published = await publishedNow(transaction, event.caseId);
  if (!published) return refuse('publication.notPublished');
  const { decisionSeq, corrections, ...before } = published;
  const redactions = (words['redactions'] ?? []) as Redaction[];
  const { shown, absent } = hiddenIn(before, redactions);
  if (absent.length > 0) return refuse('publication.textNotThere', { texts: absent });
  const said = { what: redact(textIn(words, 'what'), redactions), reason: redact(textIn(words, 'reason'), redactions) };
  const refusal = stillForbidden(said);
  const key = { caseId: event.caseId, decisionSeq };
  const made = [...corrections, { ...said, at: shanghai(event.at) }];
  if (!refusal) await correct(transaction, key, { ...shown, corrections: made });
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
