import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { useCase } from '../case/use-case.ts';
import { Failure } from '../failure.tsx';
import { Loading } from '../loading.tsx';
import { typedDraft } from './draft-body.ts';
import { DraftForm } from './draft-form.tsx';
import './filing.css';
import { ChooseCopy } from './parts.tsx';
import type { Copy } from './reconcile-copies.ts';
import { useChoices } from './use-choices.ts';
import type { Typed } from './typed.ts';
import { freshCopy, useCopies } from './use-copies.ts';

/** Drafting and supplementing (拟稿、补正), up to the submission: the case's newest version goes on, or what was begun on it. */
export function DraftPage() {
  const { id = '' } = useParams();
  return <Drafting key={id} id={id} />;
}

function Drafting({ id }: { id: string }) {
  const choices = useChoices();
  const { copies, error, read, drop } = useCopies(id);
  const found = useCase(id);
  // Chosen once: what another window does meanwhile does not take the form away.
  const [chosen, choose] = useState<Copy | null>(null);
  // What was read stays, and the form with it.
  const failed = (choices.data ? null : choices.error) ?? error ?? (found.data ? null : found.error);
  if (failed) {
    const again = () => void Promise.all([choices.refetch(), read(), found.refetch()]);
    return <Failure error={failed} again={again} />;
  }
  if (!choices.data || !copies || !found.data) return <Loading />;
  const one = found.data;
  if (chosen)
    return (
      <DraftForm
        key={chosen.id}
        one={one}
        begun={chosen}
        choices={choices.data}
        seeAll={() => void read().then(() => choose(null))}
        anew={async (typed) => choose(beginningOf((await found.refetch()).data ?? one, typed))}
      />
    );
  if (copies.length < 2) choose(copies[0] ?? beginningOf(one));
  return (
    <>
      <p className="over">
        <Link to={`/cases/${id}`}>{one.title}</Link>
      </p>
      <ChooseCopy copies={copies} choose={choose} remove={(copy) => void drop(copy)} />
    </>
  );
}

/** The newest version as what is typed, and which it was; what was typed for its submission goes on. */
function beginningOf(one: CaseAnswer, before: Typed = {}): Copy {
  const kept = Object.entries(before).filter(([name]) => /^(materials$|missingAnswered\.)/.test(name));
  const copy = freshCopy({ ...typedDraft(one), ...(Object.fromEntries(kept) as Typed), _base: String(one.content) });
  return { ...copy, unsaved: kept.length > 0 };
}
