import { addWorkingDays } from '#clock/door.ts'
import { refuse, refuseAll, type Refusal } from '#kernel/result.ts'
import { sensitivityQuestions, sensitiveWords, warningIn } from '#mailboxes/door.ts'
import { isServing, locate, membersFor, servingMembers, wards, type Member } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Files } from '#platform/files.ts'
import { missing, page, pageAgain, redirect, type Answer } from '#platform/http/answer.ts'
import { refusalOfZod } from '#platform/http/given.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { setting } from '#platform/settings.ts'
import { keepFiles, mostFiles } from '../attach/attach.ts'
import type { NewAttachment } from '../attachment.sql.ts'
import { draftOf, dropDraft, keepDraft } from '../draft.sql.ts'
import { keptFields, savedInWords } from '../drafts/draft.ts'
import { expectedFor } from '../expected/expected.sql.ts'
import type { House } from '../house.ts'
import { raise } from '../raise/raise.ts'
import { raiseShape } from '../raise/raise-shape.ts'
import { alikeOnes } from '../search/alike.sql.ts'
import { viewEnquiry } from '../view.sql.ts'
import { dangerPath, inDangerNow } from '../danger/danger-page.ts'
import { checkPage } from './check-page.ts'
import { destinationsFor, restrictedDestination } from './destinations.ts'
import { pointOf, type Place } from '../place/place.ts'
import {
  draftFrom,
  emptyDraft,
  placeOfDraft,
  sensitivityOf,
  storedDraft,
  unfinished,
  type NewDraft,
} from './new-draft.ts'
import { noMemberPage } from './no-member-page.ts'
import { sentPage } from './sent-page.ts'
import { sentAlready, sentUnder } from './sent.sql.ts'
import { writePage } from './write-page.ts'

type Deps = { readonly house: House; readonly files: Files }

/** Raising an enquiry: write, check, send. Every step is kept on the server, so that nothing needs JavaScript. */
export function newRoutes(deps: Deps): Route[] {
  const may = 'enquiries.raise'
  return [
    { method: 'GET', path: '/enquiries/new', may, handle: asked => asked.transact(tx => write(tx, asked)) },
    { method: 'POST', path: '/enquiries/new', may, handle: asked => goOn(asked, deps) },
    { method: 'GET', path: '/enquiries/new/check', may, handle: asked => asked.transact(tx => check(tx, asked, deps)) },
    { method: 'POST', path: '/enquiries/new/restrict', may, handle: restrict },
    { method: 'POST', path: '/enquiries/new/send', may, handle: asked => asked.transact(tx => send(tx, asked, deps)) },
    { method: 'GET', path: '/enquiries/new/sent/:key', may, handle: asked => sent(asked, deps) },
  ]
}

/** Member services raise for any serving member; others for themselves and for whoever asked them to. */
const membersOf = async (tx: Tx, { viewer, now }: Asked): Promise<Member[]> =>
  viewer.permissions.has('enquiries.record')
    ? servingMembers(tx, now.today)
    : (await membersFor(tx, viewer, now.today)).filter(it => isServing(it, now.today))

async function write(tx: Tx, asked: Asked, draft?: NewDraft, refusal?: Refusal): Promise<Answer> {
  const { viewer, now, csrf } = asked
  const [members, allWards, dangerWords, stored] = await Promise.all([
    membersOf(tx, asked),
    wards(tx),
    setting(tx, 'safeguarding.words'),
    draftOf(tx, viewer.person!, 'new'),
  ])
  if (members.length === 0) return page(noMemberPage())
  const shown = draft ?? (stored ? draftFrom(stored) : emptyDraft())
  const saved = shown.savedAt && savedInWords(shown.savedAt, now.at)
  const own = members.length === 1 && members[0]!.id === viewer.person
  const given = writePage({ csrf, draft: shown, members, own, wards: allWards, saved, dangerWords, refusal })
  return refusal ? pageAgain(given) : page(given)
}

