import type { Act, IllegalEntry, Organisation, StoryCase } from './story-shape.ts';
import { orderedSteps } from './timeline.ts';

/** The actor of what the clock does by itself. */
export const SYSTEM = 'system';

interface Stories {
  organisation: Organisation;
  cases: StoryCase[];
  illegal: IllegalEntry[];
}

/** What the stories name and the folder does not have, and what they name twice; one short sentence each. */
export function danglingReferences({ organisation, cases, illegal }: Stories): string[] {
  const agencies = new Map(organisation.agencies.map((agency) => [agency.id, agency]));
  const people = new Set(organisation.people.map((person) => person.id));
  const faults = [
    ...twice(
      'person',
      organisation.people.map((person) => person.id),
    ),
    ...twice(
      'case',
      cases.map((one) => one.id),
    ),
    ...twice(
      'illegal entry',
      illegal.map((entry) => entry.id),
    ),
  ];
  const known = (where: string, ids: string[]) => {
    for (const id of ids) if (!people.has(id) && id !== SYSTEM) faults.push(`${where}: no person ${id}`);
  };
  for (const one of cases) {
    const agency = agencies.get(one.agency);
    if (!agency) faults.push(`${one.id}: no agency ${one.agency}`);
    else if (!agency.sections.some((section) => section.id === one.section)) {
      faults.push(`${one.id}: no section ${one.section}`);
    }
    const [first, ...later] = orderedSteps(one).map((step) => step.action);
    if (first !== 'register' || later.includes('register')) {
      faults.push(`${one.id}: the first step, and no other, must be register`);
    }
    known(one.id, personsOf(one));
    for (const number of twice(
      'step',
      one.story.map((step) => String(step.step)),
    )) {
      faults.push(`${one.id}: ${number}`);
    }
  }
  for (const entry of illegal) {
    const one = cases.find((candidate) => candidate.id === entry.given.case);
    if (!one) faults.push(`${entry.id}: no case ${entry.given.case}`);
    else if (entry.given.afterStep > 0 && !one.story.some((step) => step.step === entry.given.afterStep)) {
      faults.push(`${entry.id}: ${one.id} has no step ${entry.given.afterStep}`);
    }
    const acts: Act[] = [entry.attempt, ...entry.given.thenDo, ...(entry.lawfulInstead ? [entry.lawfulInstead] : [])];
    known(
      entry.id,
      acts.map((act) => act.actor),
    );
  }
  return faults;
}

function personsOf(one: StoryCase): string[] {
  return [
    ...one.handlers,
    ...one.story.map((step) => step.actor),
    ...one.rights.notices.flatMap((notice) => notice.servedBy),
    ...(one.rights.hearing ? [one.rights.hearing.chair] : []),
  ];
}

function twice(what: string, names: string[]): string[] {
  const again = names.filter((name, index) => names.indexOf(name) !== index);
  return [...new Set(again)].map((name) => `${what} ${name} occurs twice`);
}
