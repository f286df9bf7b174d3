import { entryOf } from '#audit/door.ts'
import { newId } from '#kernel/id.ts'
import { refuse, type Result } from '#kernel/result.ts'
import { atOnce, type Statement } from '#platform/db/at-once.ts'
import type { Tx } from '#platform/db/database.ts'
import { apply } from './apply.ts'
import { barredByHidden, hidingIn } from './attach/hidden-data.ts'
import { mayAct, type Act, type Actor, type Changing, type Circumstances, type Decision, type Part } from './act.ts'
import { insertAttachments } from './attachment.sql.ts'
import { asTheHouse, type CarriedOut, type Doer, type Way } from './doer.ts'
import { insertEvents, lockEnquiry, lockTogether, saveEnquiry } from './enquiry.sql.ts'
import type { Enquiry } from './enquiry.ts'
import type { EnquiryEvent, Recorded } from './events.ts'
import { writeWithWhatFollows, type House } from './house.ts'
import { insertMessage, insertPromises } from './message.sql.ts'
import { raise, type Raised } from './raise/raise.ts'
import { keepAnswers, keepQuestions } from './question.sql.ts'
import { addSearchable, moveSearchable } from './search/searchable.sql.ts'

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
  const seer = doer.through ? 'system' : (doer.person ?? 'system')
  if (doer.through && doer.person)
    return asTheHouse(tx, doer.person, () => decided(tx, house, doer, reference, act, given, way, seer))
  return decided(tx, house, doer, reference, act, given, way, seer)
}

async function decided<Given, Facts>(
  tx: Tx,
  house: House,
  doer: Doer,
  reference: string,
  act: Act<Given, Facts>,
  given: Given,
  way: Way,
  seer: string,
): Promise<Result<CarriedOut>> {
  await lockedWithOthers(tx, seer, reference, act, given)
  const [locked, calendar, limits] = await Promise.all([
    lockEnquiry(tx, reference, seer),
    house.calendar(tx),
    house.limits(tx),
  ])
  if (!locked) return refuse('not-found', 'There is no such enquiry')
  const { enquiry } = locked
  const by: Actor = { person: doer.person, name: doer.name, parts: doer.through ? [doer.through] : locked.parts }
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
  const it = { ...given, ...facts, ...at }
  const decision = act.decide(enquiry, it)
  if (!decision.ok) return decision
  const barred = await barredByHidden(tx, decision.value, way)
  if (barred) return barred
  const raised = await begun(tx, house, doer, decision.value, way)
  if (raised && !raised.ok) return raised
  const keep = act.keep && (() => act.keep!(tx, { enquiry, it, at: way.now.at }))
  const writing = { act: act.name, as: allowed.value, by, at, way, seer, ...(keep && { keep }) }
  const changed = await write(tx, house, enquiry, decision.value, writing)
  return {
    ok: true,
    value: { enquiry: changed, messageId: at.messageId, ...(raised && { raised: raised.value.enquiry }) },
  }
}

/** Which others an act changes is for the house to know: a doer may not see all that it touches. */
async function lockedWithOthers<Given, Facts>(
  tx: Tx,
  seer: string,
  reference: string,
  { others }: Act<Given, Facts>,
  given: Given,
): Promise<void> {
  if (!others) return
  await asTheHouse(tx, seer, async () => {
    const found = await others(tx, reference, given)
    if (found.length > 0) await lockTogether(tx, [reference, ...found])
  })
}

/** The new enquiry that the act begins, raised by the same doer. It comes first: when it is refused, nothing is written. */
function begun(tx: Tx, house: House, doer: Doer, { raises }: Decision, way: Way): Promise<Result<Raised>> | undefined {
  if (!raises) return undefined
  const { id, given, atOnce } = raises
  return raise(tx, house, doer, given, {
    now: way.now,
    files: way.files ?? [],
    id,
    atOnce,
    ...(way.via && { via: way.via }),
  })
}

type Writing = {
  act: string
  as: Part
  by: Actor
  at: Circumstances
  way: Way
  seer: string
  keep?: () => Promise<void>
}