async function goOn(asked: Asked, { files }: Deps): Promise<Answer> {
  const { viewer, form, now, transact } = asked
  if (sensitivityQuestions.some(({ name }) => form.text(name) === inDangerNow)) return callInstead(asked)
  const kept = await keepFiles(files, form.files('files'))
  return transact(async tx => {
    const before = await draftOf(tx, viewer.person!, 'new')
    if (!before && (await sentUnder(tx, viewer.person!, form.text('key'))))
      return redirect(sentAddress(form.text('key')))
    const typed = draftTyped(asked, before && draftFrom(before), kept.ok ? kept.value : [])
    const draft = form.text('act') === 'restrict' ? await restrictedWay(tx, typed) : typed
    await keepDraft(tx, viewer.person!, 'new', storedDraft(draft), now.at)
    if (form.text('act').startsWith('remove-')) return redirect('/enquiries/new#files')
    const memberKnown = (await membersOf(tx, asked)).some(it => it.id === draft.fields.member)
    const refusal = together(unfinished(draft.fields, memberKnown), kept.ok ? tooMany(draft) : kept.refusal)
    return refusal ? write(tx, asked, draft, refusal) : redirect('/enquiries/new/check')
  })
}

/** Nobody in danger should wait for a form, and what was typed about them is not ours to keep. */
const callInstead = ({ viewer, transact }: Asked): Promise<Answer> =>
  transact(async tx => {
    await dropDraft(tx, viewer.person!, 'new')
    return redirect(dangerPath)
  })

/** The same draft as it would be, had the question been answered that leads to the fitting proper officer. */
async function restrictedWay(tx: Tx, draft: NewDraft): Promise<NewDraft> {
  const { subject = '', text = '' } = draft.fields
  const warning = warningIn(`${subject}\n${text}`, await sensitiveWords(tx))
  const sensitivity = warning?.sensitivity ?? 'personal-matters'
  const no = Object.fromEntries(sensitivityQuestions.map(({ name }) => [name, 'no']))
  const question = sensitivityQuestions.find(one => one.means.includes(sensitivity))!
  return { ...draft, fields: { ...draft.fields, ...no, [question.name]: sensitivity } }
}

/** The draft with what was just typed and added; a press on “Remove” takes one of its files away. */
function draftTyped({ form, now }: Asked, before: NewDraft | undefined, added: readonly NewAttachment[]): NewDraft {
  const { act = '', ...typed } = keptFields(form.typed) ?? {}
  const removed = /^remove-(\d+)$/.exec(act)?.[1]
  const files = (before?.files ?? []).filter((_, at) => at !== Number(removed ?? -1))
  return {
    fields: { ...before?.fields, ...typed },
    files: [...files, ...added.filter(it => !files.some(one => one.sha256 === it.sha256 && one.name === it.name))],
    key: before?.key ?? (isKey(form.text('key')) ? form.text('key') : crypto.randomUUID()),
    savedAt: now.at,
  }
}

const tooMany = ({ files }: NewDraft): Refusal | undefined =>
  files.length > mostFiles
    ? refuse('too-many-files', `Remove some files: at most ${mostFiles} can be sent with one enquiry`, 'files').refusal
    : undefined

const together = (...refusals: readonly (Refusal | undefined)[]): Refusal | undefined =>
  refuseAll(refusals.flatMap(it => (it ? [{ ...it, also: undefined }, ...(it.also ?? [])] : [])))?.refusal

const isKey = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text)
const sentAddress = (key: string): string => `/enquiries/new/sent/${key}`

/** Everything the last step needs of the draft; undefined when the draft is not ready for it. */
async function ready(tx: Tx, asked: Asked): Promise<{ draft: NewDraft; member: Member } | undefined> {
  const [stored, members] = await Promise.all([draftOf(tx, asked.viewer.person!, 'new'), membersOf(tx, asked)])
  const draft = stored && draftFrom(stored)
  const member = members.find(it => it.id === draft?.fields.member)
  if (!draft || !member || unfinished(draft.fields, true)) return undefined
  return { draft, member }
}

