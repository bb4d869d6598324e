import { Upload, type DetailedError } from 'tus-js-client';
import type { EvidenceFile } from '../../api/schemas/evidence-files.ts';
import { get, Problem, rememberedCsrfToken, renewToken, Unreachable } from '../http.ts';
import { filesAddress } from './file-address.ts';

const pieceBytes = 8 * 1_048_576;
/** Milliseconds to wait before each new try; a piece that arrives begins the row anew. */
const pauses = [0, 1_000, 2_000, 5_000, 10_000, 20_000, ...Array.from({ length: 30 }, () => 30_000)];

/** What happens to a file on its way. */
export interface Told {
  /** Bytes that arrived. */
  sent: (bytes: number) => void;
  /** The connection is gone; it goes on by itself. */
  waiting: () => void;
  /** All bytes are there, and are looked at. */
  checking: () => void;
  arrived: (file: EvidenceFile) => void;
  refused: (error: Error) => void;
}

export interface Sending {
  stop: () => void;
}

/** Sends one file; where it was sent in part before, from there on. */
export function send(file: File, caseId: string | null, told: Told): Sending {
  let isWaiting = false;
  let renewing: Promise<void> | undefined;
  const upload = new Upload(file, {
    endpoint: filesAddress,
    metadata: { filename: file.name, ...(caseId && { caseId }) },
    chunkSize: pieceBytes,
    retryDelays: pauses,
    removeFingerprintOnSuccess: true,
    onBeforeRequest: async (request) => {
      await renewing;
      request.setHeader('X-CSRF-Token', rememberedCsrfToken());
    },
    onShouldRetry: ({ originalResponse }) => {
      const status = originalResponse?.getStatus() ?? 0;
      if (status === 403 && !renewing) {
        // Signed in anew in another window, perhaps.
        renewing = renewToken().catch(() => undefined);
        return true;
      }
      const again = status === 0 || status === 409 || status === 423 || status >= 500;
      isWaiting = again;
      if (again) told.waiting();
      return again;
    },
    onProgress: (bytes) => {
      isWaiting = false;
      if (bytes < file.size) told.sent(bytes);
      else told.checking();
    },
    onSuccess: () => {
      done();
      get<EvidenceFile>(`${upload.url}/details`).then(told.arrived, told.refused);
    },
    onError: (error) => {
      done();
      told.refused(said(error));
    },
  });

  /** The network is back: not a second is waited for. */
  function resume(): void {
    if (isWaiting) void upload.abort().then(() => upload.start());
  }
  function done(): void {
    window.removeEventListener('online', resume);
  }

  window.addEventListener('online', resume);
  void begin(upload, caseId);
  return {
    stop: () => {
      done();
      void upload.abort(true).catch(() => undefined);
    },
  };
}

/** A file of the same name, size and time that was begun here before, for the same case, is gone on with. */
async function begin(upload: Upload, caseId: string | null): Promise<void> {
  const before = await upload.findPreviousUploads().catch(() => []);
  const same = before.find(({ metadata }) => (metadata['caseId'] ?? null) === caseId);
  if (same) upload.resumeFromPreviousUpload(same);
  upload.start();
}

function said(error: Error | DetailedError): Error {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  if (!response) return new Unreachable(error.message);
  try {
    return new Problem(response.getStatus(), JSON.parse(response.getBody()) as object);
  } catch {
    return new Problem(response.getStatus(), {});
  }
}
