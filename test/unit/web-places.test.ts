import { expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { places } from '../../api/routes/web.ts';

test('every place of the desks is given out when somebody opens or reloads it', async () => {
  const drawn = [...(await readFile('web/app.tsx', 'utf8')).matchAll(/<Route path="(\/[^"*]*?)\/?\*?"/g)].map(([, path]) => path!); // prettier-ignore
  expect(drawn.length).toBeGreaterThan(20);
  const given = (path: string) => places.some((place) => matches(place.split('/'), path.split('/')));
  expect(drawn.filter((path) => !given(path))).toEqual([]);
});

function matches(place: string[], path: string[]): boolean {
  return place.length === path.length && place.every((part, n) => part.startsWith(':') || part === path[n]);
}
