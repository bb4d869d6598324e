import { nfc } from './plain-text.ts';

/** One content version as drafted. Amounts in integer fen. */
export interface Draft {
  measures: readonly string[];
  amountFen: number;
  confiscatedFen: number;
  text: string;
  facts: string;
  /** 裁量阶次 */
  tier: string;
  basis: readonly { statute: string; article: string; note?: string | null }[];
}

/** What was put before the reviewer, beside the draft. */
export interface ReviewedMatter {
  /** SHA-256 of the party as filed, 64 hexadecimal digits. */
  partyDigest: string;
  draft: Draft;
  evidence: readonly { id: string; sha256: string }[];
  /** In the order of service. */
  notices: readonly {
    documentNo: string | null;
    kind: string;
    proposed: Pick<Draft, 'measures' | 'amountFen' | 'confiscatedFen'>;
    hearingRight: boolean;
  }[];
  /** In the order received; only statements are content. */
  answers: readonly {
    noticeNo: string | null;
    kind: 'statement' | 'waived' | 'none';
    text: string;
    review?: string | null;
  }[];
  hearings: readonly {
    chair: string;
    recorder: string;
    public: boolean;
    attended: readonly string[];
    report: string;
  }[];
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * The canonical object of one draft, for the version's own hash (RFC 8785, SHA-256, made elsewhere). Measures are a set,
 * texts are in NFC. Throws RangeError for an amount that is no whole number of fen or is negative.
 */
export function draftContent(draft: Draft): { readonly [key: string]: Json } {
  return { schema: 'draft/1', ...draftFields(draft) };
}

/**
 * The canonical object of what was reviewed (process.md "What was reviewed"; 行政处罚法 58): any change of it voids a pass.
 * A waiver, a lapse and every moment of time are left out, because they change nothing that was reviewed. Throws
 * RangeError as {@link draftContent}, for a digest that is not 64 hexadecimal digits and for evidence named twice.
 */
export function reviewedContent(matter: ReviewedMatter): { readonly [key: string]: Json } {
  return {
    schema: 'reviewed/1',
    party: digest(matter.partyDigest),
    draft: draftFields(matter.draft),
    evidence: evidenceById(matter.evidence),
    notices: matter.notices.map(({ documentNo, kind, proposed, hearingRight }) => ({
      documentNo: optional(documentNo),
      kind: nfc(kind),
      ...proposalFields(proposed),
      hearingRight,
    })),
    statements: matter.answers
      .filter(({ kind }) => kind === 'statement')
      .map(({ noticeNo, text, review }) => ({
        noticeNo: optional(noticeNo),
        text: nfc(text),
        review: optional(review),
      })),
    hearings: matter.hearings.map((hearing) => ({
      chair: nfc(hearing.chair),
      recorder: nfc(hearing.recorder),
      public: hearing.public,
      attended: hearing.attended.map(nfc),
      report: nfc(hearing.report),
    })),
  };
}

function draftFields(draft: Draft): { readonly [key: string]: Json } {
  return {
    ...proposalFields(draft),
    text: nfc(draft.text),
    facts: nfc(draft.facts),
    tier: nfc(draft.tier),
    basis: draft.basis.map(({ statute, article, note }) => ({
      statute: nfc(statute),
      article: nfc(article),
      note: optional(note),
    })),
  };
}

function proposalFields(proposal: Pick<Draft, 'measures' | 'amountFen' | 'confiscatedFen'>): {
  readonly [key: string]: Json;
} {
  return {
    // Sorted by code unit: an order that no locale changes.
    measures: [...new Set(proposal.measures.map(nfc))].sort(),
    amountFen: fen(proposal.amountFen),
    confiscatedFen: fen(proposal.confiscatedFen),
  };
}

function evidenceById(evidence: ReviewedMatter['evidence']): Json {
  const byId = evidence.map(({ id, sha256 }) => ({ id: nfc(id), sha256: digest(sha256) }));
  byId.sort((a, b) => (a.id < b.id ? -1 : 1));
  const twice = byId.find(({ id }, n) => id === byId[n - 1]?.id);
  if (twice) throw new RangeError(`evidence named twice: ${twice.id}`);
  return byId;
}

function fen(amount: number): number {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`not a whole number of fen: ${amount}`);
  return amount;
}

function digest(hex: string): string {
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new RangeError(`not a SHA-256 in hexadecimal: ${hex}`);
  return hex;
}

function optional(text: string | null | undefined): string | null {
  return text === null || text === undefined ? null : nfc(text);
}
