import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, day, instantOn, type Day } from '#kernel/day.ts'
import { addMember, addPerson } from '#people/door.ts'
import { inTransaction } from '#platform/db/database.ts'
import { changeSetting } from '#platform/settings.ts'
import type { Letter, Mail } from '#test/journeys/post-box.ts'
import { isWeekend, openModel, workingDays, type Meant, type Modelled } from './month-model.ts'
import { openPostTown, referenceIn, whoGotWhat } from './post-town.ts'
import { deliveryReport } from './reports.ts'

/**
 * June 2026: members, their machines, strangers, forgers and broken mail servers write; officers work; mornings come.
 * Everything goes through the real intake and out of the real sender. After each thing that happens exactly those
 * letters went out that the model expects, and at the end exactly the enquiries stand that it knows, as it knows them.
 */
const seed = Number(process.env.SEED ?? 2026)
const town = await openPostTown()
const model = openModel()
const random = randomFrom(seed)
const streets = 'streets@tessbridge.example'
const oneStop = 'onestop@tessbridge.example'

// of these the last has a machine that answers every mail and does not say that it is one
const members = ['ash', 'birch', 'cedar', 'elm', 'rowan', 'machine']
const at = (member: string) => `${member}@members.example`
await inTransaction(town.db, 'system', async tx => {
  for (const member of members) {
    const personId = await addPerson(tx, { name: `Cllr ${member}`, email: at(member), roles: ['member'] })
    await addMember(tx, { personId, wardId: town.council.ward, fromOn: day('2020-01-01') })
  }
  await changeSetting(tx, 'mail.messages-per-hour', 500, null)
  await changeSetting(tx, 'mail.relay-name', 'mx.tessbridge.example', null)
  await changeSetting(tx, 'mail.relay-addresses', '127.0.0.1', null)
})

let on: Day = day('2026-06-01')
let minute = 0
let messages = 0
const quarantined: string[] = []
const letters: Mail[] = []
const lastTo = new Map<string, Mail>()

const now = (): Date => new Date(instantOn(on, 8).getTime() + minute * 60_000)
const wait = (minutes: number): void => {
  minute += minutes
  town.turnTo(on, 8, minute)
}
const messageId = (): string => `<${seed}-${++messages}@members.example>`

/** What went out is what was expected; then the machine among the members answers what it got. */
async function came(mails: readonly Mail[], expected: readonly string[], what: string): Promise<void> {
  letters.push(...mails)
  assert.deepEqual(whoGotWhat(mails), expected.toSorted(), `seed ${seed}, ${on} ${now().toISOString()}: ${what}`)
  for (const mail of mails) lastTo.set(`${referenceIn(mail)} ${mail.to}`, mail)
  for (const mail of mails.filter(it => it.to === at('machine'))) {
    const enquiry = model.enquiries.get(referenceIn(mail))!
    const told = await town.write({
      ...answerTo(mail, 'Thank you. I read my email on Fridays.'),
      messageId: messageId(),
    })
    await came(told, model.wrote(enquiry, 'nothing clear', on, now()), 'the machine answers')
  }
}

const answerTo = (mail: Mail, text: string): Letter => ({
  from: mail.to,
  to: mail.replyTo,
  subject: `Re: ${mail.subject}`,
  text,
  answering: mail,
})

async function raises(member: string, letter: Partial<Letter> = {}): Promise<Letter> {
  const number = messages + 1
  const to = pick([streets, oneStop])!
  const whole = {
    from: at(member),
    to,
    subject: `Matter ${number}`,
    text: `A matter of ${on}.`,
    messageId: messageId(),
    date: now(),
    ...letter,
  }
  const mails = await town.write(whole)
  const { state, reference } = await town.lastIntake()
  assert.equal(state, 'new-enquiry')
  const isStreets = (whole.recipients ?? [whole.to])[0] === streets
  await came(mails, model.raised(reference!, member, isStreets, on, now()), `${member} raises ${reference}`)
  return whole
}

const quiet = async (letter: Letter, what: string): Promise<void> => came(await town.write(letter), [], what)

async function held(letter: Letter, reason: string): Promise<void> {
  await quiet(letter, reason)
  assert.equal((await town.lastIntake()).reason, reason)
  quarantined.push(reason)
}

const some = (fits: (it: Modelled) => boolean): Modelled | undefined => pick([...model.enquiries.values()].filter(fits))
const letterAbout = (it: Modelled): Mail | undefined => lastTo.get(`${it.reference} ${at(it.member)}`)

