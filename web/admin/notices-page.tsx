import { Button } from 'antd';
import type { z } from 'zod';
import type { deliveryAnswer } from '../../api/schemas/notice-addresses.ts';
import { Failure } from '../failure.tsx';
import { Loading } from '../loading.tsx';
import { momentInWords } from '../moment.ts';
import { TableHead } from '../table-head.tsx';
import { AddressForms } from './address-forms.tsx';
import { useAuditWords } from './audit-words.ts';
import { usePages } from './use-pages.ts';
import { useWords } from './words.ts';

/** Where notices go outside, what was sent, and why it was not taken. */
export function NoticesPage() {
  const w = useAuditWords();
  const title = useWords()('notices');
  const sent = usePages<z.infer<typeof deliveryAnswer>>('/api/v1/admin/deliveries');
  if (sent.isPending) return <Loading />;
  if (sent.error) return <Failure error={sent.error} again={() => void sent.refetch()} />;
  return (
    <>
      <h1>{title}</h1>
      <AddressForms />
      <h2>{w('deliveries')}</h2>
      {sent.items.length === 0 && <p className="empty">{w('noDeliveries')}</p>}
      {sent.items.length > 0 && (
        <table className="cases">
          <TableHead names={['at', 'channel', 'target', 'status'] as const} say={w} />
          <tbody>
            {sent.items.map(({ id, createdAt, channel, target, status, reason }) => (
              <tr key={id}>
                <th scope="row">{momentInWords(createdAt)}</th>
                <td>{channel === 'mail' || channel === 'wecom' ? w(channel) : channel}</td>
                <td>{target}</td>
                <td className={status === 'givenUp' ? 'late' : undefined}>
                  {w(status)}
                  {reason && <small>{reason}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {sent.hasNextPage && <Button onClick={() => void sent.fetchNextPage()}>{w('more')}</Button>}
    </>
  );
}
