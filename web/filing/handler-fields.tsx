import type { FilingChoices } from '../../api/schemas/filing-choices.ts';
import { startOfDay } from '../../domain/calendar.ts';
import { certificateProblem } from '../../domain/certificate.ts';
import { refusalMessages } from '../../domain/refusal.ts';
import { Pick } from './fields.tsx';
import { useForm } from './form.tsx';
import { Part } from './parts.tsx';
import { useSaying, useWords } from './words.ts';

type Handler = FilingChoices['handlers'][number];

/** Two handlers of the agency, each with the certificate and whether it serves for this case today. */
export function HandlerFields({ choices }: { choices: FilingChoices }) {
  const w = useWords();
  return (
    <Part title={w('handlers')} hint={w('handlersHint')}>
      <div className="pair">
        {[0, 1].map((n) => (
          <HandlerField key={n} n={n} choices={choices} />
        ))}
      </div>
    </Part>
  );
}

function HandlerField({ n, choices }: { n: number; choices: FilingChoices }) {
  const w = useWords();
  const say = useSaying();
  const { typed } = useForm();
  const id = typed[`handlers.${n}`];
  const chosen = choices.handlers.find((handler) => handler.id === id);
  const sectionOf = ({ section }: Handler) => choices.sections.find((one) => one.id === section)?.name ?? '';
  const others = [0, 1].filter((at) => at !== n).map((at) => typed[`handlers.${at}`]);
  const problem = chosen && unfit(chosen, typed['category'] ?? '', choices);
  return (
    <Pick
      name={`handlers.${n}`}
      label={w('handler', { n: n + 1 })}
      required
      options={choices.handlers.map((one) => ({
        value: one.id,
        label: `${one.name} · ${one.title} · ${sectionOf(one)}`,
      }))}
      hint={
        chosen && (
          <>
            {chosen.certificate
              ? w('certificate', { number: chosen.certificate.number ?? '', validTo: chosen.certificate.validTo })
              : w('noCertificate')}
            {problem && <strong className="late"> ▲ {say(problem)}</strong>}
            {chosen.onLeaveUntil && <strong className="late"> ▲ {w('onLeave', { until: chosen.onLeaveUntil })}</strong>}
            {others.includes(id) && <strong className="late"> ▲ {w('twice')}</strong>}
          </>
        )
      }
    />
  );
}

/** Why the certificate does not serve, by the rule by which the case is filed; the server's day counts. */
function unfit({ certificate }: Handler, category: string, { agency, today }: FilingChoices) {
  if (category === '') return null;
  const person = { certificate } as Parameters<typeof certificateProblem>[0];
  const duties = { regions: agency.regions } as Parameters<typeof certificateProblem>[2]['duties'];
  const refusal = certificateProblem(person, category, { duties }, startOfDay(today));
  return refusal && refusalMessages[refusal.code];
}
