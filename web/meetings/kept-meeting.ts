/** Under which name what is written of one meeting is kept: each call has a meeting of its own. */
export function keptMeeting(caseId: string | null, callSeq: number): string {
  return `meeting.${caseId}.${callSeq}`;
}
