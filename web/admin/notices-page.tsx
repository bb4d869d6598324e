import type { z } from 'zod';
import type { deliveryAnswer } from '../../api/schemas/notice-addresses.ts';
import { momentInWords } from '../moment.ts';
import { AddressForms } from './address-forms.tsx';
import { useAuditWords } from './audit-words.ts';
import { PagedList } from './paged-list.tsx';
import { useWords } from './words.ts';

type Delivery = z.infer<typeof deliveryAnswer>['items'][number];

/** Where notices go outside, what was sent, and why it was not taken. */
export function NoticesPage() {
  const w = useAuditWords();
  return (
    <>
      <h1>{useWords()('notices')}</h1>
      <AddressForms />
      <h2>{w('deliveries')}</h2>
      <PagedList<Delivery>
        path="/api/v1/admin/deliveries"
        heads={['at', 'channel', 'target', 'status']}
        none="noDeliveries"
        row={({ id, createdAt, channel, target, status, reason }) => (
          <tr key={id}>
            <th scope="row">{momentInWords(createdAt)}</th>
            <td>{channel === 'mail' || channel === 'wecom' ? w(channel) : channel}</td>
            <td>{target}</td>
            <td className={status === 'givenUp' ? 'late' : undefined}>
              {w(status)}
              {reason && <small>{reason}</small>}
            </td>
          </tr>
        )}
      />
    </>
  );
}
