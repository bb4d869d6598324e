import { Button, Input } from 'antd';
import { useEffect, useState, type FormEvent } from 'react';
import { useKept } from '../kept.ts';
import { useCalendarWords } from './calendar-words.ts';
import { daysIn } from './day-lines.ts';
import { ImportOutcome } from './import-outcome.tsx';
import { ImportPanel } from './import-panel.tsx';
import { useImport } from './use-import.ts';

const example = '{"year": 2027, "source": "…", "holidays": ["2027-01-01"], "makeUpWorkdays": []}';

/** The next year's arrangement, as two lists of days or as JSON; tried first, then imported. */
export function CalendarImport({ year }: { year: number }) {
  const w = useCalendarWords();
  const [asJson, setAsJson] = useState(false);
  return (
    <section aria-label={w('importYear')} className="import">
      {!asJson && (
        <>
          <h2>{w('importYear')}</h2>
          <p className="hint">{w('importHint')}</p>
        </>
      )}
      {asJson ? <ImportPanel kind="calendar" example={example} /> : <Lists year={year} />}
      <button type="button" className="link" onClick={() => setAsJson(!asJson)}>
        {w(asJson ? 'asLists' : 'asJson')}
      </button>
    </section>
  );
}

function Lists({ year }: { year: number }) {
  const w = useCalendarWords();
  const importing = useImport('calendar');
  const [typed, change, forget] = useKept('admin.calendar', () => ({
    year: String(year),
    source: `国务院办公厅关于${year}年部分节假日安排的通知`,
    documentNo: '',
    issuedOn: '',
    off: '',
    working: '',
  }));
  useEffect(() => {
    if (importing.done) forget();
  }, [importing.done, forget]);
  const set = (name: keyof typeof typed) => (event: { target: { value: string } }) => {
    const { value } = event.target;
    change((before) => ({ ...before, [name]: value }));
    if (!importing.tried?.sent) importing.drop();
  };

  function submit(event: FormEvent): void {
    event.preventDefault();
    const [off, working] = [daysIn(typed.off), daysIn(typed.working)];
    const wrong = off.wrong ?? working.wrong;
    if (wrong) return importing.fail(new Error(w('wrongLine', { line: wrong })));
    const { documentNo, issuedOn, source } = typed;
    void importing.dryRun({
      ...{ year: Number(typed.year), source, holidays: off.days, makeUpWorkdays: working.days },
      ...(documentNo && { documentNo }),
      ...(issuedOn && { issuedOn }),
    });
  }

  return (
    <>
      <form onSubmit={submit} className="fields">
        <label>
          {w('yearField')}
          <Input required inputMode="numeric" pattern="20\d\d" value={typed.year} onChange={set('year')} />
        </label>
        <label>
          {w('sourceField')}
          <Input required value={typed.source} onChange={set('source')} />
        </label>
        <label>
          {w('documentNo')}
          <Input value={typed.documentNo} onChange={set('documentNo')} />
        </label>
        <label>
          {w('issuedOn')}
          <Input type="date" value={typed.issuedOn} onChange={set('issuedOn')} />
        </label>
        <label className="wide">
          {w('offDays')}
          <Input.TextArea required className="code" value={typed.off} onChange={set('off')} />
        </label>
        <label className="wide">
          {w('workingDays')}
          <Input.TextArea className="code" value={typed.working} onChange={set('working')} />
        </label>
        <p className="buttons">
          <Button type={importing.tried ? 'default' : 'primary'} htmlType="submit" loading={importing.busy}>
            {w('dryRun')}
          </Button>
        </p>
      </form>
      <ImportOutcome importing={importing} />
    </>
  );
}
