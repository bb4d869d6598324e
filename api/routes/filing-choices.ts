import { Router } from 'express';
import { dayOf, type Day } from '../../domain/calendar.ts';
import type { PersonFacts } from '../../domain/command.ts';
import type { Category } from '../../domain/process.ts';
import { refuse } from '../../domain/refusal.ts';
import { inAgency } from '../../prisma/client.ts';
import { filingChoices } from '../../prisma/filing-choices.ts';
import { describe } from '../openapi.ts';
import { readingReach } from '../policy.ts';
import { problemOf } from '../problem.ts';
import { filingChoicesAnswer, type FilingChoices } from '../schemas/filing-choices.ts';
import { momentOf } from '../request-clock.ts';
import { signedIn } from '../session.ts';
import type { CaseDeps } from '../take-command.ts';

const path = '/api/v1/filing-choices';

describe({
  method: 'get',
  path,
  summary: '立案、拟稿时可选的类别、事项、裁量阶次和承办人 What one may choose from when filing and drafting',
  tag: '案件',
  answers: { 200: filingChoicesAnswer },
  alsoProblems: [403],
});

type Found = Awaited<ReturnType<typeof filingChoices>>;

/** What the reader's agency offers for filing: categories, items with their tiers, the catalogue, handlers with certificates. */
export function filingChoiceRoutes({ config, database }: Pick<CaseDeps, 'config' | 'database'>): Router {
  const router = Router();
  router.get(path, async (request, response) => {
    const { agency, roles } = signedIn(request);
    if (!readingReach(roles).ownAgency) throw problemOf(refuse('role.missing', { needed: ['handler'] }));
    const today = dayOf(momentOf(request, config));
    const found = await inAgency(database, agency, (transaction) => filingChoices(transaction, agency));
    response.json(choicesView(found, today));
  });
  return router;
}

function choicesView({ agency, sections, people, items, entries, regions }: Found, today: Day): FilingChoices {
  const { organisationYuan = null, personYuan = null } = agency.hearingThreshold;
  return {
    today,
    agency: {
      id: agency.id,
      name: agency.name,
      level: agency.level,
      categories: agency.categories as Category[],
      documentWord: agency.documentWord,
      regions,
      hearingThreshold: { organisationYuan, personYuan },
    },
    sections: sections.filter(({ kind }) => kind === 'enforcement').map(({ id, name }) => ({ id, name })),
    handlers: people.filter((person) => inOffice(person, today)).map((person) => handlerView(person, today)),
    items: items.map(({ id, category, name, basis, discretion, section }) => ({
      ...{ id, category: category as Category, name, section: section ?? null },
      basis: (basis ?? []).map(({ statute, article }) => ({ statute, article })),
      discretion: (discretion ?? []).map(({ tier, condition, measure }) => ({ tier, condition, measure })),
    })),
    entries: entries.map(({ note, basis: _basis, ...entry }) => ({
      ...entry,
      category: entry.category as Category,
      note: note ?? null,
    })),
  };
}

function inOffice({ hiredOn, leftOn }: Found['people'][number], today: Day): boolean {
  return (!hiredOn || iso(hiredOn) <= today) && (!leftOn || iso(leftOn) >= today);
}

function handlerView(person: Found['people'][number], today: Day): FilingChoices['handlers'][number] {
  const { id, name, title, sectionId: section } = person;
  const held = person.certificate as (NonNullable<PersonFacts['certificate']> & { number?: string }) | null;
  const leave = person.leave as unknown as PersonFacts['leave'];
  const { number = null, categories = [], regions = [], validFrom = '', validTo = '', status = '' } = held ?? {};
  return {
    ...{ id, name, title, section },
    certificate: held && { number, categories, regions, validFrom, validTo, status },
    onLeaveUntil: leave.find(({ from, to }) => from <= today && today <= to)?.to ?? null,
  };
}

function iso(day: Date): Day {
  return day.toISOString().slice(0, 10);
}
