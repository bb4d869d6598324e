import { useEffect, type RefObject } from 'react';
import { useNavigate } from 'react-router';

/** j and k move between the rows, Enter opens as on any link, a to doing what it asks, t to handing it over. */
export function useRowKeys(body: RefObject<HTMLTableSectionElement | null>): void {
  const navigate = useNavigate();
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const links = [...(body.current?.querySelectorAll<HTMLAnchorElement>('tr[data-case] td:first-child a') ?? [])];
      const at = links.findIndex((link) => link === document.activeElement);
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
      const { case: id, act } = links[at]?.closest('tr')?.dataset ?? {};
      if (step !== 0) links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
      else if (event.key === 'a' && act) void navigate(act);
      else if (event.key === 't' && id) void navigate(`/cases/${id}?act=reassign`);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [body, navigate]);
}

/** Whether a key is meant for a field or an open dialogue. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], dialog, .ant-select') !== null
  );
}
