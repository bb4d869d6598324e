/** A call or a folder that cannot be played; its message says, in Chinese and English, what is wrong and what to do. */
export class BadCall extends Error {
  override name = 'BadCall';
}
