/** What app may call. */
export { actionReference, type Action, type ActionStanding } from './action/action.ts'
