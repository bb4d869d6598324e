export { caseWorkflow } from './case.ts';
export { calendarWorkflow } from './calendar.ts';
export { organisationWorkflow } from './organisation.ts';
export { reconcilerWorkflow, watchdogWorkflow } from './watching.ts';
export { supervisionOrderWorkflow } from './supervision-order.ts';
