export { caseWorkflow } from './case.ts';
export { calendarWorkflow } from './calendar.ts';
