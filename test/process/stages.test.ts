import { expect, test } from '@jest/globals';
import { stages } from '../../domain/process.ts';
import { caseIn } from '../support/case-in-stage.ts';
import { HOLDERS, STAGES } from '../fixtures/who-may-do-what.ts';
import { personsOf } from '../fixtures/persons-of-the-agency.ts';

test('the process has exactly the nineteen stages of the text', () => {
  expect(Object.keys(stages).sort()).toEqual([...STAGES].sort());
});

test.each(STAGES)('a case brought to %s by lawful acts stands there, held by whom the text says', (stage) => {
  const { state } = caseIn(stage);
  expect({ stage: state.stage, holder: state.holder }).toEqual({ stage, holder: personsOf(HOLDERS[stage]) });
});
