/**
 * Integer fen of an amount as people type it: '18,000', '１８０００.５', '18000元'. Null where nothing is typed, undefined where it
 * is no amount with at most two decimals.
 */
export function fenOf(typed: string): number | null | undefined {
  const plain = typed.normalize('NFKC').replace(/[\s,，]|元$/g, '');
  if (plain === '') return null;
  const [, yuan, cents = ''] = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain) ?? [];
  return yuan === undefined ? undefined : Number(yuan) * 100 + Number(cents.padEnd(2, '0'));
}

/** An amount in fen as it is read: '18,000.50'. */
export function yuanInWords(fen: number): string {
  const yuan = Math.trunc(fen / 100).toString().replace(/\B(?=(\d{3})+$)/g, ','); // prettier-ignore
  const cents = fen % 100;
  return cents === 0 ? yuan : `${yuan}.${String(cents).padStart(2, '0')}`;
}
