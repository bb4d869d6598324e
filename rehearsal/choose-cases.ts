import { BadCall } from './bad-call.ts';
import type { IllegalEntry, StoryCase } from './story-shape.ts';
import type { StoryFolder } from './story-folder.ts';

export interface Chosen {
  cases: StoryCase[];
  illegal: IllegalEntry[];
}

/** The cases that --case names, and the illegal entries that start from them. @throws BadCall for an unknown id */
export function chooseCases({ cases, illegal }: StoryFolder, ids: string[] | null): Chosen {
  if (ids === null) return { cases, illegal };
  const unknown = ids.filter((id) => !cases.some((one) => one.id === id));
  if (unknown.length > 0) {
    const there = cases.map((one) => one.id).join(', ');
    const names = unknown.join(', ');
    throw new BadCall(`没有案件 ${names}，可选 ${there} · No case ${names}; choose among ${there}.`);
  }
  return {
    cases: cases.filter((one) => ids.includes(one.id)),
    illegal: illegal.filter((entry) => ids.includes(entry.given.case)),
  };
}
