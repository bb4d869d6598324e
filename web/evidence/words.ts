import { useTranslation } from 'react-i18next';

/** What evidence and its files say, [Chinese, English]: apart from the other words, so that the first view is not made to carry them. */
// prettier-ignore
const words = {
  none: ['还没有证据。', 'No evidence yet.'],
  records: ['执法行为的记录', 'Records of acts'],
  noFiles: ['没有附文件。', 'No files.'],
  obtained: ['{at} 取得', 'obtained {at}'],
  from: ['来源：{from}', 'From: {from}'],
  recorded: ['{at} {who}录入', 'recorded {at} by {who}'],
  open: ['查看 {name}', 'Look at {name}'],
  close: ['收起 {name}', 'Close {name}'],
  pointTo: ['指向 {id}', 'Point to {id}'],
  isNew: ['上轮之后新增', 'new since the last round'],
  arrived: ['{at} {who}上传', 'uploaded {at} by {who}'],
  download: ['下载', 'Download'],
  openAlone: ['在新窗口打开', 'Open in a window of its own'],
  notShown: ['这种文件不能在这里显示，请下载查看。', 'Files of this kind cannot be shown here; download it.'],
  tooLargeToShow: ['文件较大，请下载查看。', 'The file is large; download it.'],
  cannotBeRead: ['文件内容读不出来，请下载查看。', 'The content cannot be read here; download it.'],
  rowsShown: ['只显示前 {n} 行，全部内容请下载查看。', 'Only the first {n} rows are shown; download it for all.'],
  partShown: ['只显示开头部分，全部内容请下载查看。', 'Only the beginning is shown; download it for all.'],
  documentHint: ['文字内容按原文件显示，版式以下载的文件为准。', 'The text is that of the file; for its layout download it.'],
  sheets: ['工作表', 'Sheets'],
  picture: ['图片 {name}', 'Picture {name}'],

  choose: ['选择文件', 'Choose files'],
  drop: ['或者拖到这里', 'or drop them here'],
  kinds: ['PDF、图片、Word、Excel、PowerPoint、ODT、ODS、TXT、CSV，每个不超过 100 MB；到达后核对内容并计算 SHA-256。', 'PDF, pictures, Word, Excel, PowerPoint, ODT, ODS, TXT, CSV, up to 100 MB each; looked at and given a SHA-256 on arrival.'],
  files: ['文件', 'Files'],
  sending: ['已传 {percent}%', '{percent}% sent'],
  waiting: ['连接中断，已传 {percent}%，恢复后自动继续', 'Connection lost at {percent}%; goes on by itself'],
  checking: ['正在核对…', 'Being looked at…'],
  refused: ['未收', 'Not taken'],
  stop: ['取消上传 {name}', 'Stop {name}'],
  again: ['重新上传 {name}', 'Try {name} again'],
  dismiss: ['知道了，移除 {name}', 'Dismiss {name}'],
  remove: ['不附 {name}', 'Leave {name} out'],
  underWay: ['文件还在上传，请等传完再提交。', 'Files are still on their way; wait until they have arrived.'],
  mismatch: ['名称是 {named}，实际是 {found}。', 'The name says {named}, the content is {found}.'],

  add: ['补充证据', 'Add evidence'],
  id: ['编号', 'Number'],
  kind: ['种类', 'Kind'],
  record: ['执法行为的记录', 'Record of an act'],
  name: ['名称', 'Name'],
  description: ['说明', 'Description'],
  source: ['来源', 'Source'],
  obtainedAt: ['取得时间', 'Obtained'],
  submit: ['确定补充', 'Add'],
  cancel: ['返回', 'Back'],
  afterDraft: ['补充后，提交初审前须另存一版包含新证据的内容。', 'Before it can be submitted, a version with the new evidence must be saved.'],
  afterPass: ['本案已通过法制审核；补充新证据后审核通过失效，须重新送审。', 'This case has passed review; new evidence voids the pass, and it must be reviewed again.'],
} as const satisfies Record<string, readonly [string, string]>;

export type Word = keyof typeof words;

/** The words in the language that is read; {n} and the like are filled in. */
export function useWords(): (word: Word, values?: Record<string, string | number>) => string {
  const { i18n } = useTranslation();
  const at = i18n.language === 'en' ? 1 : 0;
  return (word, values = {}) =>
    words[word][at].replace(/\{(\w+)\}/g, (_all, name: string) => String(values[name] ?? ''));
}
