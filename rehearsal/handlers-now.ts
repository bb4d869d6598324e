/** The handlers of a case after an accepted act: a reassigned handler is replaced by whoever took over. */
export function handlersAfter(handlers: string[], action: string, input: Record<string, unknown>): string[] {
  const { from, to } = input;
  if (action !== 'reassign' || typeof from !== 'string' || typeof to !== 'string') return handlers;
  return handlers.map((person) => (person === from ? to : person));
}

/** Who enters a piece of evidence: the first who obtained it and handles the case now, otherwise the first handler. */
export function whoEnters(obtainedBy: string[], handlers: string[]): string | undefined {
  return obtainedBy.find((person) => handlers.includes(person)) ?? handlers[0];
}
