import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';

/** What a person does who has no mouse: every control is reached by Tab from where one is. */
export interface Keyboard {
  /** Goes on by Tab until this has the focus. */
  to(control: Locator): Promise<void>;
  /** Reaches a field and types. */
  write(field: Locator, text: string): Promise<void>;
  /** Reaches a list and goes down to an entry. */
  choose(list: Locator, value: string): Promise<void>;
  /** Reaches a box and ticks it. */
  tick(box: Locator): Promise<void>;
  /** Reaches a group of choices by its first and goes down to the one wanted. */
  pick(group: Locator, wanted: Locator): Promise<void>;
  /** Reaches a link or a button and presses Enter. */
  press(control: Locator): Promise<void>;
  /** Presses these where one is, one after the other. */
  keys(...names: string[]): Promise<void>;
  /** Types where one is. */
  type(words: string): Promise<void>;
}

const mostTabs = 150;

export function keyboardOf(page: Page): Keyboard {
  const isFocused = (control: Locator) => control.evaluate((one) => one === one.ownerDocument.activeElement);
  async function to(control: Locator): Promise<void> {
    await control.waitFor();
    for (let n = 0; n < mostTabs && !(await isFocused(control)); n += 1) await page.keyboard.press('Tab');
    expect(await isFocused(control)).toBe(true);
  }
  const down = async (until: () => Promise<boolean>) => {
    for (let n = 0; n < 60 && !(await until()); n += 1) await page.keyboard.press('ArrowDown');
    expect(await until()).toBe(true);
  };
  return {
    to,
    async write(field, text) {
      await to(field);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
    },
    async choose(list, value) {
      await to(list);
      await down(async () => (await list.inputValue()) === value);
    },
    async tick(box) {
      await to(box);
      await page.keyboard.press('Space');
    },
    async pick(group, wanted) {
      await to(group);
      await page.keyboard.press('Space');
      await down(() => wanted.isChecked());
    },
    async press(control) {
      await to(control);
      await page.keyboard.press('Enter');
    },
    async keys(...names) {
      for (const name of names) await page.keyboard.press(name);
    },
    type: (words) => page.keyboard.type(words),
  };
}

/** Answers the ten items of a review, from the first, which has the focus: each by its key, with a basis. */
export async function answerTen({ keys, type }: Keyboard, keyOf: (item: number) => string): Promise<void> {
  for (let item = 1; item <= 10; item += 1) {
    await keys(keyOf(item), 'Enter');
    await type('有关规定');
    await keys('Escape', 'j');
  }
}
