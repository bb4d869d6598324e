import { useEffect, useRef, useState } from 'react';

/** The height of a row where rows are windowed, in pixels: cases.css says the same. */
const rowHeight = 64;
const beside = 8;
/** Below this width rows are cards of no fixed height, and all of them stand there. */
const wide = '(min-width: 801px)';

/** The rows that are in view or near it, of so many: only these stand in the page, however long the list is. */
export function useRowsInView(count: number) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [range, setRange] = useState({ first: 0, last: 40 });
  const [windowed, setWindowed] = useState(() => matchMedia(wide).matches);

  useEffect(() => {
    const media = matchMedia(wide);
    const look = () => {
      setWindowed(media.matches);
      const top = body.current?.getBoundingClientRect().top ?? 0;
      // In steps of some rows: most scroll events then change nothing.
      const step = beside / 2;
      const first = Math.max(0, Math.floor(-top / rowHeight / step) * step - beside);
      const last = first + Math.ceil(innerHeight / rowHeight) + 3 * beside;
      setRange((before) => (before.first === first && before.last === last ? before : { first, last }));
    };
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [count]);

  const last = windowed ? Math.min(count, range.last) : count;
  const first = windowed ? Math.min(range.first, last) : 0;
  return { body, first, last, above: first * rowHeight, below: (count - last) * rowHeight };
}
