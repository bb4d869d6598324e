import type { FilingChoices } from '../../api/schemas/filing-choices.ts';
import { Line, Long } from './fields.tsx';
import { fieldId, useForm } from './form.tsx';
import { Part } from './parts.tsx';
import { useWords } from './words.ts';

/** Discretion (裁量): the tier from the agency's items or by hand, its range, and the reasons. */
export function DiscretionFields({ choices, category }: { choices: FilingChoices; category: string }) {
  const w = useWords();
  const { typed, set } = useForm();
  const tiers = choices.items
    .filter((item) => item.category === category)
    .flatMap((item) => item.discretion.map((tier) => ({ ...tier, item: item.name })));
  const filledBy = (tier: (typeof tiers)[number]) => ({ 'discretion.tier': tier.tier, 'discretion.condition': `${tier.condition}：${tier.measure}` }); // prettier-ignore
  // Whoever goes through the list by arrow keys sees where they are.
  const chosen = tiers.findIndex((tier) =>
    Object.entries(filledBy(tier)).every(([name, value]) => typed[name] === value),
  );
  const choose = (at: string) => {
    const tier = tiers[Number(at)];
    if (at === '' || !tier) return;
    set((before) => ({ ...before, ...filledBy(tier) }));
  };
  return (
    <Part title={w('discretion')}>
      <div className="field">
        <label htmlFor={fieldId('tierOf')}>{w('tierOf')}</label>
        <select
          id={fieldId('tierOf')}
          className="pick"
          value={chosen < 0 ? '' : chosen}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">{w('choose')}</option>
          {tiers.map(({ item, tier, condition, measure }, at) => (
            <option key={`${item}${tier}${condition}`} value={at}>
              {tier}（{condition}）{measure} · {item}
            </option>
          ))}
        </select>
      </div>
      <div className="pair">
        <Line name="discretion.tier" label={w('tier')} />
        <Line name="discretion.standard" label={w('standard')} maximum={500} />
        <Line name="discretion.rangeFrom" label={w('rangeFrom')} />
        <Line name="discretion.rangeTo" label={w('rangeTo')} />
      </div>
      <Line name="discretion.condition" label={w('condition')} maximum={2_000} />
      <Long name="discretion.reasons" label={w('reasons')} rows={3} maximum={5_000} />
    </Part>
  );
}
