/** Where what is typed and not yet saved is kept in this browser: one entry a window, by person. */
const keptUnder = (person: string) => `sanxiang.copy.${person}.`;

/** How long a window that signs out waits for the others to save what is typed there. */
const patience = 4_000;

type Said = { kind: 'leaving' | 'saving' | 'left'; person: string } | { kind: 'saved'; person: string; all: boolean };

const forms = new Set<() => Promise<boolean>>();
const windows = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('sanxiang.leaving');

/** While a form is open it is asked to save before its person signs out, here or in another window; answers how to end that. */
export function saveBeforeLeaving(save: () => Promise<boolean>): () => void {
  forms.add(save);
  return () => void forms.delete(save);
}

/** Saves what is typed in every window of this browser; false where something could not be saved. */
export async function saveEverywhere(person: string): Promise<boolean> {
  const elsewhere = savedElsewhere(person);
  return (await saveHere()) && (await elsewhere) && keptKeys(person).length === 0;
}

/** Offices share computers: whoever signs out leaves nothing behind, and every other window of theirs is told. */
export function leave(person: string): void {
  for (const key of keptKeys(person)) localStorage.removeItem(key);
  windows?.postMessage({ kind: 'left', person } satisfies Said);
}

/** Calls when the person signed out in another window; answers how to end that. */
export function onLeftElsewhere(person: string, call: () => void): () => void {
  return listen((said) => {
    if (said.kind === 'left' && said.person === person) call();
  });
}

function keptKeys(person: string): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(keptUnder(person)));
}

/** The name of one window's entry. */
export function keptKey(person: string, place: string, name: string): string {
  return `${keptUnder(person)}${place}.${name}`;
}

async function saveHere(): Promise<boolean> {
  const saved = await Promise.all([...forms].map((save) => save()));
  return saved.every(Boolean);
}

/** Windows with a form say so at once, those that said so are waited for, and where something is still kept, those that may yet say so. */
function savedElsewhere(person: string): Promise<boolean> {
  if (!windows) return Promise.resolve(true);
  return new Promise((resolve) => {
    let [waiting, all] = [0, true];
    const end = (saved: boolean) => {
      stop();
      clearInterval(asked);
      clearTimeout(late);
      resolve(saved);
    };
    const stop = listen((said) => {
      if (said.kind === 'saving') waiting += 1;
      if (said.kind !== 'saved') return;
      all &&= said.all;
      waiting -= 1;
      settle();
    });
    const settle = () => waiting === 0 && (!all || keptKeys(person).length === 0) && end(all);
    const asked = setInterval(settle, 150);
    const late = setTimeout(() => end(false), patience);
    windows.postMessage({ kind: 'leaving', person } satisfies Said);
  });
}

function listen(hear: (said: Said) => void): () => void {
  const heard = (event: MessageEvent) => hear(event.data as Said);
  windows?.addEventListener('message', heard);
  return () => windows?.removeEventListener('message', heard);
}

listen(({ kind, person }) => {
  if (kind !== 'leaving' || forms.size === 0) return;
  windows?.postMessage({ kind: 'saving', person } satisfies Said);
  void saveHere().then((all) => windows?.postMessage({ kind: 'saved', person, all } satisfies Said));
});
