import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { focusField, useProblems } from '../../filing/form.tsx';
import type { Typed } from '../../filing/typed.ts';
import { Problem } from '../../http.ts';
import { useKept } from '../../kept.ts';
import { changedMeanwhile, useImport } from '../use-import.ts';
import { useNames } from '../use-names.ts';
import type { Wrong } from './form-checks.ts';
import { saidOfBreaks, saidOfIssues, type Broken } from './said-of-fields.ts';
import { differs, typedOver } from './typed-record.ts';
import type { Reading } from './use-on-record.ts';

/** One record and the import that changes it. */
export interface FormOf<Read> {
  /** Of the import. */
  kind: 'organisation' | 'people' | 'catalogue' | 'items' | 'series';
  /** What is typed is kept under it: 'items/xltyj-F01'. */
  place: string;
  reading: Reading<Read>;
  /** What stands in the fields at first. */
  typedOf: (read: Read) => Typed;
  /** The import with this one record changed. */
  bodyOf: (typed: Typed, read: Read) => object;
  /** What can be told without asking. */
  check: (typed: Typed, read: Read) => Wrong;
  fieldOf: (path: string, typed: Typed) => string;
}

/**
 * A record's form: what is typed is kept in this browser, tried as an import over the record as it is at that moment, and
 * applied as it was tried. What the dry run refuses stands at its field, the first of which gets the focus.
 */
export function useRecordForm<Read>(of: FormOf<Read>, read: Read) {
  const queries = useQueryClient();
  const importing = useImport(of.kind, `form.${of.place}`, bodyNow);
  const said = useProblems();
  const nameOf = useNames();
  const now = of.typedOf(read);
  const [kept, keep, forget] = useKept(`admin.form.${of.place}`, () => ({ base: now, typed: now }));
  const typed = typedOver(kept.base, kept.typed, now);
  const lead = useRef(false);
  const { tried, done, error, drop } = importing;

  function tell(wrong: Wrong): void {
    lead.current = Object.keys(wrong).some((name) => name !== '');
    said.setProblems(wrong);
  }

  /** What is typed over the record as it is now; null where that cannot be tried, which is told at its fields. */
  async function bodyNow(): Promise<object | null> {
    const fresh = await queries.fetchQuery({ ...of.reading, staleTime: 0 });
    const whole = typedOver(kept.base, kept.typed, of.typedOf(fresh));
    const wrong = of.check(whole, fresh);
    if (Object.keys(wrong).length === 0) return of.bodyOf(whole, fresh);
    tell(wrong);
    return null;
  }

  function discard(): void {
    keep(() => ({ base: now, typed: now }));
    forget();
    said.setProblems({});
    if (!tried?.sent) drop();
  }

  useEffect(() => {
    // What was tried and not applied before may not be so any more.
    if (tried && !tried.sent) drop();
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useEffect(() => {
    if (done) {
      keep(() => ({ base: now, typed: now }));
      forget();
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [done]);
  useEffect(() => {
    const refused = error instanceof Problem && error.code !== changedMeanwhile ? error : null;
    const fieldOf = (path: string) => of.fieldOf(path, typed);
    if (refused) tell(saidOfIssues(refused, fieldOf));
    const breaks = tried?.answer.breaks ?? (refused?.details['breaks'] as Broken[] | undefined) ?? [];
    if (breaks.length > 0) tell(saidOfBreaks(breaks, fieldOf, nameOf));
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [error, tried]);
  useEffect(() => {
    if (lead.current) focusField();
    lead.current = false;
  }, [said.problems]);

  return {
    typed,
    said,
    importing,
    changed: differs(typed, now),
    set(change: (before: Typed) => Typed): void {
      keep((before) => ({ base: now, typed: change(typedOver(before.base, before.typed, now)) }));
      if (!tried?.sent) drop();
    },
    discard,
    async dryRun(): Promise<void> {
      said.setProblems({});
      try {
        const body = await bodyNow();
        if (body) await importing.dryRun(body);
      } catch (failed) {
        importing.fail(failed as Error);
      }
    },
  };
}
export type RecordFormState = ReturnType<typeof useRecordForm>;
