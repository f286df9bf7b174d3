import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarByRule, isWorkingDay } from '#clock/door.ts'
import { actNamed, carryOut, houseWith, raise, raiseShape, replayedDifferently, type House } from '#enquiries/door.ts'
import { sweep } from '#escalation/door.ts'
import { addDays, day, instantOn, nowAt, type Day, type Now } from '#kernel/day.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { smallCouncil, type PersonKey, type SmallCouncil } from '#test/small-council.ts'
import { testDatabase, type TestDatabase } from '#test/database.ts'
import { follow } from './reactions/reactions.ts'

const calendar = calendarByRule()
const workingDays = Array.from({ length: 365 }, (_, i) => addDays(day('2026-01-05'), i)).filter(on =>
  isWorkingDay(calendar, on),
)

/** Numbers that look drawn and are the same every time. */
function drawing(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state >>> 8) % below
  }
}

/** What somebody does next with an enquiry; how far each gets differs, so that every step of the ladder is climbed. */
const lives: readonly (readonly (readonly [PersonKey, string, object])[])[] = [
  [],
  [['owner', 'allocate', {}]],
  [['responder', 'take', {}]],
  [
    ['responder', 'take', {}],
    ['responder', 'ask', { text: 'Which end?' }],
    ['member', 'reply', { text: 'The north end' }],
    ['member', 'chase', {}],
    ['member', 'chase', { text: 'Please' }],
  ],
  [
    ['owner', 'allocate', {}],
    ['owner', 'reassign', {}],
    ['secondResponder', 'accept', {}],
    ['secondResponder', 'answer', { text: 'In July', answers: [{ number: 1, answer: 'In July' }] }],
    ['member', 'disagree', { text: 'Which July?' }],
  ],
]

type World = { readonly db: TestDatabase; readonly council: SmallCouncil; readonly house: House }
type Mail = { readonly kind: string; readonly to: string; readonly text: string }
type Step = { readonly reference: string; readonly type: string; readonly onDay: string; readonly rung: string | null }
type Year = { readonly mail: readonly Mail[]; readonly events: readonly Step[] }

/** The year of one council, the same acts on the same days; `works` is its worker of one evening. */
async function lived(works: (it: World, now: Now, draw: (below: number) => number) => Promise<void>): Promise<Year> {
  const db = await testDatabase()
  const council = await smallCouncil(db.owner)
  // the queue: a job is there exactly when its transaction is
  await db.owner`create table platform.waiting (id int generated always as identity, event_ids uuid[] not null)`
  await db.owner`grant select, insert, delete on platform.waiting to one_stop_app`
  const house = houseWith(async (tx, { eventIds }) => {
    await tx`insert into platform.waiting (event_ids) values (${eventIds as string[]})`
  })
  const world = { db, council, house }
  const [draw, fate] = [drawing(7), drawing(11)]
  const open: { reference: string; left: (readonly [PersonKey, string, object])[] }[] = []
  for (const [nth, on] of workingDays.entries()) {
    if (nth % 9 === 0 && nth < 230)
      open.push({ reference: await raised(world, on), left: [...lives[draw(lives.length)]!] })
    for (const it of open)
      if (it.left.length > 0 && draw(7) === 0) await acts(world, it.reference, it.left.shift()!, on)
    await works(world, nowAt(instantOn(on, 17, 30)), fate)
  }
  assert.deepEqual(await inTransaction(db, 'system', tx => replayedDifferently(tx)), [])
  // links that rate an answer are made for one letter each, and differ from council to council
  const mail = await db.owner<Mail[]>`
    select kind, to_address as "to", regexp_replace(text, '/rate/[^?]+', '/rate/', 'g') as text
    from mail.outbox order by 2, 3`
  const events = await db.owner<Step[]>`
    select e.reference, v.type, v.on_day, v.data ->> 'rung' as rung
    from enquiries.event v join enquiries.enquiry e on e.id = v.enquiry_id order by e.reference, v.sequence`
  return { mail: [...mail], events: [...events] }
}

async function raised({ db, council, house }: World, on: Day): Promise<string> {
  const { member } = council.people
  const given = raiseShape.parse({
    member: member.person,
    subject: 'A canary in Mill Lane',
    text: 'When will it be mended?',
    topic: council.topic.potholes,
  })
  const done = await inTransaction(db, member.person, tx =>
    raise(tx, house, member, given, { now: nowAt(instantOn(on, 9)) }),
  )
  assert.ok(done.ok)
  return done.value.enquiry.reference
}

/** What its rule refuses on this day is not done. */
async function acts(
  { db, council, house }: World,
  reference: string,
  [who, name, given]: readonly [PersonKey, string, object],
  on: Day,
) {
  const [doer, act] = [council.people[who], actNamed(name)!]
  const to = name === 'reassign' ? council.people.secondResponder.person : council.people.responder.person
  await inTransaction(db, doer.person, tx =>
    carryOut(tx, house, doer, reference, act, act.shape.parse({ to, ...given }) as never, {
      now: nowAt(instantOn(on, 10)),
    }),
  )
}

const letters = (db: Database, now: Now) => ({
  db,
  stamp: { secret: 'a secret of the tests, long enough', domain: 'tessbridge.example' },
  publicUrl: 'http://localhost',
  now: () => now.at,
})

/** One evening: what is reached climbs, two at a time, and what is in the queue is followed up. */
async function evening({ db, house, council: _ }: World, worker: Database, now: Now): Promise<void> {
  await sweep(worker, house, now, 2)
  const jobs = await db.owner<
    { id: number; eventIds: string[] }[]
  >`select id, event_ids from platform.waiting order by id`
  for (const { id, eventIds } of jobs) {
    await follow(letters(worker, now), { enquiryId: '', eventIds })
    await inTransaction(worker, 'system', tx => tx`delete from platform.waiting where id = ${id}`)
  }
}

class Killed extends Error {}

/** The same database for a worker that dies at a drawn transaction: in the middle of it, or right after it. */
function mortal(db: Database, transactions: number, inTheMiddle: boolean): Database {
  let left = transactions
  const begin = async (work: (tx: never) => Promise<unknown>) => {
    if (left-- > 0) return db.sql.begin(work as never)
    await db.sql.begin(async tx => {
      await work(tx as never)
      if (inTheMiddle) throw new Killed()
    })
    throw new Killed()
  }
  return { ...db, sql: { begin } as unknown as Database['sql'] }
}

test('a year with a worker that dies at random sends exactly the mail of a year without faults', async () => {
  let killed = 0
  const [sound, faulty] = await Promise.all([
    lived((world, now) => evening(world, world.db, now)),
    lived(async (world, now, draw) => {
      for (let lives = draw(3); lives > 0; lives--) {
        const worker = mortal(world.db, draw(6), draw(2) === 0)
        await evening(world, worker, now).catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error
          killed++
        })
      }
      await evening(world, world.db, now)
    }),
  ])
  assert.ok(killed > 60, `it was killed ${killed} times`)
  const climbs = sound.mail.filter(it => it.kind === 'escalation')
  assert.ok(climbs.length > 60, `only ${climbs.length} letters`)
  for (const words of [
    /accepted nor declined/,
    /has not written|Nobody has written/,
    /is due by/,
    /1 working day late/,
    /3 working days late/,
    /hear from us\s+by/,
    /asked again/,
  ])
    assert.ok(
      climbs.some(it => words.test(it.text)),
      String(words),
    )
  assert.deepEqual(faulty.mail, sound.mail)
  assert.deepEqual(faulty.events, sound.events)
})
