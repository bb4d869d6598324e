import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { MeetingAnswer } from '../../api/schemas/meetings.ts';
import { dayInDocument } from '../moment.ts';
import type { Named, WrittenMinutes } from './written-minutes.ts';
import { proposedIn } from './proposed-in.ts';
import '../review/review.css';

interface Given {
  one: CaseAnswer;
  desk: Pick<MeetingAnswer, 'agencyName' | 'sectionName' | 'members'>;
  minutes: WrittenMinutes;
  /** What sets it apart from other minutes on the page. */
  label?: string;
}

const voteWords = { agree: '同意', disagree: '不同意', abstain: '弃权' } as const;
const resultWords = {
  issuing: '形成决定，交承办人制作决定文书。',
  investigating: '退回承办科室调查取证。',
  terminated: '终止办理。',
  postponed: '延期讨论，另行召集。',
} as const;

/** 集体讨论纪要, as it will be issued: in Chinese whatever the language of the desk; dissent in full. */
export function Minutes({ one, desk, minutes, label = minutes.no }: Given) {
  const { present, absent, recused, opinions } = minutes;
  const party = (one.filed['party'] as { name?: string } | undefined)?.name;
  const head: [string, string | undefined][] = [
    ['案件名称', one.title],
    ['当事人', party],
    ['承办', [desk.sectionName, one.handlers.map((id) => one.persons[id]).join('、')].filter(Boolean).join('　')],
    ['时间', `${dayInDocument(minutes.heldAt)} ${minutes.heldAt.slice(11, 16)}`],
    ['地点', minutes.place],
    ['到会', `应到 ${desk.members.length} 人，实到 ${present.length} 人：${present.join('、') || '无'}`],
    ['缺席', outInWords(absent)],
    ['回避', outInWords(recused)],
    ['拟作决定', proposedIn(one)],
  ];
  return (
    <section className="opinion-document minutes" tabIndex={0} lang="zh-CN" aria-label={`集体讨论纪要 ${label}`}>
      <h2>
        {desk.agencyName && <small>{desk.agencyName}</small>}
        集体讨论纪要
      </h2>
      <p className="number">{minutes.no || '（未编号）'}</p>
      <dl>
        {head
          .filter(([, said]) => said)
          .map(([name, said]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{said}</dd>
            </div>
          ))}
      </dl>
      {opinions.length > 0 && (
        <>
          <h3>一、成员意见和表决</h3>
          <ol>
            {opinions.map(({ name, opinion, vote }) => (
              <li key={name}>
                {name}：<span className="said">{opinion || '（未发表意见）'}</span>
                <strong className={vote === 'disagree' ? 'dissent' : ''}>
                  {vote ? voteWords[vote] : '（未表决）'}
                </strong>
              </li>
            ))}
          </ol>
          <p>{votesInWords(minutes)}</p>
        </>
      )}
      <h3>{opinions.length > 0 ? '二、决议' : '决议'}</h3>
      <p>
        <strong className="verdict">{minutes.result ? resultWords[minutes.result] : '（未定）'}</strong>
      </p>
      {minutes.changed && <p>会议改变了拟决定的种类、数额、依据或者事实，须重新送法制审核。</p>}
      {minutes.resolution && <p className="said">{minutes.resolution}</p>}
      {minutes.headReasons && <p className="said">主要负责人另作决定的理由：{minutes.headReasons}</p>}
      <p className="signature">
        记录：{minutes.recordedBy}　{minutes.recordedAt && dayInDocument(minutes.recordedAt)}
      </p>
    </section>
  );
}

function outInWords(list: Named[]): string {
  if (list.length === 0) return '无';
  return list.map(({ name, reason }) => (reason ? `${name}（${reason}）` : name)).join('、');
}

/** 「表决：同意 3 票，不同意 1 票（丁某），弃权 0 票。」 */
function votesInWords({ opinions }: WrittenMinutes): string {
  const counted = (['agree', 'disagree', 'abstain'] as const).map((wanted) => {
    const names = opinions.filter(({ vote }) => vote === wanted).map(({ name }) => name);
    const who = wanted !== 'agree' && names.length > 0 ? `（${names.join('、')}）` : '';
    return `${voteWords[wanted]} ${names.length} 票${who}`;
  });
  return `表决：${counted.join('，')}。`;
}
