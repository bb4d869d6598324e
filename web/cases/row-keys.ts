import type { KeyboardEvent } from 'react';

/** j and k move between the rows' links; Enter opens, as on any link. */
export function useRowKeys(): (event: KeyboardEvent<HTMLTableElement>) => void {
  return (event) => {
    const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
    if (step === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('tbody tr td:first-child a')];
    const at = links.findIndex((link) => link === document.activeElement);
    links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
    event.preventDefault();
  };
}