async function memberWrites(it: Modelled, meant: Meant): Promise<void> {
  const mail = letterAbout(it)
  if (!mail) return
  // an early chase and a late one are clear; in between a date of the next update may have passed or not
  const days = workingDays(it.receivedOn, on)
  if (meant === 'chase' && (it.round > 1 || (days > 10 ? it.everAsked : it.status !== 'new'))) return
  const words: Record<Meant, string> = {
    agree: pick(['Yes', 'Yes, this answers it. Thank you.', `Dear Priya,\n\nThank you, this answers it.`])!,
    disagree: pick(['No', 'No.\n\nSay who tells the school.', 'This does not answer it'])!,
    withdraw: 'Withdraw',
    chase: pick(['Any news?', 'Chase', 'Still waiting for an answer'])!,
    'nothing clear': pick(['It is the blue one.', 'Yes, but when?', 'Thank you for letting me know.'])!,
  }
  const mails = await town.write({ ...answerTo(mail, words[meant]), messageId: messageId() })
  await came(mails, model.wrote(it, meant, on, now()), `${it.member} writes about ${it.reference}: ${meant}`)
}

async function officerDoes(it: Modelled, act: 'take' | 'ask' | 'answer'): Promise<void> {
  const mails = await town.does(
    'responder',
    act,
    it.reference,
    act === 'take' ? {} : { text: `About ${it.reference}.` },
  )
  const expected = act === 'take' ? model.taken(it) : act === 'ask' ? model.asked(it, on) : model.answered(it, on)
  await came(mails, expected, `${act} ${it.reference}`)
}

/** A third pause would be the owner's to make: one is enough here. */
const mayAsk = (act: 'ask' | 'answer', it: Modelled): boolean => act === 'answer' || !it.everAsked

/** What was just sent to the member comes back, the same report twice; or somebody says so who cannot know. */
async function bounces(
  act: 'ask' | 'answer',
  how: 'report' | 'words' | 'at the door' | 'forged' | 'delayed',
): Promise<void> {
  const it = some(one => one.status === 'in-progress' && one.member !== 'machine' && mayAsk(act, one))
  if (!it) return
  if (how === 'at the door') {
    town.refusing.set(at(it.member), '550 5.1.1 No such person')
    const mails = await town.does('responder', act, it.reference, { text: 'Refused.' })
    town.refusing.clear()
    if (act === 'ask') model.asked(it, on)
    else model.answered(it, on)
    return came(mails, model.undelivered(it), `${act} of ${it.reference} is refused`)
  }
  await officerDoes(it, act)
  wait(3)
  const report = deliveryReport(letterAbout(it)!, how, messageId())
  if (how === 'forged' || how === 'delayed') return quiet(report, `${how} report about ${it.reference}`)
  await came(await town.write(report), model.undelivered(it), `${act} of ${it.reference} comes back`)
  await quiet(deliveryReport(letterAbout(it)!, how, messageId()), 'the same said again')
}

const happenings: readonly [number, () => Promise<void>][] = [
  [14, async () => void (await raises(pick(members)!))],
  [
    3,
    async () =>
      void (await raises(pick(members)!, { to: streets, recipients: [streets, 'housing-advice@tessbridge.example'] })),
  ],
  [3, async () => quiet(await raises('elm'), 'the same message once more')],
  [
    3,
    async () =>
      void (await raises('ash', {
        subject: 'Fwd: my road',
        text: `See below.\n\n---------- Forwarded message ---------\nFrom: Resident <${at('birch')}>\nDate: Mon, 1 Jun 2026 at 09:15\nSubject: my road\nTo: x\n\nIt floods.`,
      })),
  ],
  [
    16,
    () =>
      whenSome(
        it => (it.status === 'new' || it.status === 'assigned') && it.atStreets,
        it => officerDoes(it, 'take'),
      ),
  ],
  [
    6,
    () =>
      whenSome(
        it => it.status === 'in-progress' && !it.everAsked,
        it => officerDoes(it, 'ask'),
      ),
  ],
  [
    12,
    () =>
      whenSome(
        it => it.status === 'in-progress',
        it => officerDoes(it, 'answer'),
      ),
  ],
  [
    8,
    () =>
      whenSome(
        it => it.status === 'waiting-for-member',
        it => memberWrites(it, pick<Meant>(['nothing clear', 'disagree'])!),
      ),
  ],
  [
    6,
    () =>
      whenSome(
        it => it.status === 'answered',
        it => memberWrites(it, 'agree'),
      ),
  ],
  [
    4,
    () =>
      whenSome(
        it => it.status === 'answered',
        it => memberWrites(it, 'disagree'),
      ),
  ],
  [
    5,
    () =>
      whenSome(
        it => it.status === 'answered' || it.status === 'closed',
        it => memberWrites(it, 'nothing clear'),
      ),
  ],
  [
    4,
    () =>
      whenSome(
        it => it.status === 'new' || it.status === 'in-progress',
        it => memberWrites(it, 'nothing clear'),
      ),
  ],
  [
    6,
    () =>
      whenSome(
        it => ['new', 'in-progress'].includes(it.status),
        it => memberWrites(it, 'chase'),
      ),
  ],
  [
    2,
    () =>
      whenSome(
        it => it.status === 'new',
        it => memberWrites(it, 'withdraw'),
      ),
  ],
  [3, () => bounces('answer', pick(['report', 'words', 'at the door'] as const)!)],
  [3, () => bounces('ask', pick(['report', 'words', 'at the door'] as const)!)],
  [2, () => bounces(pick(['ask', 'answer'] as const)!, pick(['forged', 'delayed'] as const)!)],
  [
    5,
    () =>
      whenSome(
        it => letterAbout(it) !== undefined,
        it =>
          quiet(
            {
              ...answerTo(letterAbout(it)!, 'Yes. I am away until July.'),
              subject: `Automatic reply: ${letterAbout(it)!.subject}`,
              to: letterAbout(it)!.returnPath,
              returnPath: '',
              headers: { 'Auto-Submitted': 'auto-replied' },
              messageId: messageId(),
            },
            'out of office',
          ),
      ),
  ],
  [
    2,
    () =>
      held(
        { from: 'stranger@else.example', to: streets, subject: 'Bins', text: 'Please.', messageId: messageId() },
        'unknown-sender',
      ),
  ],
  [
    3,
    () =>
      held(
        {
          from: at('cedar'),
          to: streets,
          subject: 'Withdraw everything',
          text: 'Now.',
          headers: { 'Authentication-Results': 'mx.tessbridge.example; dmarc=fail header.from=members.example' },
          messageId: messageId(),
        },
        'sender-check-failed',
      ),
  ],
  [
    3,
    () =>
      whenSome(
        it => it.member === 'elm' && letterAbout(it) !== undefined,
        it =>
          held(
            { ...answerTo(letterAbout(it)!, 'Yes, this answers it'), from: at('rowan'), messageId: messageId() },
            'not-a-participant',
          ),
      ),
  ],
]

