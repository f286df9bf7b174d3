import assert from 'node:assert/strict'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { besideEnquiries } from '#quality/door.ts'
import { qualityRoutes } from '#quality/routes.ts'
import { smallCouncil, type PersonKey } from '#test/small-council.ts'
import { testDatabase } from '#test/database.ts'
import { testFiles, testWeb, type Seen, type Typed } from '#test/web.ts'
import { actNamed, carryOut, houseWith, raise, raiseShape } from '../door.ts'
import { enquiryRoutes } from '../routes.ts'

export const db = await testDatabase()
export const council = await smallCouncil(db.owner)
export const house = houseWith(async () => {}, besideEnquiries)
export const files = await testFiles()
const today = day('2026-06-09')
export const web = await testWeb({
  db,
  routes: [...enquiryRoutes({ house, files }), ...qualityRoutes({ secret: 'a secret of the tests' })],
  today,
})
const now = nowAt(instantOn(today, 10))

export async function raised(given: object = {}, way: object = {}, by: PersonKey = 'member'): Promise<string> {
  const raiser = council.people[by]
  const it = raiseShape.parse({
    member: raiser.person,
    subject: "O'Brien's lamp 🏮 مصباح",
    text: 'When will it be mended? Who pays?',
    topic: council.topic.potholes,
    ...given,
  })
  const result = await inTransaction(db, raiser.person, tx => raise(tx, house, raiser, it, { now, ...way }))
  assert.ok(result.ok)
  return result.value.enquiry.reference
}

export async function did(by: PersonKey, name: string, reference: string, given: object = {}): Promise<void> {
  const doer = council.people[by]
  const act = actNamed(name)!
  const done = await inTransaction(db, doer.person, tx =>
    carryOut(tx, house, doer, reference, act, act.shape.parse(given) as never, { now }),
  )
  assert.ok(done.ok, done.ok ? '' : done.refusal.words)
}

export async function taken(): Promise<string> {
  const reference = await raised()
  await did('responder', 'take', reference)
  return reference
}

export async function contributing(): Promise<string> {
  const reference = await taken()
  const questions = ['How deep is it?']
  await did('responder', 'ask-contribution', reference, {
    email: 'lab@cores.example',
    name: 'The laboratory',
    questions,
    dueOn: '2026-06-19',
  })
  return reference
}

export async function submitted(): Promise<string> {
  const reference = await taken()
  const answers = [1, 2].map(number => ({ number, answer: 'In July' }))
  await did('responder', 'submit', reference, { text: 'In July.', answers })
  return reference
}

export async function handedOver(): Promise<string> {
  const reference = await taken()
  await did('responder', 'hand-over', reference, {
    mailbox: council.mailbox.partner,
    share: ['words'],
    text: 'Please mend it',
    authority: 'The agreement of 2024',
    dueOn: '2026-06-19',
  })
  return reference
}

export async function given(): Promise<string> {
  const reference = await raised()
  await did('owner', 'allocate', reference, { to: council.people.responder.person })
  return reference
}

export async function answered(): Promise<string> {
  const reference = await taken()
  await did('responder', 'answer', reference, {
    text: 'In July.',
    answers: [
      { number: 1, answer: 'In July' },
      { number: 2, excuse: 'Nobody knows yet' },
    ],
    promises: [{ words: 'The lamp is mended', who: 'Lumen', dueOn: '2026-07-01' }],
  })
  return reference
}

export const as = async (who: PersonKey) => web.as(council.people[who].person)

/** Opens the act's form, types and sends it, as a browser does. */
export async function act(who: PersonKey, reference: string, name: string, typed: Typed = {}): Promise<Seen> {
  const browser = await as(who)
  const form = await browser.get(`/enquiries/${reference}/${name}`)
  assert.equal(form.status, 200, `${name} for ${who}`)
  return browser.post(`/enquiries/${reference}/${name}`, { version: versionIn(form), ...typed })
}

export const versionIn = ({ html }: Seen): string => /name="version" value="(\d+)"/.exec(html)![1]!

/** What tells this opened form from any other. */
export const onceIn = ({ html }: Seen): string => /name="once" value="([0-9a-f-]+)"/.exec(html)![1]!

export async function stands(reference: string) {
  const [row] =
    await db.owner`select status, version, holder_id, mailbox_id, round, next_update_on from enquiries.enquiry where reference = ${reference}`
  return row!
}

export const dateTyped = (name: string, on: string): Typed => {
  const [year, month, date] = on.split('-')
  return { [`${name}-day`]: date!, [`${name}-month`]: month!, [`${name}-year`]: year! }
}
