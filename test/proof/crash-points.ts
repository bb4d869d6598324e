import { setTimeout as sleep } from 'node:timers/promises';
import type { Trouble } from './crash-plan.ts';
import type { CrashSystem } from './crash-system.ts';
import { sized } from './proof.ts';

/** One way of being hit; the commands of a crash point take turns. */
export interface Way {
  what: string;
  /** Where its recording stands when the crash comes; without it, the command is sent while the part is away. */
  trouble?: Trouble;
  /** Its client's connection is cut then. */
  cut?: true;
  /** Sent twice at once under the same key. */
  sentTwice?: true;
  /** The client asks again while the worker is still dead: what is committed is answered from the database. */
  asksMeanwhile?: true;
  /** The client asks again only when the next person has acted. */
  nextFirst?: true;
}

export interface CrashPoint {
  name: string;
  ways: Way[];
  /** Events that each recorded command has at the moment of the crash, where that is certain. */
  written?: 0 | 1;
  breaks?(system: CrashSystem): Promise<void>;
  /** Milliseconds until it is mended. */
  lasts?: number;
  mends?(system: CrashSystem): Promise<void>;
}

const killWorker = (system: CrashSystem) => system.killWorker();
const startWorker = (system: CrashSystem) => system.startWorker();

export const crashPoints: CrashPoint[] = [
  {
    name: 'the worker is killed before the transaction',
    ways: [{ what: 'killed before its transaction', trouble: 'heldBefore' }],
    written: 0,
    breaks: killWorker,
    mends: startWorker,
  },
  {
    name: 'the worker is killed after the commit',
    ways: [
      { what: 'killed after its commit, asked again of the dead', trouble: 'heldAfter', asksMeanwhile: true },
      { what: 'killed after its commit, the next person first', trouble: 'heldAfter', nextFirst: true },
    ],
    written: 1,
    breaks: killWorker,
    mends: startWorker,
  },
  {
    name: 'the answer of the transaction is lost',
    ways: [
      { what: 'its answer lost to the workflow', trouble: 'losesAnswer' },
      { what: 'its answer late by six seconds', trouble: 'hangs' },
    ],
  },
  {
    name: "the client's connection is cut after the commit",
    ways: [
      { what: 'its client cut off after the commit', trouble: 'heldAfter', cut: true },
      { what: 'its client gone, the next person first', trouble: 'heldAfter', cut: true, nextFirst: true },
    ],
    written: 1,
  },
  {
    name: 'it is delivered more than once',
    ways: [{ what: 'sent twice at once, each recorded three times', trouble: 'twice', sentTwice: true }],
  },
  {
    name: 'the database is away',
    ways: [
      { what: 'taken in, then the database away', trouble: 'heldBefore' },
      { what: 'sent while the database was away' },
    ],
    breaks: ({ db }) => db.goAway(),
    lasts: sized(6_000, 30_000),
    mends: ({ db }) => db.comeBack(),
  },
  {
    name: 'Temporal is killed and started again',
    ways: [
      { what: 'Temporal killed before its transaction', trouble: 'heldBefore' },
      { what: 'Temporal killed after its commit', trouble: 'heldAfter' },
      { what: 'sent while Temporal was dead' },
    ],
    breaks: ({ temporal }) => temporal.die(),
    lasts: sized(1_000, 5_000),
    mends: ({ temporal }) => temporal.comeBack(),
  },
];

/** Lets the part be away for its time. */
export async function outage({ lasts = 0 }: CrashPoint): Promise<void> {
  await sleep(lasts);
}
