import type { OrderPage } from '../../api/schemas/supervision-orders.ts';
import { Words } from '../case/words.tsx';
import { momentInWords } from '../moment.ts';
import { useSaying } from '../worded.ts';
import { useWords } from './words.ts';

/** What happened to an order, the newest first: when, who, what, in which words, and who was told. */
export function OrderHistory({ order }: { order: OrderPage }) {
  const words = useWords();
  const say = useSaying();
  return (
    <ol className="history">
      {order.history.toReversed().map((happened) => {
        const told = [...new Set([...happened.asked, ...happened.told])].map((id) => order.persons[id] ?? id);
        return (
          <li key={happened.seq} className={happened.actor === 'system' ? 'by-clock' : ''}>
            <time dateTime={happened.at}>{momentInWords(happened.at)}</time>
            <div>
              <p>
                <strong>
                  {happened.actorName ?? words('system')} {say(happened.label, happened.labelEn)}
                </strong>
                {told.length > 0 && <small> {words('toldTo', { names: told.join('、') })}</small>}
              </p>
              <Words words={happened.words} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}
