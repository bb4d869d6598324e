import { Checkbox, Input } from 'antd';
import { isCrossed, rungNames } from './ladder-body.ts';
import { OwnLadders } from './own-ladders.tsx';
import type { TypedPack } from './pack-body.ts';
import { usePackWords } from './pack-words.ts';

interface Given {
  typed: Pick<TypedPack, 'halfWay' | 'rungs' | 'ladders'>;
  change: (part: Partial<Given['typed']>) => void;
}

/** When deadlines remind and escalate: every limit alike, and below it the limits that have it otherwise. */
export function LadderFields({ typed, change }: Given) {
  const w = usePackWords();
  const { halfWay, rungs, ladders } = typed;
  return (
    <fieldset>
      <legend>{w('ladder')}</legend>
      <Checkbox checked={halfWay} onChange={(event) => change({ halfWay: event.target.checked })}>
        {w('halfWay')}
      </Checkbox>
      <div className="line">
        {rungNames.map((name) => (
          <label key={name}>
            {w(name)}
            <Input
              required
              type="number"
              min={0}
              max={120}
              value={rungs[name]}
              onChange={(event) => change({ rungs: { ...rungs, [name]: event.target.value } })}
            />
          </label>
        ))}
      </div>
      {isCrossed(rungs, rungs) && <p className="late">{w('crossed')}</p>}
      <p className="hint">{w('zeroIsOff')}</p>
      <OwnLadders ladders={ladders} every={{ halfWay, ...rungs }} change={(own) => change({ ladders: own })} />
    </fieldset>
  );
}
