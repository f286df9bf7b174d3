/** What other rooms and app may call. */
export { besideEnquiries } from './beside-enquiries.ts'
export { ratePath } from './rating/link.ts'
export { drawDue, drawMonth, type Seeds } from './sample/draw-month.ts'
export { monthInWords } from './sample/month.ts'
export { scoreBy, stepOn, whoIsTold } from './sample/remind.ts'
export { takeSteps, unscoredSince, type Unscored } from './sample/sample.sql.ts'
export { standardOn } from './standard.sql.ts'
export type { Standard } from './standard.ts'
