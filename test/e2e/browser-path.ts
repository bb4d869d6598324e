import { existsSync } from 'node:fs';

const found = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** A browser of the machine's own; null where there is none. Also asked outside of tests. */
export const browserPath = found.find((path) => path && existsSync(path)) ?? null;
