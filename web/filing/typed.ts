/** What was typed, by the names that the API gives the fields: 'party.name', 'statutoryBasis.0.article'. Names beginning with _ are the form's own. */
export type Typed = Record<string, string>;

export type Row = Record<string, string>;

/** The rows of a list: those of `statutoryBasis` are typed under statutoryBasis.0.statute, statutoryBasis.0.article … */
export function rowsIn(typed: Typed, list: string): Row[] {
  const rows: Row[] = [];
  for (const [name, value] of Object.entries(typed)) {
    const [, at, key] = name.startsWith(`${list}.`) ? (/^\.(\d+)\.(\w+)$/.exec(name.slice(list.length)) ?? []) : [];
    if (at !== undefined && key) rows[Number(at)] = { ...rows[Number(at)], [key]: value };
  }
  return Array.from(rows, (row) => row ?? {});
}

/** The same form with other rows in a list. */
export function withRows(typed: Typed, list: string, rows: Row[]): Typed {
  const others = Object.entries(typed).filter(([name]) => !name.startsWith(`${list}.`));
  const listed = rows.flatMap((row, at) => Object.entries(row).map(([key, value]) => [`${list}.${at}.${key}`, value]));
  return Object.fromEntries([...others, ...listed]) as Typed;
}

/** What was chosen of several, one to a line. */
export function chosenIn(typed: Typed, name: string): string[] {
  return (typed[name] ?? '').split('\n').filter((one) => one !== '');
}

/** A text without the spaces around it; null where nothing is left. */
export function givenIn(typed: Typed, name: string): string | null {
  return typed[name]?.trim() || null;
}
