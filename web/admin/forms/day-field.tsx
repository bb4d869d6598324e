import { Input } from 'antd';
import { Framed } from '../../filing/fields.tsx';

/** A day, in the browser's own manner. */
export function DayField(named: { name: string; label: string; hint?: string; required?: boolean }) {
  return (
    <Framed {...named}>
      {({ id, name, value, change, attributes }) => (
        <Input
          type="date"
          className="day"
          {...{ id, name, value, ...attributes }}
          status={attributes['aria-invalid'] ? 'error' : ''}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Framed>
  );
}
