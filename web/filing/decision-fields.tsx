import { measures, type Measure } from '../../domain/process.ts';
import { priced } from './draft-body.ts';
import { Line, Long, Several } from './fields.tsx';
import { useForm } from './form.tsx';
import { Part } from './parts.tsx';
import { chosenIn } from './typed.ts';
import { useWords } from './words.ts';
import { fenOf, yuanInWords } from './yuan.ts';

const penalties: Measure[] = ['warning', 'criticism', 'fine', 'confiscation', 'suspendPermit', 'downgrade', 'revokePermit', 'restrictBusiness', 'closure', 'practiceBan', 'detention']; // prettier-ignore
const usual: Record<string, Measure[]> = {
  penalty: penalties,
  permit: ['grant', 'refuse', 'revokePermit', 'revokeRegistration'],
  coercion: ['seal', 'seize', 'demolition', 'proxyPerformance'],
  levy: ['compensationDecision', 'idleLandFee'],
};

/** What is proposed: the measures, their amounts and the operative part. */
export function DecisionFields({ category, first }: { category: string; first: boolean }) {
  const w = useWords();
  const { typed } = useForm();
  const chosen = chosenIn(typed, 'measures');
  const offered = [...new Set([...(usual[category] ?? (Object.keys(measures) as Measure[])), ...chosen, 'other'])];
  const read = (name: string) => {
    const fen = fenOf(typed[name] ?? '');
    return fen == null ? undefined : w('amountRead', { yuan: yuanInWords(fen) });
  };
  return (
    <Part title={w('decision')}>
      <Several
        name="measures"
        label={w('measures')}
        required={category !== 'penalty'}
        hint={category === 'penalty' ? w('noPenalty') : undefined}
        options={offered.map((value) => ({ value, label: w(value as Measure) }))}
      />
      <div className="pair">
        {chosen.some((one) => priced.includes(one)) && (
          <Line name="amountYuan" label={w('amount')} hint={read('amountYuan')} />
        )}
        {chosen.includes('confiscation') && (
          <Line name="confiscatedYuan" label={w('confiscated')} hint={read('confiscatedYuan')} />
        )}
      </div>
      <Long name="text" label={w('text')} hint={w('textHint')} rows={5} required />
      {!first && (
        <>
          <Long name="changes" label={w('changes')} rows={2} maximum={5_000} />
          <Long name="newFacts" label={w('newFacts')} rows={2} />
        </>
      )}
    </Part>
  );
}
