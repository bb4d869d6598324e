import { dayOf } from '../domain/calendar.ts';
import { exemptionFields, otherFields, penaltyFields, permitFields } from '../domain/publication-fields.ts';
import type { Millis } from '../domain/state.ts';
import type { Prisma, Publication } from './generated/client.ts';
import type { Database } from './client.ts';

/** One decision as the public may read it. */
export interface PublishedDecision {
  documentNo: string;
  title: string;
  kind: string;
  agency: string;
  agencyName: string;
  partyName: string;
  fields: Record<string, string | number | null>;
  facts: string;
  publishedAt: Date;
  /** YYYY-MM-DD, the last day; null where none was set. */
  publicUntil: string | null;
  corrections: { what: string; reason: string; at: string }[];
  /** Taken down: only title, number, agency and the reason stay (行政处罚法 48). */
  withdrawn: { at: Date; reason: string } | null;
}

export interface PublishedSearch {
  documentNo?: string;
  party?: string;
  /** Its id, or a part of its name. */
  agency?: string;
  after?: PublishedCursor;
}

export interface PublishedCursor {
  publishedAt: Date;
  caseId: string;
}

export interface PublishedPage {
  items: PublishedDecision[];
  next: PublishedCursor | null;
}

/** Published decisions whose public period has not ended at `now`, newest first. */
export async function findPublished(
  database: Database,
  search: PublishedSearch,
  now: Millis,
  size = 20,
): Promise<PublishedPage> {
  const agencies = search.agency ? await agenciesLike(database, search.agency) : null;
  const rows = await database.publication.findMany({
    where: {
      AND: [
        publicAt(now),
        search.documentNo ? { documentNo: { contains: literal(search.documentNo) } } : {},
        search.party ? { status: 'published', partyName: { contains: literal(search.party) } } : {},
        agencies ? { agencyId: { in: agencies } } : {},
        search.after ? olderThan(search.after) : {},
      ],
    },
    orderBy: [{ publishedAt: 'desc' }, { caseId: 'desc' }],
    take: size + 1,
  });
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const next = rows.length > size && last?.publishedAt ? { publishedAt: last.publishedAt, caseId: last.caseId } : null;
  return { items: await withAgencyNames(database, shown), next };
}

/** The published decision of exactly that number, or null; two agencies may use the same one. */
export async function findPublishedDecision(
  database: Database,
  documentNo: string,
  agency: string | undefined,
  now: Millis,
): Promise<PublishedDecision | null> {
  const row = await database.publication.findFirst({
    where: { AND: [publicAt(now), { documentNo }, agency ? { agencyId: agency } : {}] },
    orderBy: [{ publishedAt: 'desc' }, { caseId: 'desc' }],
  });
  return row ? ((await withAgencyNames(database, [row]))[0] ?? null) : null;
}

/** Name of the organ that oversees an agency's enforcement, where one does. */
export async function findOverseerName(database: Database, agencyId: string): Promise<string | null> {
  const agency = await database.agency.findUnique({ where: { id: agencyId }, select: { overseenBy: true } });
  if (!agency?.overseenBy) return null;
  const overseer = await database.agency.findUnique({ where: { id: agency.overseenBy }, select: { name: true } });
  return overseer?.name ?? null;
}

function publicAt(now: Millis): Prisma.PublicationWhereInput {
  const today = new Date(`${dayOf(now)}T00:00:00Z`);
  return {
    status: { in: ['published', 'withdrawn'] },
    publishedAt: { lte: new Date(now) },
    OR: [{ publicUntil: null }, { publicUntil: { gte: today } }],
  };
}

function olderThan({ publishedAt, caseId }: PublishedCursor): Prisma.PublicationWhereInput {
  return { OR: [{ publishedAt: { lt: publishedAt } }, { publishedAt, caseId: { lt: caseId } }] };
}

async function agenciesLike(database: Database, words: string): Promise<string[]> {
  const agencies = await database.agency.findMany({
    where: { OR: [{ id: words }, { name: { contains: literal(words) } }, { shortName: { contains: literal(words) } }] },
    select: { id: true },
  });
  return agencies.map(({ id }) => id);
}

async function withAgencyNames(database: Database, rows: Publication[]): Promise<PublishedDecision[]> {
  const ids = [...new Set(rows.map(({ agencyId }) => agencyId))];
  const agencies = await database.agency.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  return rows.map((row) => readable(row, names.get(row.agencyId) ?? ''));
}

function readable(row: Publication, agencyName: string): PublishedDecision {
  const { documentNo, kind, agencyId: agency, withdrawnAt } = row;
  const withdrawn = withdrawnAt && { at: withdrawnAt, reason: row.withdrawnReason ?? '' };
  return {
    documentNo,
    title: withdrawn ? '已撤回的公示' : kind === 'exemption' ? '不予公开的行政执法决定' : row.title,
    kind,
    agency,
    agencyName,
    partyName: withdrawn ? '' : row.partyName,
    fields: withdrawn ? {} : publishable(row.fields),
    facts: withdrawn ? '' : row.facts,
    publishedAt: row.publishedAt!,
    publicUntil: row.publicUntil?.toISOString().slice(0, 10) ?? null,
    corrections: withdrawn ? [] : (row.corrections as unknown as PublishedDecision['corrections']),
    withdrawn,
  };
}

/** In the order of the published forms, which JSON in the database does not keep. */
const publishableFields = [
  ...new Set([penaltyFields, permitFields, otherFields, exemptionFields].flatMap((form) => Object.keys(form))),
];

/** The last wall: whatever a row holds, only the fields of the published forms go out. */
function publishable(fields: Prisma.JsonValue): PublishedDecision['fields'] {
  const held = (fields ?? {}) as PublishedDecision['fields'];
  const present = publishableFields.filter((field) => Object.hasOwn(held, field));
  return Object.fromEntries(present.map((field) => [field, held[field] ?? null]));
}

/** LIKE's own signs, taken for themselves. */
function literal(words: string): string {
  return words.replace(/[\\%_]/g, String.raw`\$&`);
}
