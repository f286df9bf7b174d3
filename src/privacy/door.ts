/** What app may call. */
export { eraseConfirmed, type Eraser } from './retention/erase.ts'
export { everyTombstone, reapply } from './retention/reapply.ts'
export { runSearch as searchForPerson } from './request/search.ts'
