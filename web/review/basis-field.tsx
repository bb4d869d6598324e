import { useId, useState, type KeyboardEvent } from 'react';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { completed, matching } from './basis-options.ts';

/** The basis of an answer; what is typed after the last semicolon is completed from the statutes: arrows choose, Enter takes. */
export function BasisField(given: { value: string; options: string[]; change: (basis: string) => void }) {
  const { value, change } = given;
  const { t } = useTranslation();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const options = matching(given.options, value);
  const shown = open && options.length > 0;
  const close = () => {
    setOpen(false);
    setAt(-1);
  };
  const take = (option: string) => {
    change(completed(value, option));
    close();
  };

  function pressed(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      setOpen(true);
      setAt((at + step + options.length) % Math.max(1, options.length));
    } else if (event.key === 'Enter' && shown && options[at]) take(options[at]);
    else if (event.key === 'Escape' && shown) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <span className="basis">
      <Input
        maxLength={2_000}
        value={value}
        role="combobox"
        aria-expanded={shown}
        aria-autocomplete="list"
        aria-controls={shown ? id : undefined}
        aria-activedescendant={shown && at >= 0 ? `${id}-${at}` : undefined}
        onChange={(event) => {
          change(event.target.value);
          setOpen(true);
          setAt(-1);
        }}
        onKeyDown={pressed}
        onBlur={close}
      />
      {shown && (
        <span className="options" role="listbox" id={id} aria-label={t('review.statutes')}>
          {options.map((option, index) => (
            <span
              key={option}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              // The field keeps the focus: leaving it would close the list before the choice.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(option)}
              ref={(element) => {
                if (index === at) element?.scrollIntoView({ block: 'nearest' });
              }}
            >
              {option}
            </span>
          ))}
        </span>
      )}
    </span>
  );
}
