import { useTranslation } from 'react-i18next';
import type { OrganisationAnswer } from '../../../api/schemas/admin-reading.ts';
import { Line, Long, Pick, Several } from '../../filing/fields.tsx';
import { useForm } from '../../filing/form.tsx';
import { DayField } from './day-field.tsx';
import { useFormWords, type FormWord } from './form-words.ts';
import { basisColumns } from './item-body.ts';
import { measureWords } from './measure-words.ts';
import { RowFields } from './row-fields.tsx';

/** When an entry of the catalogue counts and for which decisions. */
export function EntryFields({ organisation, fresh }: { organisation: OrganisationAnswer; fresh: boolean }) {
  const w = useFormWords();
  const english = useTranslation().i18n.language === 'en';
  const { typed } = useForm();
  const options = (values: readonly FormWord[]) => values.map((value) => ({ value, label: w(value) }));
  const measures = Object.entries(measureWords).map(([value, words]) => ({ value, label: words[english ? 1 : 0] }));
  return (
    <>
      {fresh && <Line name="id" label={w('id')} hint={w('idHint')} required maximum={64} />}
      <div className="pair">
        <DayField name="effectiveFrom" label={w('effectiveFrom')} required />
        <DayField name="effectiveTo" label={w('effectiveTo')} />
        <Pick name="category" label={w('category')} required options={options(organisation.agency.categories as FormWord[])} />
        <Line name="field" label={w('entryField')} hint={w('entryFieldHint')} required maximum={60} />
      </div>
      <Several name="measures" label={w('measures')} required options={measures} />
      <fieldset>
        <legend>{w('appliesWhen')}</legend>
        <div className="pair">
          <Pick name="appliesWhen" label={w('appliesWhen')} options={options(['always', 'hearing'])} />
          <Pick name="amountThreshold.of" label={w('thresholdOf')} none={w('anyAmount')} options={options(['decision', 'projectInvestment'])} />
          {typed['amountThreshold.of'] && (
            <>
              <Line name="amountThreshold.organisationYuan" label={w('organisationYuan')} hint={w('yuanHint')} />
              <Line name="amountThreshold.personYuan" label={w('personYuan')} hint={w('yuanHint')} />
            </>
          )}
        </div>
        <Line name="socialImpact" label={w('socialImpact')} maximum={500} />
      </fieldset>
      <RowFields list="basis" legend="bases" row="basis" add="addBasis" columns={basisColumns} />
      <Long name="reviewMaterials" label={w('reviewMaterials')} rows={6} />
      <Long name="note" label={w('note')} rows={2} maximum={2_000} />
    </>
  );
} // prettier-ignore
