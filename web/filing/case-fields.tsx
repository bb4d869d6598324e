import type { FilingChoices } from '../../api/schemas/filing-choices.ts';
import { Line, Pick, Yes } from './fields.tsx';
import { suggestedTitle } from './filing-body.ts';
import { useForm } from './form.tsx';
import { Part } from './parts.tsx';
import { usualMaterials } from './path-preview.ts';
import { rowsIn, withRows, type Typed } from './typed.ts';
import { useWords } from './words.ts';

/** Category, item, field and how the case is called. */
export function CaseFields({ choices }: { choices: FilingChoices }) {
  const w = useWords();
  const { typed, set } = useForm();
  const { agency, entries, sections } = choices;
  const category = typed['category'] ?? '';
  const items = choices.items.filter((item) => item.category === category);
  const fields = [...new Set(entries.filter((entry) => entry.category === category).map(({ field }) => field))];

  /** What follows from category and field, as long as nobody wrote otherwise. */
  const follow = (name: string, value: string) => (before: Typed): Typed => {
    const next = { ...before, [name]: value };
    const usual = (of: Typed) => usualMaterials(entries, of['category'] ?? '', of['field'] ?? '').join('\n');
    const touched = (before['requiredMaterials'] ?? '') !== usual(before) && Boolean(before['requiredMaterials']);
    return { ...next, ...(name === 'category' && { item: '', field: '' }), ...(!touched && { requiredMaterials: usual(next) }) };
  }; // prettier-ignore

  function chooseItem(id: string): void {
    const item = items.find((one) => one.id === id);
    set((before) => {
      const next = { ...before, item: id };
      if (!item) return next;
      const rows = rowsIn(before, 'statutoryBasis').filter(({ statute, article }) => statute || article);
      const added = item.basis.filter(({ statute, article }) => !rows.some((row) => row['statute'] === statute && row['article'] === article)); // prettier-ignore
      const section = before['section'] || (item.section ?? '');
      return withRows({ ...next, cause: before['cause'] || item.name, section }, 'statutoryBasis', [...rows, ...added]);
    });
  }

  return (
    <Part title={w('what')}>
      <div className="pair">
        <Pick
          name="category"
          label={w('category')}
          required
          options={agency.categories.map((value) => ({ value, label: w(value) }))}
          chosen={(value) => set(follow('category', value))}
        />
        <Pick
          name="procedure"
          label={w('procedure')}
          none={w('ordinary')}
          options={category === 'penalty' ? [{ value: 'summary', label: w('summary') }] : []}
        />
        <Pick
          name="item"
          label={w('item')}
          hint={w('itemHint')}
          options={items.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={chooseItem}
        />
        <Pick
          name="section"
          label={w('section')}
          required
          options={sections.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <FieldOfLaw fields={fields} follow={(value) => set(follow('field', value))} />
        <Line name="source" label={w('source')} maximum={500} />
      </div>
      <Line name="cause" label={w('cause')} required maximum={500} />
      <Line
        name="title"
        label={w('title')}
        maximum={300}
        hint={
          <>
            {w('titleHint')} {!typed['title'] && suggestedTitle(typed)}
          </>
        }
      />
      {category === 'permit' && (
        <div className="pair">
          <Line name="projectInvestmentYuan" label={w('investment')} />
          <Yes name="onApplication" label={w('onApplication')} />
        </div>
      )}
      {category === 'permit' && typed['onApplication'] !== 'no' && (
        <div className="pair">
          <Line name="renewal.validTo" label={w('renewalUntil')} hint={w('renewalHint')} type="date" />
          <Line name="renewal.permitNo" label={w('renewalNo')} maximum={60} />
        </div>
      )}
    </Part>
  );
}

/** A field of the agency's catalogue, or any other: written, with those of the catalogue to choose from. */
function FieldOfLaw({ fields, follow }: { fields: string[]; follow: (value: string) => void }) {
  const w = useWords();
  const named = fields.filter((field) => field !== '综合');
  const { typed } = useForm();
  if (named.length === 0 || (typed['field'] && !named.includes(typed['field']))) return <Line name="field" label={w('field')} required maximum={60} />; // prettier-ignore
  return (
    <Pick
      name="field"
      label={w('field')}
      required
      options={[...named, '综合'].map((value) => ({ value, label: value }))}
      chosen={follow}
    />
  );
}
