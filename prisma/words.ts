/** The text under that name in the words that came with a command; empty where there is none. */
export function textIn(words: Record<string, unknown>, name: string): string {
  const value = words[name];
  return typeof value === 'string' ? value : '';
}
