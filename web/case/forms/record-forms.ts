import type { CaseAnswer } from '../../../api/schemas/case.ts';
import type { ActForms } from '../act-forms.ts';

/** The handlers, and of one who is on leave whoever stands in. */
function serving({ handlers, standIns }: CaseAnswer): string[] {
  return handlers.map(
    (handler) => standIns.find((one) => one.for === handler && one.because === 'onLeave')?.by ?? handler,
  );
}

/** Notices to the party, their answers, the hearing. */
export const recordForms: ActForms = {
  recordNotice: [
    { name: 'kind', kind: 'line', label: 'noticeKind', required: true },
    { name: 'documentNo', kind: 'line' },
    { name: 'proposed', kind: 'proposal', required: true },
    { name: 'hearingRight', kind: 'yes' },
    { name: 'method', kind: 'line', label: 'served', required: true },
    { name: 'servedBy', kind: 'fixed', fixed: serving },
  ],
  recordAnswer: [
    {
      name: 'kind',
      kind: 'choice',
      label: 'answerKind',
      required: true,
      choices: {
        statement: { zh: '提出陈述、申辩', en: 'A statement was made' },
        waived: { zh: '放弃陈述、申辩', en: 'The right was waived' },
        none: { zh: '未答复', en: 'No answer' },
      },
    },
    {
      name: 'hearing',
      kind: 'choice',
      label: 'hearingClaim',
      choices: {
        requested: { zh: '要求听证', en: 'A hearing was claimed' },
        waived: { zh: '放弃听证', en: 'The hearing was waived' },
      },
    },
    { name: 'text', kind: 'text', label: 'statement' },
    { name: 'review', kind: 'text' },
    { name: 'madeAt', kind: 'moment', label: 'madeAtIfEarlier' },
  ],
  recordHearing: [
    { name: 'requestedAt', kind: 'moment' },
    { name: 'noticeServedAt', kind: 'moment' },
    { name: 'recorder', kind: 'line', required: true },
    { name: 'public', kind: 'yes', label: 'publicHearing' },
    { name: 'attended', kind: 'reasons' },
    { name: 'report', kind: 'text', label: 'hearingReport', required: true },
  ],
};
