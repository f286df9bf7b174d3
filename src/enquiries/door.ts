/** What other rooms and app may call. */
export { actNamed, acts } from './acts.ts'
export { mayAct, parts, type Act, type Actor, type Part } from './act.ts'
export { replay } from './apply.ts'
export { carryOut, theSystem, type CarriedOut, type Doer, type Way } from './carry-out.ts'
export {
  channelWords,
  isOpen,
  kindWords,
  outcomeWords,
  statuses,
  statusWords,
  type Channel,
  type Enquiry,
  type Kind,
  type Outcome,
  type Status,
} from './enquiry.ts'
export type { EnquiryEvent, EventType, Recorded } from './events.ts'
export { houseWith, type Happened, type House } from './house.ts'
export { raise, raiseShape, type Raise, type Raised } from './raise/raise.ts'
