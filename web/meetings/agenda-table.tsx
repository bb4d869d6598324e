import { Checkbox } from 'antd';
import { Link } from 'react-router';
import type { AgendaItem } from '../../api/schemas/meetings.ts';
import { Due } from '../due.tsx';
import { momentInWords } from '../moment.ts';
import { TableHead } from '../table-head.tsx';
import { proposalInWords } from './proposed.ts';
import { useWords } from './words.ts';

interface Given {
  items: AgendaItem[];
  /** Which of them may be put together for one meeting. */
  choosing?: { callable: string[]; chosen: string[]; choose: (id: string, on: boolean) => void };
}

/** Cases with what each asks the meeting to decide, until when, and the meeting that is called. */
export function AgendaTable({ items, choosing }: Given) {
  const w = useWords();
  return (
    <table className="cases agenda-table">
      <TableHead names={['case', 'asks', 'due', 'when'] as const} say={w} />
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <td>
              <Link to={`/meetings/${item.id}`}>{item.title}</Link>
              <small>{[item.partyName, item.sectionName, item.categoryName].filter(Boolean).join(' · ')}</small>
            </td>
            <td>
              {item.proposed && proposalInWords(item.proposed)}
              {item.proposed?.text && <small className="clipped">{item.proposed.text}</small>}
            </td>
            <td>
              <Due due={item.due} />
            </td>
            <td>
              {item.call && (
                <>
                  {momentInWords(item.call.at)} {item.call.place}
                  <small>
                    {w('calledBy', { name: item.call.by.name })}：{item.call.members.map(({ name }) => name).join('、')}
                  </small>
                </>
              )}
              {choosing?.callable.includes(item.id) && (
                <Checkbox
                  aria-label={w('choose', { title: item.title })}
                  checked={choosing.chosen.includes(item.id)}
                  onChange={(event) => choosing.choose(item.id, event.target.checked)}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
