import { record } from '#audit/door.ts'
import type { Calendar } from '#clock/door.ts'
import type { Now } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import {
  dueOnOf,
  has,
  isOpen,
  extensionReasons,
  handOvers,
  mayConfirm,
  maySubmit,
  outcomes,
  type Disclosure,
} from './disclosure.ts'
import { changeDisclosure, type Change } from './disclosure.sql.ts'
import { countItems, unseenItems } from './item.sql.ts'

/** Who does something, and when. */
export type By = { readonly person: string; readonly now: Now }

type ActName = 'identity' | 'extend' | 'search' | 'submit' | 'take-back' | 'confirm' | 'hand-over' | 'close'

/** Everything that can be done to a disclosure itself, by its name on the page. Each is written to the trail. */
export async function doToDisclosure(
  tx: Tx,
  by: By,
  it: Disclosure,
  act: string,
  chosen: string,
  calendar: Calendar,
): Promise<Result<string>> {
  const decided = await decide(tx, by, it, act, chosen, calendar)
  if (!decided.ok) return decided
  const { change, said, details } = decided.value
  if (!(await changeDisclosure(tx, it.id, change))) return refuse('not-allowed', 'Your role may not do this')
  const subject = { kind: 'disclosure', id: it.id, reference: referenceOf(it) }
  await record(tx, {
    at: by.now.at,
    actor: by.person,
    act: trailOf[act as ActName],
    subject,
    ...(details && { details }),
  })
  return allow(said)
}

export const referenceOf = ({ kind, number }: Pick<Disclosure, 'kind' | 'number'>): string =>
  `${kind === 'copy' ? 'Copy' : 'Request'} ${number}`

const trailOf = {
  identity: 'privacy.identity-checked',
  extend: 'privacy.request-extended',
  search: 'privacy.person-searched',
  submit: 'privacy.disclosure-submitted',
  'take-back': 'privacy.disclosure-taken-back',
  confirm: 'privacy.disclosure-confirmed',
  'hand-over': 'privacy.disclosure-handed-over',
  close: 'privacy.disclosure-closed',
} as const satisfies Record<ActName, string>

type Decided = { readonly change: Change; readonly said: string; readonly details?: object }

async function decide(
  tx: Tx,
  by: By,
  it: Disclosure,
  act: string,
  chosen: string,
  calendar: Calendar,
): Promise<Result<Decided>> {
  const { today, at } = by.now
  switch (act as ActName) {
    case 'identity':
      if (it.identity !== 'asked') return refuse('not-asked', 'Who asks is known already')
      return allow({
        change: { identity: 'checked', identityOn: today },
        said: 'Identity checked: the time runs from today',
      })
    case 'extend':
      return extend(it, by, chosen, calendar)
    case 'search':
      if (it.kind !== 'request' || !isOpen(it)) return refuse('not-open', 'It is not open')
      if (it.search === 'waiting' || it.search === 'running') return refuse('running', 'The search is running')
      return allow({ change: { search: 'waiting' }, said: 'The search has begun' })
    case 'submit': {
      const { undecided, included } = await counted(tx, it)
      const may = maySubmit(it, undecided, included)
      return may.ok
        ? allow({ change: { submittedBy: by.person, submittedAt: at }, said: 'Handed to a second person' })
        : may
    }
    case 'take-back':
      if (!it.submittedBy || it.closedOn) return refuse('not-submitted', 'It is open already, or closed')
      return allow({
        change: { submittedBy: null, submittedAt: null, confirmedBy: null, confirmedAt: null },
        said: 'Open for work again: a second person confirms it anew',
      })
    case 'confirm': {
      const may = mayConfirm(it, by.person)
      return may.ok
        ? allow({ change: { confirmedBy: by.person, confirmedAt: at }, said: 'Confirmed: it can be used now' })
        : may
    }
    case 'hand-over':
      if (!it.confirmedBy || it.closedOn) return refuse('not-confirmed', 'A second person has to confirm it first')
      if (!has(handOvers, chosen)) return refuse('how-missing', 'Select how it was handed over', 'hand-over')
      return allow({
        change: { handedOverOn: today, handedOverHow: chosen },
        said: 'Handing over recorded',
        details: { how: chosen },
      })
    case 'close':
      return close(it, by, chosen)
  }
  return refuse('no-such-act', 'Select what to do')
}

/** Before its date has passed, once, and with a reason (UK GDPR, article 12(3)). */
function extend(it: Disclosure, { now }: By, chosen: string, calendar: Calendar): Result<Decided> {
  if (it.extendedOn || it.closedOn) return refuse('extended', 'It was extended already, or is closed')
  if (!has(extensionReasons, chosen)) return refuse('reason-missing', 'Select why more time is needed', 'extend')
  const due = dueOnOf(it, calendar)
  if (!due || due < now.today) return refuse('too-late', 'Time can be added only before the date has passed')
  return allow({
    change: { extendedOn: now.today, extendedBecause: chosen },
    said: 'Two months added. Tell the person now, and why',
    details: { because: chosen },
  })
}

function close(it: Disclosure, { now }: By, chosen: string): Result<Decided> {
  if (it.closedOn) return refuse('closed', 'It is closed already')
  if (!has(outcomes, chosen)) return refuse('outcome-missing', 'Select what came of it', 'close')
  if (chosen.startsWith('given') && !it.handedOverOn && it.kind === 'request')
    return refuse('not-handed-over', 'Record first how it was handed over', 'close')
  return allow({ change: { closedOn: now.today, outcome: chosen }, said: 'Closed', details: { outcome: chosen } })
}

/** What is still open, with what only others see. */
async function counted(tx: Tx, { id }: Disclosure): Promise<{ undecided: number; included: number }> {
  const [seen, unseen] = await Promise.all([countItems(tx, id), unseenItems(tx, id)])
  const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0)
  return {
    undecided: sum([...seen, ...unseen].map(it => it.undecided)),
    included: sum(seen.map(it => it.included)) + sum(unseen.map(it => it.items - it.undecided)),
  }
}
