import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { emptyLadder, isCrossed, ladderedLimits, rungNames, type TypedLadder } from './ladder-body.ts';
import { limitInWords } from './limit-words.ts';
import type { TypedPack } from './pack-body.ts';
import { usePackWords } from './pack-words.ts';

interface Given {
  ladders: TypedPack['ladders'];
  /** What counts where a field is empty. */
  every: TypedPack['rungs'] & { halfWay: boolean };
  change: (ladders: TypedPack['ladders']) => void;
}

/** The limits that remind and escalate otherwise than all others, one a row, and a list to add one from. */
export function OwnLadders({ ladders, every, change }: Given) {
  const w = usePackWords();
  const english = useTranslation().i18n.language === 'en';
  const rest = ladderedLimits.filter((key) => !(key in ladders));
  return (
    <>
      <h3>{w('ownLadders')}</h3>
      <p className="hint">{w('ownHint')}</p>
      {Object.entries(ladders).map(([key, typed]) => (
        <OwnLadder
          key={key}
          limit={limitInWords(key, english)}
          typed={typed}
          every={every}
          change={(changed) => change({ ...ladders, [key]: changed })}
          remove={() => change(Object.fromEntries(Object.entries(ladders).filter(([other]) => other !== key)))}
        />
      ))}
      <select
        aria-label={w('addLadder')}
        value=""
        onChange={(event) => change({ ...ladders, [event.target.value]: emptyLadder })}
      >
        <option value="">{w('addLadder')}</option>
        {rest.map((key) => (
          <option key={key} value={key}>
            {limitInWords(key, english)}
          </option>
        ))}
      </select>
    </>
  );
}

interface Row {
  limit: string;
  typed: TypedLadder;
  every: Given['every'];
  change: (typed: TypedLadder) => void;
  remove: () => void;
}

function OwnLadder({ limit, typed, every, change, remove }: Row) {
  const w = usePackWords();
  return (
    <div className="own-ladder" role="group" aria-label={limit}>
      <strong>{limit}</strong>
      <label>
        {w('halfWay')}
        <select
          value={typed.halfWay}
          onChange={(event) => change({ ...typed, halfWay: event.target.value as TypedLadder['halfWay'] })}
        >
          <option value="">{w('asEvery', { said: w(every.halfWay ? 'on' : 'off') })}</option>
          <option value="on">{w('on')}</option>
          <option value="off">{w('off')}</option>
        </select>
      </label>
      {rungNames.map((name) => (
        <label key={name}>
          {w(name)}
          <Input
            type="number"
            min={0}
            max={120}
            placeholder={w('asEvery', { said: every[name] })}
            value={typed[name]}
            onChange={(event) => change({ ...typed, [name]: event.target.value })}
          />
        </label>
      ))}
      <button type="button" className="link" aria-label={`${w('removeLadder')} ${limit}`} onClick={remove}>
        {w('removeLadder')}
      </button>
      {isCrossed(typed, every) && <p className="late">{w('crossed')}</p>}
    </div>
  );
}
