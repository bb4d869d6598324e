import { readFileSync } from 'node:fs';

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../demo/${name}.json`, import.meta.url), 'utf8'));
}

export const organisation = read('organisation') as typeof import('../../demo/organisation.json');
export const catalogue = read('catalogue') as typeof import('../../demo/catalogue.json');
export const cases = (read('cases') as typeof import('../../demo/cases.json')).cases;
