import { PARTY_TYPES } from '../../domain/party.ts';
import { Line, Pick } from './fields.tsx';
import { useForm } from './form.tsx';
import { Part } from './parts.tsx';
import { useWords, type Word } from './words.ts';

// 公共信用信息 names these kinds of documents; only the first has a check character.
const documents: Word[] = [
  '居民身份证',
  '护照',
  '港澳居民来往内地通行证',
  '台湾居民来往大陆通行证',
  '外国人永久居留身份证',
];

/** The party (行政相对人): by its kind, with the numbers that identify it checked as they are written. */
export function PartyFields() {
  const w = useWords();
  const documentOptions = documents.map((value) => ({ value, label: w(value) }));
  const { typed } = useForm();
  const type = typed['party.type'] ?? '';
  const natural = type === '自然人';
  const business = type === '个体工商户';
  return (
    <Part title={w('party')}>
      <div className="pair">
        <Pick
          name="party.type"
          label={w('partyType')}
          required
          options={PARTY_TYPES.map((value) => ({ value, label: w(value) }))}
        />
        <Line name="party.name" label={w('name')} required />
        {!natural && (
          <Line name="party.creditCode" label={w('creditCode')} hint={w('creditCodeHint')} maximum={40} code />
        )}
        {!natural && (
          <Line name="party.legalRepresentative" label={w(business ? 'operator' : 'representative')} maximum={100} />
        )}
        {!natural && !business && (
          <>
            <Pick name="party.legalRepresentativeIdType" label={w('representativeIdType')} options={documentOptions} />
            <Line name="party.legalRepresentativeIdNo" label={w('representativeIdNo')} maximum={40} code />
          </>
        )}
        {(natural || business) && (
          <>
            <Pick name="party.idType" label={w('idType')} options={documentOptions} />
            <Line name="party.idNo" label={w('idNo')} maximum={40} code />
          </>
        )}
        <Line name="party.address" label={w('address')} maximum={500} />
        <Line name="party.phone" label={w('phone')} maximum={40} />
      </div>
    </Part>
  );
}
