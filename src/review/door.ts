/** What app may call. */
export { reviewEndpoints } from './api.ts'
export { freezeDue, freezesOn, freezeSpan } from './pack/freezing.ts'
export { remindersOn, unsignedWeeks, type Reminder, type Unsigned } from './reminding.ts'
export { recordAction, recordDecision, writeBeneath } from './action/record-action.ts'
export { signLastWeeks } from './sign-off/sign-last-weeks.ts'
export { eraseReviewOf } from './erase.sql.ts'
