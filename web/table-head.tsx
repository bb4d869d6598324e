/** The headings of a table's columns, each said by its name. */
export function TableHead<Name extends string>({
  names,
  say,
}: {
  names: readonly Name[];
  say: (name: Name) => string;
}) {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col">
            {say(name)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