async function write(tx: Tx, house: House, enquiry: Enquiry, decision: Decision, writing: Writing): Promise<Enquiry> {
  const recorded = recordedBy(enquiry, decision.events, writing)
  const changed = recorded.reduce(apply, enquiry)
  await asTheHouse(tx, writing.seer, async () => {
    await Promise.all([
      writeEvents(tx, house, enquiry, recorded, writing),
      writeWords(tx, enquiry, changed.round, decision, writing),
      ...(decision.others ?? []).map(other =>
        writeEvents(tx, house, other.enquiry, recordedBy(other.enquiry, other.events, writing), writing),
      ),
    ])
    await writing.keep?.()
    await tellRestricted(tx, house, [{ enquiry, events: decision.events }, ...(decision.others ?? [])], writing)
  })
  return changed
}

/** What more people saw and is restricted now has left traces in every room: they are wiped before anybody looks again. */
async function tellRestricted(tx: Tx, house: House, all: readonly Changing[], writing: Writing): Promise<void> {
  if (!house.restricted) return
  for (const { enquiry: before, events } of all) {
    const enquiry = recordedBy(before, events, writing).reduce(apply, before)
    if (before.restricted || !enquiry.restricted) continue
    const { by, at, way } = writing
    const withAnother = before.id !== all[0]!.enquiry.id
    await house.restricted(tx, { before, enquiry, by: by.person, messageId: at.messageId, withAnother, now: way.now })
  }
}

const recordedBy = (enquiry: Enquiry, events: readonly EnquiryEvent[], { as, by, at, way }: Writing): Recorded[] =>
  events.map(event => ({
    event,
    at: way.now.at,
    on: at.on,
    by: by.person,
    as,
    onBehalfOf: as === 'assistant' ? enquiry.memberId : null,
  }))

/** The events of one enquiry, its row as they make it, the trail, and the job that lets follow what follows. */
async function writeEvents(
  tx: Tx,
  house: House,
  enquiry: Enquiry,
  recorded: readonly Recorded[],
  { act, by, way }: Writing,
): Promise<void> {
  const eventIds = recorded.map(() => newId())
  const changed = recorded.reduce(apply, enquiry)
  await writeWithWhatFollows(
    tx,
    house,
    { enquiryId: enquiry.id, eventIds },
    insertEvents(tx, { enquiryId: enquiry.id, from: enquiry.version + 1, recorded, ids: eventIds }),
    saveEnquiry(tx, changed, way.now.at),
    moveSearchable(tx, enquiry.id, enquiry, changed),
    entryOf(tx, {
      at: way.now.at,
      actor: by.person,
      onBehalfOf: recorded[0]?.onBehalfOf ?? null,
      act: `enquiries.${act}`,
      subject: { kind: 'enquiry', id: enquiry.id, reference: enquiry.reference },
    }),
  )
}

/** What was said with it. `round` is the one the act leads to: new questions belong to it. */
async function writeWords(
  tx: Tx,
  enquiry: Enquiry,
  round: number,
  decision: Decision,
  { as, by, at, way }: Writing,
): Promise<void> {
  const questions = keepQuestions(tx, enquiry.id, round, decision.questions ?? [])
  if (!decision.words) return void (await questions)
  const { kind, words, internal = false, contact = '', mayShare = null, by: writer = by.person } = decision.words
  const message = {
    id: at.messageId,
    enquiryId: enquiry.id,
    kind,
    round: enquiry.round,
    at: way.now.at,
    fromPerson: writer,
    fromPart: as,
    via: way.via ?? 'web',
    internal,
    words,
    quoted: way.quoted ?? '',
    rawSha256: way.rawSha256 ?? null,
    contact,
    mayShare,
  }
  await atOnce(
    tx,
    insertMessage(tx, message),
    addSearchable(tx, message),
    questions,
    insertAttachments(tx, enquiry.id, at.messageId, [...(way.files ?? []), ...(decision.files ?? [])]),
    insertPromises(tx, enquiry.id, at.messageId, decision.promises ?? []),
    ...keepAnswers(tx, enquiry.id, enquiry.round, at.messageId, decision.answers ?? []),
    sentHidden(tx, enquiry, decision, by, way),
  )
}

/** What went although it hides something, and why it may: on the trail, as codes. */
function sentHidden(
  tx: Tx,
  { id, reference }: Enquiry,
  decision: Decision,
  by: Actor,
  way: Way,
): Statement | undefined {
  const files = hidingIn(decision, way)
  if (files.length === 0) return undefined
  return entryOf(tx, {
    at: way.now.at,
    actor: by.person,
    act: 'enquiries.sent-hidden',
    subject: { kind: 'enquiry', id, reference },
    details: {
      reason: way.hiddenReason,
      files: files.map(({ sha256, hidden = [] }) => ({ sha256, hides: hidden.map(it => it.kind) })),
    },
  })
}
