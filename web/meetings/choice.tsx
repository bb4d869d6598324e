export interface Option<Value extends string> {
  value: Value;
  label: string;
  /** Why it cannot be chosen. */
  not?: string | undefined;
}

interface Given<Value extends string> {
  name: string;
  label: string;
  options: Option<Value>[];
  value: Value | null;
  choose: (value: Value) => void;
  className?: string;
}

/** One of a few, each large enough for a thumb; arrow keys move between them. */
export function Choice<Value extends string>({ name, label, options, value, choose, className }: Given<Value>) {
  return (
    <fieldset className={`choice ${className ?? ''}`}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={option.not === undefined ? '' : 'not'}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            disabled={option.not !== undefined}
            onChange={() => choose(option.value)}
          />
          <span>
            {option.label}
            {option.not && <small> {option.not}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
