import { Checkbox, Input } from 'antd';
import { relaxationNames, type TypedPack } from './pack-body.ts';
import { usePackWords } from './pack-words.ts';

interface Given {
  relaxations: TypedPack['relaxations'];
  change: (relaxations: TypedPack['relaxations']) => void;
}

/** What a small agency relaxes, each with its ground. */
export function RelaxationFields({ relaxations, change }: Given) {
  const w = usePackWords();
  return (
    <fieldset>
      <legend>{w('relaxations')}</legend>
      {relaxationNames.map((name) => {
        const { on, ground, agencies } = relaxations[name];
        const set = (part: Partial<typeof relaxations.pooledReviewers>) =>
          change({ ...relaxations, [name]: { ...relaxations[name], ...part } });
        return (
          <div key={name}>
            <Checkbox checked={on} onChange={(event) => set({ on: event.target.checked })}>
              {w(name)}
            </Checkbox>
            {on && (
              <div className="line">
                <label>
                  {w('ground')}
                  <Input required value={ground} onChange={(event) => set({ ground: event.target.value })} />
                </label>
                {name !== 'headDoesFirstReview' && (
                  <label>
                    {w('agencies')}
                    <Input required value={agencies} onChange={(event) => set({ agencies: event.target.value })} />
                  </label>
                )}
              </div>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
