import { createReadStream } from 'node:fs';

// What no text holds: control characters beside tab, line feed, form feed and carriage return.
const CONTROL = /(?![\t\n\f\r\x7f-\x9f])\p{Cc}/u;

/** Whether the whole file is text in UTF-8. */
export async function isUtf8Text(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1_048_576 })) {
      if (CONTROL.test(decoder.decode(piece as Buffer, { stream: true }))) return false;
    }
    decoder.decode();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}
