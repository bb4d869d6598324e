import type { DocumentNumber } from '../domain/document-number.ts';
import { BadAnswer } from './session.ts';
import type { Answer, Client } from './client.ts';

/** Lets a series of an agency stand at a number, as if it had been issued. */
export type SetSeries = (agency: string, number: DocumentNumber) => Promise<void>;

/** The administrator made at start, and what the player needs of it. */
export interface Administration {
  /** Imports records of one kind. @throws BadAnswer when it is refused */
  bring(kind: string, body: Record<string, unknown>): Promise<void>;
  /** As bring; records that it would refuse are left out, since a folder's own lists are seeded unasked. */
  bringLawful(kind: string, body: Record<string, unknown>): Promise<void>;
  withdraw(person: string, role: string): Promise<void>;
  setSeries: SetSeries;
}

const administrator = 'rehearsal-admin';

/** @param passwords learns those of the accounts that an import of people makes */
export function createAdministration(client: Client, passwords: Map<string, string>): Administration {
  async function send(path: string, body: unknown): Promise<Answer> {
    const answer = await client.post(administrator, `/api/v1/admin/${path}`, body, now());
    for (const { username, password } of accountsIn(answer)) passwords.set(username, password);
    return answer;
  }

  async function demand(path: string, body: unknown): Promise<void> {
    const answer = await send(path, body);
    if (answer.status !== 200) throw refused(path, answer);
  }

  return {
    bring: (kind, body) => demand(`imports/${kind}`, body),
    bringLawful: async (kind, body) => {
      const { body: planned } = await send(`imports/${kind}?dryRun=true`, body);
      const broken = ((planned as { breaks?: { id: string }[] } | null)?.breaks ?? []).map(({ id }) => id);
      const lawful = without(body, broken);
      if (Object.values(lawful).some((list) => list.length > 0)) await demand(`imports/${kind}`, lawful);
    },
    withdraw: (person, role) => demand('roles', { person, role, grant: false }),
    /** A series that stands further on already stays where it is. */
    setSeries: async (agency, { series, year, serial }) => {
      const path = 'imports/series';
      const answer = await send(path, { series: [{ agency, series, year, last: serial }] });
      const { code } = answer.body as { code?: string };
      if (answer.status !== 200 && code !== 'import.seriesBackwards') throw refused(path, answer);
    },
  };
}

function without(body: Record<string, unknown>, ids: string[]): Record<string, unknown[]> {
  const kept = (list: unknown) => (list as { id: string }[]).filter(({ id }) => !ids.includes(id));
  return Object.fromEntries(Object.entries(body).map(([name, list]) => [name, kept(list)]));
}

function refused(path: string, { status, body }: Answer): BadAnswer {
  const { code, detail, details } = (typeof body === 'object' ? body : {}) as Record<string, unknown>;
  const more = JSON.stringify(details ?? {}).slice(0, 300);
  return new BadAnswer(`${path} by ${administrator}: ${status} ${String(code)} ${String(detail)} ${more}`);
}

function accountsIn({ body }: Answer): { username: string; password: string }[] {
  const { accounts } = (body ?? {}) as { accounts?: { username: string; password: string }[] };
  return accounts ?? [];
}

/** Imports name no case, so that they carry the time there is. */
function now(): string {
  return `${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}
