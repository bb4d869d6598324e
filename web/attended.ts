const pauseMs = 120_000;
let last = Date.now();

/** How people make themselves felt on a page, whatever they use it with. */
export const signs = ['pointerdown', 'pointermove', 'click', 'keydown', 'input', 'wheel', 'touchstart'] as const;

/** Somebody sits before the page. */
export function touched(): void {
  last = Date.now();
}

/** What a request says of itself where nobody touched the page for two minutes: it does not prolong the session. */
export function attendance(): Record<string, string> {
  return Date.now() - last > pauseMs ? { 'Sanxiang-Unattended': '1' } : {};
}