async function whenSome(fits: (it: Modelled) => boolean, work: (it: Modelled) => Promise<void>): Promise<void> {
  const it = some(fits)
  if (it) await work(it)
}

/** A member's machine sends the same kind of thing again and again: what is more than anybody writes is held. */
async function flood(): Promise<void> {
  await inTransaction(town.db, 'system', tx => changeSetting(tx, 'mail.messages-per-hour', 12, null))
  for (let n = 0; n < 12; n++) await raises('birch', { to: oneStop })
  for (let n = 0; n < 4; n++)
    await held(
      { from: at('birch'), to: oneStop, subject: `Flood ${n}`, text: 'Again.', messageId: messageId() },
      'too-many',
    )
  await inTransaction(town.db, 'system', tx => changeSetting(tx, 'mail.messages-per-hour', 500, null))
}

test('a month of mail leaves the enquiries and the letters that it should', async () => {
  const days = Number(process.env.DAYS ?? 30)
  for (let n = 0; n < days; n++, on = addDays(on, 1), minute = 0) {
    wait(0)
    if (!isWeekend(on)) await came(await town.morning(), model.morning(on), 'the timetable')
    if (n === 9) await flood()
    for (let times = isWeekend(on) ? 2 : 9; times > 0; times--) {
      wait(1 + Math.floor(random() * 60))
      await pickWeighted(happenings)()
    }
  }
  const rows = await town.db.owner`
    select e.reference, e.status, e.round, e.chases, e.lane_on, split_part(p.email::text, '@', 1) as member, b.key as mailbox
    from enquiries.enquiry e join people.person p on p.id = e.member_id left join mailboxes.mailbox b on b.id = e.mailbox_id
    order by e.reference`
  assert.deepEqual(
    rows.map(it => ({ ...it })),
    [...model.enquiries.values()]
      .map(({ reference, status, round, chases, laneOn, member, atStreets }) => ({
        reference,
        status,
        round,
        chases,
        laneOn,
        member,
        mailbox: atStreets ? 'streets' : null,
      }))
      .toSorted((a, b) => (a.reference < b.reference ? -1 : 1)),
  )
  const kept = await town.db
    .owner`select reason, count(*)::int as n from mail.intake where state = 'quarantined' group by reason order by reason`
  assert.deepEqual(
    Object.fromEntries(kept.map(it => [it.reason, it.n])),
    Object.fromEntries(
      Object.entries(Object.groupBy(quarantined, it => it))
        .map(([reason, all]) => [reason, all!.length])
        .toSorted(),
    ),
  )
  const [waiting] = await town.db.owner`select count(*)::int as n from mail.intake where state = 'waiting'`
  assert.equal(waiting!.n, 0, 'nothing is left lying')
  assert.equal(new Set(letters.map(it => it.messageId)).size, letters.length, 'nothing was sent twice')
  const [sent] = await town.db.owner`select count(*)::int as n from mail.outbox where state in ('sent', 'bounced')`
  assert.equal(sent!.n, letters.length)
  assert.ok(letters.length > 100 && model.enquiries.size > 40, 'a month of mail')
})

function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function pick<T>(all: readonly T[]): T | undefined {
  return all[Math.floor(random() * all.length)]
}

function pickWeighted<T>(all: readonly (readonly [number, T])[]): T {
  let left = random() * all.reduce((sum, [weight]) => sum + weight, 0)
  for (const [weight, it] of all) if ((left -= weight) < 0) return it
  return all.at(-1)![1]
}
