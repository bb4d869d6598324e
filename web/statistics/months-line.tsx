import { Link } from 'react-router';

const [width, height, room] = [480, 64, 14];

interface Given {
  /** What is counted, for whoever does not see the picture. */
  label: string;
  months: { month: string; number: number }[];
  linkOf: (month: string) => string;
}

/** Month by month as a small line; each month is a link to its rows. */
export function MonthsLine({ label, months, linkOf }: Given) {
  const most = Math.max(1, ...months.map(({ number }) => number));
  const x = (index: number) => ((index + 0.5) * width) / months.length;
  const y = (number: number) => height - room - (number * (height - 2 * room)) / most;
  return (
    <figure className="months">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <polyline points={months.map(({ number }, index) => `${x(index)},${y(number)}`).join(' ')} />
        {months.map(({ month, number }, index) => (
          <g key={month}>
            <circle cx={x(index)} cy={y(number)} r="2.5" />
            <text x={x(index)} y={y(number) - 5} textAnchor="middle">
              {number > 0 ? number : ''}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>
        {months.map(({ month }, index) => (
          <Link key={month} to={linkOf(month)} aria-label={month}>
            {Number(month.slice(5))}
            <span className="year">{index === 0 || month.endsWith('-01') ? month.slice(0, 4) : ''}</span>
          </Link>
        ))}
      </figcaption>
    </figure>
  );
}

/** Every month from the first to the last, both included, as YYYY-MM. */
export function monthsBetween(from: string, to: string): string[] {
  const [first, last] = [from, to].map((month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1);
  return Array.from({ length: Math.max(0, last! - first! + 1) }, (_, index) => {
    const month = first! + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
