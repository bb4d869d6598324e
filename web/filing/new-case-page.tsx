import { useState } from 'react';
import { Failure } from '../failure.tsx';
import { Loading } from '../loading.tsx';
import { usePerson } from '../session.tsx';
import { blankCopy, forgetBlank } from './blank-copy.ts';
import { FilingForm } from './filing-form.tsx';
import './filing.css';
import { ChooseCopy } from './parts.tsx';
import type { Copy } from './reconcile-copies.ts';
import { useChoices } from './use-choices.ts';
import { useCopies } from './use-copies.ts';
import { useWords } from './words.ts';

/** Filing a case (立案、受理): goes on with what was begun, also on another computer or after a breakdown. */
export function NewCasePage() {
  const w = useWords();
  const person = usePerson();
  const choices = useChoices();
  const { copies, error, read, drop } = useCopies('new');
  // Chosen once: what another window does meanwhile does not take the form away.
  const [chosen, choose] = useState<Copy | null>(null);
  if (!person.roles.includes('handler')) return <p className="empty">{w('onlyHandlers')}</p>;
  // What was read stays, and the form with it.
  const failed = (choices.data ? null : choices.error) ?? error;
  if (failed) return <Failure error={failed} again={() => void Promise.all([choices.refetch(), read()])} />;
  if (!choices.data || !copies) return <Loading />;
  if (chosen)
    return (
      <FilingForm
        key={chosen.id}
        begun={chosen}
        choices={choices.data}
        seeAll={() => void read().then(() => choose(null))}
      />
    );
  if (copies.length < 2) choose(copies[0] ?? blankCopy(person, choices.data));
  return (
    <ChooseCopy
      copies={copies}
      choose={choose}
      remove={(copy) => void drop(copy)}
      fresh={() => {
        forgetBlank();
        choose(blankCopy(person, choices.data));
      }}
    />
  );
}
