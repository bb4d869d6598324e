import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { roles, type Role } from '../../../domain/process.ts';
import { Framed } from '../../filing/fields.tsx';
import { useFormWords } from './form-words.ts';
import { colleaguesReading, type Colleague } from './use-on-record.ts';

interface Given {
  name: string;
  label: string;
  /** The role that the duty takes: whoever holds it is listed first. */
  role: Role;
  several?: boolean;
}

/** One or several of the agency's people, by name; whoever left is listed only where they are named still. */
export function PersonField({ name, label, role, several }: Given) {
  const w = useFormWords();
  const { data: people = [], isPending } = useQuery(colleaguesReading);
  return (
    <Framed name={name} label={label}>
      {({ id, value, change, attributes }) => {
        // Without their names nobody is shown, and nobody is chosen.
        const chosen = isPending ? [] : value.split('\n').filter(Boolean);
        const offered = people.filter((one) => !one.leftOn || chosen.includes(one.id));
        const group = (label: string, has: boolean) => ({
          label,
          options: offered.filter((one) => one.roles.some((held) => held.role === role) === has).map(optionOf),
        });
        const groups = [group(w('withRole', { role: roles[role] }), true), group(w('withoutRole'), false)];
        const shared = {
          ...{
            id,
            options: groups,
            allowClear: true,
            loading: isPending,
            disabled: isPending,
            placeholder: w('choosePerson'),
          },
          ...{ showSearch: { optionFilterProp: 'label' as const }, ...attributes },
          status: attributes['aria-invalid'] ? ('error' as const) : ('' as const),
        };
        return several ? (
          <Select<string[]> {...shared} mode="multiple" value={chosen} onChange={(next) => change(next.join('\n'))} />
        ) : (
          <Select<string> {...shared} value={chosen[0] ?? null} onChange={(next) => change(next ?? '')} />
        );
      }}
    </Framed>
  );
}

function optionOf({ id, name, sectionName, title }: Colleague) {
  return { value: id, label: `${name}（${[sectionName, title].filter(Boolean).join(' · ')}）` };
}
