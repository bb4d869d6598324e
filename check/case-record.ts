import type pg from 'pg';
import { apply } from '../domain/apply.ts';
import type { CaseEvent, Relaxations } from '../domain/command.ts';
import { emptyState, type CaseState } from '../domain/state.ts';
import { grouped } from './grouped.ts';
import { pages, rowsOf } from './pages.ts';
import type {
  DecisionRow,
  DueRow,
  EventRow,
  FileRow,
  FilingRow,
  OrderRow,
  NotificationRow,
  PublicationRow,
  ReviewRow,
  SearchRow,
  VisitRow,
} from './rows.ts';

/** One event with the state before and after it. */
export interface Step {
  event: CaseEvent;
  before: CaseState;
  after: CaseState;
}

/** All that the database holds of one case. */
export interface CaseRecord {
  id: string;
  filing: FilingRow | undefined;
  file: FileRow | undefined;
  search: SearchRow | undefined;
  events: EventRow[];
  steps: Step[];
  /** What the events fold to. */
  folded: CaseState;
  reviews: ReviewRow[];
  decisions: DecisionRow[];
  due: DueRow[];
  visits: VisitRow[];
  orders: OrderRow[];
  publications: PublicationRow[];
  notifications: NotificationRow[];
  /** Agencies named by rows that only copy the case's: versions, what leaves the system. */
  named: { case_id: string; part: string; agency_id: string }[];
  /** Relaxations of the case's agency, from the day each pack begins. */
  packs: { agency_id: string; effective_from: string; relaxations: Relaxations }[];
}

/** Every case, a page at a time, each with all its rows. */
export async function* caseRecords(client: pg.Client, size = 100): AsyncGenerator<CaseRecord[]> {
  const packs = await rowsOf<CaseRecord['packs'][number]>(client, 'SELECT to_jsonb(t) AS row FROM parameter_pack t');
  const all = `SELECT jsonb_build_object('id', id) AS row FROM
    (SELECT id FROM case_filing UNION SELECT id FROM case_file UNION SELECT case_id FROM event) known ORDER BY id`;
  for await (const page of pages<{ id: string }>(client, 'all_cases', all, size)) {
    yield await recordsOf(
      client,
      page.map(({ id }) => id),
      packs,
    );
  }
}

async function recordsOf(client: pg.Client, ids: string[], packs: CaseRecord['packs']): Promise<CaseRecord[]> {
  const read = <Row>(table: string, key = 'case_id', order = key) =>
    rowsOf<Row>(client, `SELECT to_jsonb(t) AS row FROM ${table} t WHERE ${key} = ANY ($1) ORDER BY ${order}`, [ids]);
  const filings = byKey(await read<FilingRow>('case_filing', 'id'), 'id');
  const files = byKey(await read<FileRow>('case_file', 'id'), 'id');
  const search = byKey(await read<SearchRow>('case_search'), 'case_id');
  const events = byKey(await read<EventRow>('event', 'case_id', 'case_id, seq'), 'case_id');
  const reviews = byKey(await read<ReviewRow>('review', 'case_id', 'case_id, seq'), 'case_id');
  const decisions = byKey(await read<DecisionRow>('decision', 'case_id', 'case_id, seq'), 'case_id');
  const due = byKey(await read<DueRow>('due_moment', 'case_id', 'id'), 'case_id');
  const orders = byKey(await read<OrderRow>('supervision_order', 'case_id', 'opened_at'), 'case_id');
  const visits = byKey(await read<VisitRow>('stage_visit', 'case_id', 'case_id, seq'), 'case_id');
  const publications = byKey(await read<PublicationRow>('publication'), 'case_id');
  const notifications = byKey(await read<NotificationRow>('notification', 'case_id', 'case_id, seq'), 'case_id');
  const named = byKey(await rowsOf<CaseRecord['named'][number]>(client, copies, [ids]), 'case_id');
  return ids.map((id) => {
    const own = events.get(id) ?? [];
    const filing = filings.get(id)?.[0];
    const steps = stepsOf(own.map(({ data }) => data));
    return {
      id,
      filing,
      file: files.get(id)?.[0],
      search: search.get(id)?.[0],
      events: own,
      steps,
      folded: steps.at(-1)?.after ?? emptyState,
      reviews: reviews.get(id) ?? [],
      decisions: decisions.get(id) ?? [],
      due: due.get(id) ?? [],
      visits: visits.get(id) ?? [],
      orders: orders.get(id) ?? [],
      publications: publications.get(id) ?? [],
      notifications: notifications.get(id) ?? [],
      named: named.get(id) ?? [],
      packs: packs.filter((pack) => pack.agency_id === filing?.agency_id),
    };
  });
}

const copies = ['content_version', 'outbox']
  .map(
    (part) => `SELECT to_jsonb(t) AS row FROM (SELECT DISTINCT case_id, '${part}' AS part, agency_id FROM ${part}
    WHERE case_id = ANY ($1)) t`,
  ) // prettier-ignore
  .join(' UNION ALL ');

/** As far as the events can be folded: what follows an event that cannot be read has no step. */
function stepsOf(events: CaseEvent[]): Step[] {
  const steps: Step[] = [];
  for (const event of events) {
    const before = steps.at(-1)?.after ?? emptyState;
    try {
      steps.push({ event, before, after: apply(before, event) });
    } catch {
      break;
    }
  }
  return steps;
}

function byKey<Row>(rows: Row[], key: keyof Row): Map<unknown, Row[]> {
  return grouped(rows, (row) => row[key]);
}
