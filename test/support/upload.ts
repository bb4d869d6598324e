import type { TestApi } from './api.ts';
import type { Answer } from './recorded-system.ts';

const path = '/api/v1/evidence-files';

/** Somebody who brings files over the tus protocol, a request at a time. */
export interface Bringer {
  /** Announces a file; the answer's `location` is where its bytes go. */
  begin(name: string, size: number, more?: Record<string, string>): Promise<Answer & { location: string }>;
  /** Sends bytes from there on. */
  send(location: string, bytes: Buffer, offset?: number): Promise<Answer & { offset: number }>;
  standing(location: string): Promise<Answer & { offset: number }>;
  /** Brings a whole file; answers its details, or the refusal. */
  bring(name: string, bytes: Buffer, caseId?: string): Promise<Answer>;
  get(
    path: string,
    headers?: Record<string, string>,
  ): Promise<Answer & { headers: Record<string, string>; bytes: Buffer }>;
}

export async function bringerOf(api: TestApi, person: string, at?: string): Promise<Bringer> {
  const { browser, csrf } = await api.signedIn(person);
  const clock: Record<string, string> = at ? { 'Sanxiang-Clock': at } : {};
  const headers = { 'Tus-Resumable': '1.0.0', 'X-CSRF-Token': csrf, ...clock };

  async function begin(name: string, size: number, more: Record<string, string> = {}) {
    const told = Object.entries({ filename: name, ...more }).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`); // prettier-ignore
    const answer = await browser
      .post(path)
      .set({ ...headers, 'Upload-Length': String(size), 'Upload-Metadata': told.join(',') });
    return { status: answer.status, body: answer.body, location: String(answer.headers['location']) };
  }

  async function send(location: string, bytes: Buffer, offset = 0) {
    const answer = await browser
      .patch(location)
      .set({ ...headers, 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' })
      // As it is: what is no JSON would be made some.
      .serialize((given) => given as unknown as string)
      .send(bytes);
    return { status: answer.status, body: answer.body, offset: Number(answer.headers['upload-offset']) };
  }

  async function bring(name: string, bytes: Buffer, caseId?: string): Promise<Answer> {
    const begun = await begin(name, bytes.length, caseId ? { caseId } : {});
    if (begun.status !== 201) return begun;
    const sent = await send(begun.location, bytes);
    return sent.status === 204 ? browser.get(`${begun.location}/details`).set(clock) : sent;
  }

  return {
    begin,
    send,
    bring,
    standing: async (location) => {
      const answer = await browser.head(location).set(headers);
      return { status: answer.status, body: answer.body, offset: Number(answer.headers['upload-offset']) };
    },
    get: async (place, more = {}) => {
      const answer = await browser
        .get(place)
        .set({ ...clock, ...more })
        .buffer(true)
        .parse((response, done) => {
          const pieces: Buffer[] = [];
          response.on('data', (piece: Buffer) => pieces.push(piece));
          response.on('end', () => done(null, Buffer.concat(pieces)));
        });
      const bytes = answer.body as Buffer;
      const json = String(answer.headers['content-type']).includes('json');
      const body: unknown = json ? JSON.parse(bytes.toString()) : null;
      return { status: answer.status, headers: answer.headers as Record<string, string>, bytes, body };
    },
  };
}
