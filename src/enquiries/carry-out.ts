import { record } from '#audit/door.ts'
import type { Now, Day } from '#kernel/day.ts'
import { newId } from '#kernel/id.ts'
import { refuse, type Result } from '#kernel/result.ts'
import { seeingAs, type Tx } from '#platform/db/database.ts'
import { apply } from './apply.ts'
import { mayAct, type Act, type Actor, type Circumstances, type Decision, type Part } from './act.ts'
import { insertAttachments, type NewAttachment } from './attachment.sql.ts'
import { insertEvents, lockEnquiry, saveEnquiry } from './enquiry.sql.ts'
import type { Enquiry } from './enquiry.ts'
import type { Recorded } from './events.ts'
import type { House } from './house.ts'
import { insertMessage, insertPromises } from './message.sql.ts'
import { keepAnswers, keepQuestions } from './question.sql.ts'

/** Who acts: a person as they are signed in, or the council's own timetable and reactions. */
export type Doer = { readonly person: string | null; readonly name: string; readonly permissions: ReadonlySet<string> }

export const theSystem: Doer = { person: null, name: 'One Stop', permissions: new Set() }

/** How an act came to us, beside what is given. */
export type Way = {
  readonly now: Now
  /** the day it counts from when it reached us earlier than now */
  readonly on?: Day
  /** web, email, api, phone … */
  readonly via?: string
  readonly quoted?: string
  readonly rawSha256?: string
  readonly files?: readonly NewAttachment[]
  /** the version the doer saw; another one means a lost race */
  readonly version?: number
}

export type CarriedOut = { readonly enquiry: Enquiry; readonly messageId: string }

/**
 * The one place an enquiry changes: lock it as the doer sees it, ask the rule, and write events, row, words, audit and
 * what follows in the caller's transaction. A refusal writes nothing. Not visible and not existing are one refusal.
 */
export async function carryOut<Given, Facts>(
  tx: Tx,
  house: House,
  doer: Doer,
  reference: string,
  act: Act<Given, Facts>,
  given: Given,
  way: Way,
): Promise<Result<CarriedOut>> {
  if (doer.person && !doer.permissions.has(act.may)) return refuse('not-allowed', 'Your role may not do this')
  const seer = doer.person ?? 'system'
  const [locked, calendar, limits] = await Promise.all([
    lockEnquiry(tx, reference, seer),
    house.calendar(tx),
    house.limits(tx),
  ])
  if (!locked) return refuse('not-found', 'There is no such enquiry')
  const { enquiry } = locked
  const by: Actor = { person: doer.person, name: doer.name, parts: locked.parts }
  const allowed = mayAct(enquiry, by, act)
  if (!allowed.ok) return allowed
  if (way.version !== undefined && way.version !== enquiry.version)
    return refuse(
      'stale-version',
      'Somebody changed this enquiry while you were writing. Look at it again and then decide',
    )
  const at: Circumstances = {
    by,
    on: way.on ?? way.now.today,
    today: way.now.today,
    calendar,
    limits,
    messageId: newId(),
  }
  const facts = act.gather ? await act.gather(tx, enquiry, given, at) : ({} as Facts)
  const decided = act.decide(enquiry, { ...given, ...facts, ...at })
  if (!decided.ok) return decided
  const changed = await write(tx, house, enquiry, decided.value, { act: act.name, as: allowed.value, by, at, way })
  return { ok: true, value: { enquiry: changed, messageId: at.messageId } }
}

type Writing = { act: string; as: Part; by: Actor; at: Circumstances; way: Way }

async function write(tx: Tx, house: House, enquiry: Enquiry, decision: Decision, writing: Writing): Promise<Enquiry> {
  const { as, by, at, way } = writing
  const onBehalfOf = as === 'assistant' ? enquiry.memberId : null
  const recorded = decision.events.map(
    (event): Recorded => ({ event, at: way.now.at, on: at.on, by: by.person, as, onBehalfOf }),
  )
  const changed = recorded.reduce(apply, enquiry)
  await asTheHouse(tx, by.person ?? 'system', async () => {
    const eventIds = recorded.map(() => newId())
    await Promise.all([
      insertEvents(tx, enquiry.id, enquiry.version + 1, recorded, eventIds),
      saveEnquiry(tx, changed, way.now.at),
      writeWords(tx, enquiry, decision, writing),
      keepQuestions(tx, enquiry.id, changed.round, decision.questions ?? []),
      record(tx, {
        at: way.now.at,
        actor: by.person,
        onBehalfOf,
        act: `enquiries.${writing.act}`,
        subject: { kind: 'enquiry', id: enquiry.id, reference: enquiry.reference },
      }),
      house.happened(tx, { enquiryId: enquiry.id, eventIds }),
    ])
  })
  return changed
}

async function writeWords(tx: Tx, enquiry: Enquiry, decision: Decision, { as, by, at, way }: Writing): Promise<void> {
  if (!decision.words) return
  const { kind, words, internal = false, contact = '', mayShare = null } = decision.words
  await insertMessage(tx, {
    id: at.messageId,
    enquiryId: enquiry.id,
    kind,
    round: enquiry.round,
    at: way.now.at,
    fromPerson: by.person,
    fromPart: as,
    via: way.via ?? 'web',
    internal,
    words,
    quoted: way.quoted ?? '',
    rawSha256: way.rawSha256 ?? null,
    contact,
    mayShare,
  })
  await Promise.all([
    insertAttachments(tx, enquiry.id, at.messageId, way.files ?? []),
    keepAnswers(tx, enquiry.id, enquiry.round, at.messageId, decision.answers ?? []),
    insertPromises(tx, enquiry.id, at.messageId, decision.promises ?? []),
  ])
}

/**
 * Runs the writing part of an act as the house. The policies let nobody else write an enquiry, and an act may move it
 * out of the doer's own sight. The doer's sight is put back afterwards.
 */
export const asTheHouse = <T>(tx: Tx, seer: string, work: () => Promise<T>): Promise<T> =>
  seeingAs(tx, 'system', seer, work)
