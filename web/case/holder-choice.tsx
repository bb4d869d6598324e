import { useEffect } from 'react';
import { usePerson } from '../session.tsx';
import type { FieldGiven } from './act-field.tsx';

/** Whose task it is about: mine, unless I stand above its holders. */
export function HolderChoice({ one, field, value, change, label }: FieldGiven & { label: string }) {
  const { id } = usePerson();
  const first = (one.holders.find((holder) => holder.id === id) ?? one.holders[0])?.id ?? '';
  useEffect(() => {
    if (!one.holders.some((holder) => holder.id === value)) change(first);
    // Whoever holds the task by then can be chosen; what was chosen before stays while they hold it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [first]);
  return (
    <fieldset className="candidates">
      <legend>{label}</legend>
      {one.holders.map((holder) => (
        <label key={holder.id}>
          <input
            type="radio"
            name={field.name}
            required
            checked={value === holder.id}
            onChange={() => change(holder.id)}
          />
          <span>
            {holder.name}（{holder.sectionName}）
          </span>
        </label>
      ))}
    </fieldset>
  );
}
