import type { Viewer } from '#platform/http/viewer.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { mayAct, type Act, type Actor } from '../act.ts'
import { actNamed } from '../acts.ts'
import { type Enquiry, isOpen, joinedTo } from '../enquiry.ts'
import { mayExtend } from '../extend/extend.ts'
import { ownAnswer } from '../review/send-reviewed.ts'
import { submitPage } from '../review/submit-page.ts'
import { officerActs } from './act-pages.ts'
import type { ActPage } from './act-page.ts'

/** An act with the words of its button: the title of its page. */
export type Offered = { readonly name: string; readonly label: string }

/** What is in no mailbox has to be placed before anything else. */
const placedFirst = officerActs.toSorted((a, b) => Number(b.act === 'move') - Number(a.act === 'move'))

/** Where a second person reads it first, submitting stands where answering stands elsewhere. */
const readFirst = officerActs.flatMap(page =>
  page.act === 'answer' ? [submitPage] : page.act === 'submit' ? [] : [page],
)

/** What this viewer can do to this enquiry now, the likeliest first: by permission, part and status. */
export const actsOffered = (enquiry: Enquiry, actor: Actor, viewer: Viewer, secondPerson = false): Offered[] =>
  (enquiry.mailboxId === null ? placedFirst : secondPerson ? readFirst : officerActs)
    .filter(page => isPossible(enquiry, actor, viewer, actNamed(page.act)!))
    .map(page => ({ name: page.act, label: labelOf(page, enquiry, actor) }))

/** To whoever wrote the answer, returning it is taking it back. */
const labelOf = ({ act, title }: ActPage, enquiry: Enquiry, actor: Actor): string =>
  act === 'return' && ownAnswer(enquiry, actor) ? 'Take your answer back' : title

const isPossible = (enquiry: Enquiry, actor: Actor, viewer: Viewer, act: Act<never, never>): boolean =>
  mayDo(viewer, act.may) && mayAct(enquiry, actor, act).ok && hasObject(enquiry, actor, act.name)

/** They stand beside the promise or the contribution they are about. */
const buttonsOfTheirOwn = ['keep-promise', 'break-promise', 'chase-contribution', 'withdraw-contribution']

/** Some acts need something to act on besides the status. */
function hasObject(enquiry: Enquiry, actor: Actor, act: string): boolean {
  // nobody can be given what is in no mailbox
  if (act === 'allocate') return enquiry.mailboxId !== null
  if (act === 'look-at') return enquiry.laneOn !== null
  // whoever was given it accepts or declines it
  if (act === 'take') return enquiry.status !== 'assigned' || !actor.parts.includes('holder')
  if (act === 'send-reviewed') return ownAnswer(enquiry, actor) === undefined
  if (act === 'extend') return mayExtend(enquiry, actor)
  // closed of late it is opened again; how late that is no longer possible, its page says
  if (act === 'follow-up') return false
  if (act === 'change-kind' || act === 'restrict') return !enquiry.restricted
  if (act === 'unjoin') return joinedTo(enquiry) !== undefined
  // what is over is joined only by those who go to the page of it
  if (act === 'join') return isOpen(enquiry)
  if (act === 'unlink') return enquiry.links.some(it => ['follows', 'followed-by', 'related'].includes(it.as))
  if (act === 'leave-set') return enquiry.setLeadId !== null
  if (act === 'lead-set') return enquiry.setLeadId !== null && enquiry.setLeadId !== enquiry.id
  return !buttonsOfTheirOwn.includes(act)
}
