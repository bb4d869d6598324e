import { Input } from 'antd';
import type { Member } from '../../api/schemas/meetings.ts';
import { useTranslation } from 'react-i18next';
import { Choice } from './choice.tsx';
import { attendances, votes, type TypedMember } from './typed-meeting.ts';
import { useWords } from './words.ts';

interface Given {
  member: Member;
  isChair: boolean;
  typed: TypedMember;
  change: (changed: Partial<TypedMember>) => void;
}

/** One member in turn: there or not, why not, what they said, how they voted. */
export function MemberRow({ member, isChair, typed, change }: Given) {
  const w = useWords();
  const { i18n } = useTranslation();
  const { id, name, title, why } = member;
  const said = why && (i18n.language === 'en' ? why.en : why.zh);
  const cannot = said ? w('mayNotVote', { why: said }) : undefined;
  return (
    <li className={`member ${typed.vote === 'disagree' ? 'dissent' : ''}`}>
      <h3>
        {name} <small>{[title, isChair && w('chair')].filter(Boolean).join(' · ')}</small>
      </h3>
      {cannot && <p className="cannot">{cannot}</p>}
      <Choice
        name={`attends-${id}`}
        label={w('attends', { name })}
        options={attendances.map((value) => ({
          value,
          label: w(value),
          ...(value === 'present' && cannot && { not: '' }),
        }))}
        value={typed.attends}
        choose={(attends) => change({ attends })}
      />
      {(typed.attends === 'absent' || typed.attends === 'recused') && (
        <label className="said">
          <span>{w('reason')}</span>
          <Input
            aria-label={w('reasonOf', { name })}
            maxLength={2_000}
            value={typed.reason}
            onChange={(event) => change({ reason: event.target.value })}
          />
        </label>
      )}
      {typed.attends === 'present' && (
        <>
          <label className="said">
            <span>{w('opinion')}</span>
            <Input.TextArea
              aria-label={w('opinionOf', { name })}
              rows={2}
              maxLength={50_000}
              value={typed.opinion}
              onChange={(event) => change({ opinion: event.target.value })}
            />
          </label>
          <Choice
            name={`vote-${id}`}
            label={w('voteOf', { name })}
            options={votes.map((value) => ({ value, label: w(value) }))}
            value={typed.vote}
            choose={(vote) => change({ vote })}
            className="votes"
          />
        </>
      )}
    </li>
  );
}