async function check(tx: Tx, asked: Asked, { house }: Deps, refusal?: Refusal): Promise<Answer> {
  const it = await ready(tx, asked)
  if (!it) return redirect('/enquiries/new')
  const { draft, member } = it
  const place = placeSaid(draft)
  const located =
    place && (await locate(tx, { postcode: place.postcode ?? undefined, point: pointOf(place) }, asked.now.today))
  const wardId = located?.wardId ?? wardOf(draft, member)
  const where = { wardId, on: asked.now.today }
  const sensitive = sensitivityOf(draft.fields)
  const text = `${draft.fields.subject}\n${draft.fields.text}`
  const restricted = sensitive && (await restrictedDestination(tx, house, sensitive, where))
  const given = checkPage({
    csrf: asked.csrf,
    draft,
    member: member.name,
    own: member.id === asked.viewer.person,
    ward: located?.ward ?? (await wards(tx)).find(ward => ward.id === wardId)?.name,
    place,
    isWorkedOut: located !== undefined,
    restricted,
    choices: sensitive ? undefined : await destinationsFor(tx, house, text, where),
    warning: warningIn(text, await sensitiveWords(tx)),
    alike: await alikeOnes(tx, member.id, text, asked.now.at),
    typed: { topic: asked.form.text('topic'), other: asked.form.text('other') },
    refusal: refusal ?? (sensitive && !restricted ? noProperOfficer : undefined),
  })
  return refusal ? pageAgain(given) : page(given)
}

const placeSaid = ({ fields }: NewDraft): Place | undefined => {
  const said = placeOfDraft(fields)
  return said.ok ? said.value : undefined
}

const noProperOfficer = refuse(
  'no-proper-officer',
  'No proper officer receives matters of this kind. Call member services',
).refusal

const wardOf = ({ fields }: NewDraft, member: Member): string | undefined =>
  fields.ward === 'none' ? undefined : fields.ward && fields.ward !== 'own' ? fields.ward : member.wardId

/** One click from the warning: the same enquiry, the restricted way. */
async function restrict(asked: Asked): Promise<Answer> {
  return asked.transact(async tx => {
    const it = await ready(tx, asked)
    if (!it) return redirect('/enquiries/new')
    const draft = await restrictedWay(tx, it.draft)
    await keepDraft(tx, asked.viewer.person!, 'new', storedDraft(draft), asked.now.at)
    return redirect('/enquiries/new/check')
  })
}

/** Sent twice is sent once: the second press waits for the first and is led to what it made. */
async function send(tx: Tx, asked: Asked, deps: Deps): Promise<Answer> {
  const { viewer, now, form } = asked
  if (await sentAlready(tx, viewer.person!, form.text('key'))) return redirect(sentAddress(form.text('key')))
  const it = await ready(tx, asked)
  if (!it) return redirect('/enquiries/new', 'Look at what you wrote once more: something is missing')
  const chosen = chosenTopic(asked, it.draft)
  if ('code' in chosen) return check(tx, asked, deps, chosen)
  const { fields, files, key } = it.draft
  const given = raiseShape.safeParse({
    member: it.member.id,
    subject: fields.subject,
    text: fields.text,
    ward: wardOf(it.draft, it.member) ?? null,
    place: placeSaid(it.draft),
    constituent: fields.constituent ?? '',
    sensitive: sensitivityOf(fields) ?? null,
    topic: chosen.topic,
    channel: 'web',
  })
  if (!given.success) return check(tx, asked, deps, refusalOfZod(given.error))
  const raised = await raise(tx, deps.house, viewer, given.data, { now, via: 'web', files, idempotencyKey: key })
  if (!raised.ok) return check(tx, asked, deps, raised.refusal)
  await dropDraft(tx, viewer.person!, 'new')
  return redirect(sentAddress(key))
}

function chosenTopic({ form }: Asked, draft: NewDraft): { readonly topic: string | null } | Refusal {
  if (sensitivityOf(draft.fields)) return { topic: null }
  const chosen = form.text('topic')
  if (chosen === 'unplaced') return { topic: null }
  if (chosen === 'other' && !form.text('other')) return refuse('missing', 'Select a topic', 'other').refusal
  if (!chosen) return refuse('missing', 'Select what it is about, or let member services place it', 'topic').refusal
  return { topic: chosen === 'other' ? form.text('other') : chosen }
}

async function sent({ viewer, params, now, transact }: Asked, { house }: Deps): Promise<Answer> {
  return transact(async tx => {
    const [reference, calendar] = await Promise.all([
      sentUnder(tx, viewer.person!, params.key ?? ''),
      house.calendar(tx),
    ])
    if (!reference) return missing
    const viewed = await viewEnquiry(tx, reference)
    const expected = viewed && (await expectedFor(tx, viewed.enquiry))
    return page(sentPage({ reference, viewed, handledBy: addWorkingDays(calendar, now.today, 1), expected }))
  })
}
