import assert from 'node:assert/strict'
import { day, instantOn, type Day } from '#kernel/day.ts'
import { addMember, addPerson } from '#people/door.ts'
import { inTransaction } from '#platform/db/database.ts'
import { changeSetting } from '#platform/settings.ts'
import type { Letter, Mail } from '#test/journeys/post-box.ts'
import { openModel, workingDays, type Meant, type Modelled } from './month-model.ts'
import { openPostTown, referenceIn, whoGotWhat } from './post-town.ts'

export const streets = 'streets@tessbridge.example'
export const oneStop = 'onestop@tessbridge.example'

// of these the last has a machine that answers every mail and does not say that it is one
export const members = ['ash', 'birch', 'cedar', 'elm', 'rowan', 'machine']
export const at = (member: string) => `${member}@members.example`

export type Month = Awaited<ReturnType<typeof openMonth>>

/**
 * Where a month of mail is played: a council with its real post, what should come of it, and all that can happen in it,
 * drawn by one seed. After each thing exactly those letters went out that the model expects.
 */
export async function openMonth(seed: number) {
  const town = await openPostTown()
  const model = openModel()
  const { random, pick } = drawing(seed)
  const quarantined: string[] = []
  const letters: Mail[] = []
  const lastTo = new Map<string, Mail>()
  const time = { on: day('2026-06-01') as Day, minute: 0 }
  let messages = 0
  await inTransaction(town.db, 'system', async tx => {
    for (const member of members) {
      const personId = await addPerson(tx, { name: `Cllr ${member}`, email: at(member), roles: ['member'] })
      await addMember(tx, { personId, wardId: town.council.ward, fromOn: day('2020-01-01') })
    }
    await changeSetting(tx, 'mail.messages-per-hour', 500, null)
    await changeSetting(tx, 'mail.relay-name', 'mx.tessbridge.example', null)
    await changeSetting(tx, 'mail.relay-addresses', '127.0.0.1', null)
  })

  const now = (): Date => new Date(instantOn(time.on, 8).getTime() + time.minute * 60_000)
  const wait = (minutes: number): void => {
    time.minute += minutes
    town.turnTo(time.on, 8, time.minute)
  }
  const messageId = (): string => `<${seed}-${++messages}@members.example>`

  /** What went out is what was expected; then the machine among the members answers what it got. */
  async function came(mails: readonly Mail[], expected: readonly string[], what: string): Promise<void> {
    letters.push(...mails)
    assert.deepEqual(whoGotWhat(mails), expected.toSorted(), `seed ${seed}, ${time.on} ${now().toISOString()}: ${what}`)
    for (const mail of mails) lastTo.set(`${referenceIn(mail)} ${mail.to}`, mail)
    for (const mail of mails.filter(it => it.to === at('machine'))) {
      const enquiry = model.enquiries.get(referenceIn(mail))!
      const told = await town.write({
        ...answerTo(mail, 'Thank you. I read my email on Fridays.'),
        messageId: messageId(),
      })
      await came(told, model.wrote(enquiry, 'nothing clear', time.on, now()), 'the machine answers')
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
      text: `A matter of ${time.on}.`,
      messageId: messageId(),
      date: now(),
      ...letter,
    }
    const mails = await town.write(whole)
    const { state, reference } = await town.lastIntake()
    assert.equal(state, 'new-enquiry')
    const isStreets = (whole.recipients ?? [whole.to])[0] === streets
    await came(mails, model.raised(reference!, member, isStreets, time.on, now()), `${member} raises ${reference}`)
    return whole
  }

  const quiet = async (letter: Letter, what: string): Promise<void> => came(await town.write(letter), [], what)

  async function held(letter: Letter, reason: string): Promise<void> {
    await quiet(letter, reason)
    assert.equal((await town.lastIntake()).reason, reason)
    quarantined.push(reason)
  }

  const some = (fits: (it: Modelled) => boolean): Modelled | undefined =>
    pick([...model.enquiries.values()].filter(fits))
  const letterAbout = (it: Modelled): Mail | undefined => lastTo.get(`${it.reference} ${at(it.member)}`)

  async function memberWrites(it: Modelled, meant: Meant): Promise<void> {
    const mail = letterAbout(it)
    if (!mail) return
    // an early chase and a late one are clear; in between a date of the next update may have passed or not
    const days = workingDays(it.receivedOn, time.on)
    if (meant === 'chase' && (it.round > 1 || (days > 10 ? it.everAsked : it.status !== 'new'))) return
    const words: Record<Meant, string> = {
      agree: pick(['Yes', 'Yes, this answers it. Thank you.', `Dear Priya,\n\nThank you, this answers it.`])!,
      disagree: pick(['No', 'No.\n\nSay who tells the school.', 'This does not answer it'])!,
      withdraw: 'Withdraw',
      chase: pick(['Any news?', 'Chase', 'Still waiting for an answer'])!,
      'nothing clear': pick(['It is the blue one.', 'Yes, but when?', 'Thank you for letting me know.'])!,
    }
    const mails = await town.write({ ...answerTo(mail, words[meant]), messageId: messageId() })
    await came(mails, model.wrote(it, meant, time.on, now()), `${it.member} writes about ${it.reference}: ${meant}`)
  }

  async function officerDoes(it: Modelled, act: 'take' | 'ask' | 'answer'): Promise<void> {
    const mails = await town.does(
      'responder',
      act,
      it.reference,
      act === 'take' ? {} : { text: `About ${it.reference}.` },
    )
    const expected =
      act === 'take' ? model.taken(it) : act === 'ask' ? model.asked(it, time.on) : model.answered(it, time.on)
    await came(mails, expected, `${act} ${it.reference}`)
  }

  return {
    seed,
    town,
    model,
    random,
    pick,
    time,
    wait,
    letters,
    quarantined,
    messageId,
    came,
    answerTo,
    raises,
    quiet,
    held,
    some,
    letterAbout,
    memberWrites,
    officerDoes,
  }
}

/** Chance that a seed repeats. */
function drawing(seed: number) {
  const random = randomFrom(seed)
  return { random, pick: <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)] }
}

function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
