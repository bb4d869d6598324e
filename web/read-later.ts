import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** The file of a page or of a part of one was not read: it is gone since the server was updated, or the network failed. */
export class NotRead extends Error {}

/** A component whose file is read when it is first shown. @throws NotRead when shown, until the page is read anew */
export function readLater<Props extends object>(
  read: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    try {
      return { default: await read() };
    } catch (cause) {
      throw new NotRead('not read', { cause });
    }
  });
}
