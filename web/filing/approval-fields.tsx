import type { FilingChoices } from '../../api/schemas/filing-choices.ts';
import { Line, Long, Several, Yes } from './fields.tsx';
import { useForm } from './form.tsx';
import { Part } from './parts.tsx';
import { usualMaterials } from './path-preview.ts';
import { chosenIn } from './typed.ts';
import { useWords } from './words.ts';

const grounds = ['severalLegalRelations', 'majorPublicInterest', 'socialImpact', 'majorRights'] as const;

/** Approval document, grounds that only people know of, and the materials that review will ask for. */
export function ApprovalFields({ choices }: { choices: FilingChoices }) {
  const w = useWords();
  const { typed } = useForm();
  const { agency, entries, today } = choices;
  const usual = usualMaterials(entries, typed['category'] ?? '', typed['field'] ?? '');
  const materials = [...new Set([...usual, ...chosenIn(typed, 'requiredMaterials')])];
  const summary = typed['procedure'] === 'summary';
  return (
    <>
      <Part title={w('approval')}>
        <Line
          name="documentNo"
          label={w('documentNo')}
          maximum={60}
          required={!summary}
          hint={w('documentNoHint', { word: agency.documentWord, year: today.slice(0, 4) })}
        />
        <Several
          name="majorBecause"
          label={w('grounds')}
          options={grounds.map((value) => ({ value, label: w(value) }))}
        />
        <Yes name="difficult" label={w('difficult')} />
        {typed['difficult'] === 'yes' && <Long name="difficultBecause" label={w('difficultBecause')} rows={2} />}
      </Part>
      {!summary && materials.length > 0 && (
        <Part title={w('requiredMaterials')} hint={w('requiredMaterialsHint')}>
          <Several
            name="requiredMaterials"
            label={w('requiredHere')}
            options={materials.map((value) => ({ value, label: value }))}
          />
        </Part>
      )}
    </>
  );
}
