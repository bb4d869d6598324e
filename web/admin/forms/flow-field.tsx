import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { stages, type Stage } from '../../../domain/process.ts';
import { fieldId, useForm } from '../../filing/form.tsx';
import { chosenIn } from '../../filing/typed.ts';
import { useSaying } from '../../worded.ts';
import { useFormWords } from './form-words.ts';

/** The flow of an item: its stages in order, each a row that goes up, goes down or is taken away; the keyboard stays with what was pressed. */
export function FlowField() {
  const w = useFormWords();
  const inWords = useSaying();
  const { typed, change, problems } = useForm();
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current) document.getElementById(wanted.current)?.focus();
    wanted.current = null;
  });
  const flow = chosenIn(typed, 'flow');
  const problem = problems['flow'];
  const nameOf = (step: string) => (step in stages ? inWords(stages[step as Stage].zh, stages[step as Stage].en) : step);
  const put = (next: string[], focus: string) => {
    wanted.current = focus;
    change('flow', next.join('\n'));
  };
  /** To the place `to`; a button that is no more there gives the focus to its counterpart. */
  const move = (at: number, to: number) => {
    const rest = flow.filter((_one, n) => n !== at);
    const up = to < at ? to > 0 : to === flow.length - 1;
    put([...rest.slice(0, to), flow[at]!, ...rest.slice(to)], `flow-${up ? 'up' : 'down'}-${to}`);
  };
  return (
    <fieldset className={problem ? 'flow wrong' : 'flow'}>
      <legend>{w('flow')}</legend>
      <p className="hint">{w('flowHint')}</p>
      <ol>
        {flow.map((step, at) => {
          const row = w('step', { n: at + 1, name: nameOf(step) });
          return (
            <li key={at}>
              <div>
              <span>{nameOf(step)}</span>
              {at > 0 && <Button size="small" id={`flow-up-${at}`} aria-label={w('moveUp', { row })} onClick={() => move(at, at - 1)}>↑</Button>}
              {at < flow.length - 1 && <Button size="small" id={`flow-down-${at}`} aria-label={w('moveDown', { row })} onClick={() => move(at, at + 1)}>↓</Button>}
              <Button size="small" aria-label={w('remove', { row })} onClick={() => put(flow.filter((_one, n) => n !== at), fieldId('flow'))}>✕</Button>
              </div>
            </li>
          );
        })}
      </ol>
      <label className="add">
        {w('addStep')}
        <select
          id={fieldId('flow')}
          className="pick"
          value=""
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${fieldId('flow')}-problem` : undefined}
          onChange={(event) => put([...flow, event.target.value], fieldId('flow'))}
        >
          <option value="">{w('chooseStep')}</option>
          {Object.keys(stages).map((step) => (
            <option key={step} value={step}>{nameOf(step)}</option>
          ))}
        </select>
      </label>
      {problem && <p className="problem" id={`${fieldId('flow')}-problem`}>✕ {inWords(problem.zh, problem.en)}</p>}
    </fieldset>
  );
} // prettier-ignore
