/** What app may call. */
export { eraseConfirmed, type Eraser } from './retention/erase.ts'
export { everyTombstone, reapply } from './retention/reapply.ts'
export { runSearch as searchForPerson } from './request/search.ts'
export { hoursToDecide, reminderDue, remindedAtHours } from './incident/incident.ts'
export { readUndecided, takeReminder } from './incident/incident.sql.ts'
export { incidentsPath } from './incident/list-page.ts'
export { openIncident } from './incident/open.ts'
export { takeLettersDue } from './incident/person.sql.ts'
