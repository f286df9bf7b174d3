import { actNamed, carryOut, houseWith, startWatching, type Act } from '#enquiries/door.ts'
import { nowAt, type Now } from '#kernel/day.ts'
import { seeingAs, type Tx } from '#platform/db/database.ts'
import { idIn, type Ids } from './set-up.ts'
import { demoAccounts, type DemoKey } from './town/demo-accounts.ts'
import { heldUnderWay, underWay } from './under-way.sql.ts'

/** What follows from these events is written with the letters of the last days. */
const house = houseWith(async () => {})

type Stage = { readonly tx: Tx; readonly ids: Ids; readonly now: Now }

/**
 * A few acts of the last hour in the mailboxes of the demonstration roles, through the same way in as everybody's: work to
 * accept, work somebody declined, colleagues who ask and mention. Whoever signs in first finds something to do.
 */
export async function playThisMorning(tx: Tx, ids: Ids, at: Date): Promise<void> {
  const stage = { tx, ids, now: nowAt(at) }
  const [owner, responder] = [personOf(ids, 'demo.owner'), personOf(ids, 'demo.responder')]
  const streets = await underWay(tx, idIn(ids.mailbox, 'streets'), responder)
  const [toAccept, alsoToAccept, declined, toWatch] = streets
  for (const it of [toAccept, alsoToAccept])
    if (it)
      await does(stage, owner, it.reference, 'reassign', {
        to: responder,
        why: 'You know this corner. Thank you.',
      })
  if (declined) await isDeclined(stage, declined.reference, owner, responder)
  await asksAround(stage, responder)
  if (toWatch) {
    await watches(stage, 'demo.owner', toWatch.id)
    await watches(stage, 'demo.one-stop', toWatch.id)
  }
}

async function isDeclined(stage: Stage, reference: string, owner: string, responder: string): Promise<void> {
  const why = 'The road itself is sound. It floods because the gully is blocked, and drains know which one.'
  await does(stage, owner, reference, 'reassign', { to: responder, why: '' })
  const rightMailbox = idIn(stage.ids.mailbox, 'drainage')
  await does(stage, responder, reference, 'decline', { because: 'wrong-mailbox', rightMailbox, why })
}

/** Colleagues are asked for their part, spoken to by name, and watch what they care about. */
async function asksAround(stage: Stage, responder: string): Promise<void> {
  const { tx, ids, now } = stage
  const owner = personOf(ids, 'demo.owner')
  const [own, another] = await heldUnderWay(tx, responder)
  const [housing] = await underWay(tx, idIn(ids.mailbox, 'housing-advice'), responder)
  const ask = { name: '', text: '', dueOn: now.today }
  if (own) {
    await does(stage, owner, own.reference, 'note', { text: noted, tell: [responder] })
    await watches(stage, 'demo.responder', own.id)
  }
  if (another) {
    await does(stage, responder, another.reference, 'note', {
      text: answered,
      tell: [owner],
    })
    const questions = ['Is anybody waiting for a home in this street who cannot use the steps?']
    await does(stage, responder, another.reference, 'ask-contribution', {
      ...ask,
      email: emailOf('demo.other-responder'),
      questions,
    })
  }
  if (housing) {
    const questions = ['Is the pavement outside to be dug up this month? The family moves in with a wheelchair.']
    await does(stage, housing.holderId, housing.reference, 'ask-contribution', {
      ...ask,
      email: emailOf('demo.responder'),
      questions,
    })
  }
}

const noted = 'The member rang me about this one at lunch. Could you let me see your answer before it goes?'
const answered =
  'Draft is ready. I have said the end of the month; please shout if the contractor has told you otherwise.'

/** One act through the ordinary way in. What its rule refuses on this day is left out: it is no more than a beginning. */
async function does({ tx, now }: Stage, person: string, reference: string, name: string, given: object): Promise<void> {
  const act = actNamed(name) as unknown as Act<object>
  const doer = { person, name: '', permissions: new Set([act.may]) }
  await carryOut(tx, house, doer, reference, act, given, { now })
}

const watches = ({ tx, ids, now }: Stage, who: DemoKey, enquiryId: string): Promise<void> => {
  const person = personOf(ids, who)
  return seeingAs(tx, person, 'system', () => startWatching(tx, enquiryId, person, now.at))
}

const accountOf = (key: DemoKey) => demoAccounts.find(it => it.key === key)!
const emailOf = (key: DemoKey): string => accountOf(key).email
const personOf = (ids: Ids, key: DemoKey): string => idIn(ids.person, accountOf(key).name)
