import { Alert } from 'antd';
import { Failure } from '../failure.tsx';
import type { useLeaveCommand } from './use-leave.ts';

/** What became of a command, beside what was pressed. */
export function Said({ command: { done, error } }: { command: ReturnType<typeof useLeaveCommand> }) {
  return (
    <>
      <div role="status">{done && <Alert type="success" showIcon title={done} />}</div>
      {error && <Failure error={error} />}
    </>
  );
}
