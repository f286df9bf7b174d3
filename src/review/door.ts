/** What app may call. */
export { freezeDue, freezeSpan } from './pack/freezing.ts'
