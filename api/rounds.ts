import { shanghai } from '../domain/calendar.ts';
import { actions, type Action, type Stage } from '../domain/process.ts';
import type { CaseRow } from '../prisma/case-queries.ts';
import type { KeptVersion } from '../prisma/content-versions.ts';
import type { StoredEvent } from '../prisma/events.ts';
import { compareVersions } from './content-version.ts';
import { relaxationsAt } from './relaxations.ts';
import { compareItems, opinionView } from './review-items.ts';
import type { Round } from './schemas/rounds.ts';

type People = CaseRow['names'];
type Told = Pick<CaseRow, 'events' | 'names' | 'packs'>;

/** While one of these lasts, what the round reviews may still be supplemented. */
const reviewing: Stage[] = ['legalReview', 'advising', 'supplementing', 'legalSignOff', 'suspended'];
const responses: string[] = ['adoptOpinion', 'object', 'requestCoordination'];

/** The rounds of legal review (审核轮次), each with what was asked, answered and signed, and what changed since the last. */
export function roundsOf({ events, names, packs }: Told, versions: KeptVersion[]): Round[] {
  const last = events.at(-1)?.event.round ?? 0;
  const rounds: Round[] = [];
  for (let number = 1; number <= last; number += 1) {
    const of = events.filter(({ event }) => event.round === number);
    const before = rounds.at(-1);
    const current = roundOf(number, of, { events, names, packs });
    if (current) rounds.push({ ...current, changed: before ? changedSince(before, current, versions) : null });
  }
  return rounds;
}

function roundOf(number: number, of: StoredEvent[], { events: all, names, packs }: Told): Round | null {
  const opened = of[0];
  if (!opened) return null;
  const reviewed = of.findLast(({ event }) => reviewing.includes(event.stage)) ?? opened;
  const drafted = all.findLast(({ event }) => event.type === 'saveDraft' && event.seq <= reviewed.event.seq);
  const signed = of.find(({ event }) => event.type === 'approveOpinion');
  const reviewer = of.findLast(({ event }) => event.reviewer)?.event.reviewer;
  const given = of.findLast(({ event }) => event.type === 'giveOpinion' || event.type === 'returnOpinion');
  const opinion = given?.event.type === 'giveOpinion' ? opinionView(given, names) : null;
  return {
    round: number,
    openedBy: opened.event.type as Action,
    openedAt: shanghai(opened.event.at),
    contentVersion: drafted?.event.input.version ?? 0,
    reviewedHash: reviewed.event.reviewedHash,
    reviewer: opinion?.by ?? (reviewer ? { id: reviewer, name: names[reviewer] ?? '' } : null),
    opinion,
    opinionNo: signed?.event.input.opinionNo ?? null,
    signedBy: signed ? by(signed, names) : null,
    signedAt: signed ? shanghai(signed.event.at) : null,
    advice: adviceIn(of, names),
    returns: returnsIn(of, names),
    supplements: supplementsIn(of, names),
    relaxations: relaxationsAt(packs, momentsOf(opened, signed ?? of.at(-1)!, all)),
    response: responseIn(number, all, names),
    changed: null,
  };
}

/** The moments of all that led to an opinion: from the submission of what it reviews to its signature. */
function momentsOf(opened: StoredEvent, last: StoredEvent, all: StoredEvent[]): number[] {
  const submitted = all.findLast(({ event }) => event.type === 'submit' && event.seq < opened.event.seq) ?? opened;
  const between = ({ event }: StoredEvent) => event.seq >= submitted.event.seq && event.seq <= last.event.seq;
  return all.filter(between).map(({ event }) => event.at);
}

function changedSince(before: Round, current: Round, versions: KeptVersion[]): Round['changed'] {
  const versionOf = (round: Round) => versions.find(({ version }) => version === round.contentVersion);
  const [from, to] = [versionOf(before), versionOf(current)];
  return {
    since: before.round,
    content: from && to && from !== to ? compareVersions(from, to) : null,
    items: compareItems(before.opinion?.items ?? [], current.opinion?.items ?? []),
  };
}

function adviceIn(of: StoredEvent[], names: People): Round['advice'] {
  return pairs(of, 'consultAdviser', 'advise').map(([asked, answered]) => {
    const adviser = answered?.event.actor ?? asked.event.input.adviser;
    return {
      askedBy: by(asked, names),
      askedAt: shanghai(asked.event.at),
      adviser: adviser ? { id: adviser, name: names[adviser] ?? '' } : null,
      questions: textsOf(asked.words['questions']),
      answeredAt: answered ? shanghai(answered.event.at) : null,
      law: textOf(answered?.words['law']),
      risk: textOf(answered?.words['risk']),
      socialImpact: textOf(answered?.words['socialImpact']),
    };
  });
}

function returnsIn(of: StoredEvent[], names: People): Round['returns'] {
  return pairs(of, 'giveOpinion', 'returnOpinion').flatMap(([given, returned]) =>
    returned
      ? [
          {
            by: by(returned, names),
            at: shanghai(returned.event.at),
            reasons: textsOf(returned.words['reasons']),
            opinion: opinionView(given, names),
          },
        ]
      : [],
  );
}

function supplementsIn(of: StoredEvent[], names: People): Round['supplements'] {
  return pairs(of, 'requestSupplement', 'supplement').map(([asked, answered]) => ({
    by: by(asked, names),
    at: shanghai(asked.event.at),
    missing: textsOf(asked.words['missing']),
    answeredAt: answered ? shanghai(answered.event.at) : null,
    answers: textsOf(answered?.words['missingAnswered']),
  }));
}

/** What the section answered; an objection opens the next round itself. */
function responseIn(number: number, all: StoredEvent[], names: People): Round['response'] {
  const found = all.find(
    ({ event }) => responses.includes(event.type) && event.round - (event.type === 'object' ? 1 : 0) === number,
  );
  if (!found) return null;
  const { type, at } = found.event;
  const words = [...textsOf(found.words['reply']), ...textsOf(found.words['reasons'])];
  return { action: type as Action, label: actions[type as Action].zh, by: by(found, names), at: shanghai(at), words };
}

/** Each event of one type with the first of the other that follows before the next of its own. */
function pairs(of: StoredEvent[], first: Action, second: Action): [StoredEvent, StoredEvent | undefined][] {
  const found: [StoredEvent, StoredEvent | undefined][] = [];
  for (const stored of of) {
    const open = found.at(-1);
    if (stored.event.type === first) found.push([stored, undefined]);
    else if (stored.event.type === second && open && !open[1]) open[1] = stored;
  }
  return found;
}

function by({ event }: StoredEvent, names: People) {
  return { id: event.actor, name: names[event.actor] ?? '' };
}

function textOf(words: unknown): string | null {
  return typeof words === 'string' ? words : null;
}

function textsOf(words: unknown): string[] {
  return [words].flat().filter((one): one is string => typeof one === 'string');
}
