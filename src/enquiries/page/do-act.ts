import type { ZodError } from 'zod'
import { allow, refuse, type Refusal, type Result } from '#kernel/result.ts'
import { json, missing, page, redirect, type Answer } from '#platform/http/answer.ts'
import { formOf, type Form } from '#platform/http/form.ts'
import { refusalOfZod } from '#platform/http/given.ts'
import type { Asked } from '#platform/http/route.ts'
import { mayDo } from '#platform/http/viewer.ts'
import type { Html } from '#platform/views/html.ts'
import { mayAct, type Act } from '../act.ts'
import { keepFiles, mostFiles } from '../attach/attach.ts'
import { hiddenField } from '../attach/hidden-data.ts'
import type { NewAttachment } from '../attachment.sql.ts'
import { withCanned } from '../canned/canned-field.ts'
import { carryOut } from '../carry-out.ts'
import { filesIn } from '../drafts/draft.ts'
import { enquiryByReference } from '../enquiry.sql.ts'
import type { Enquiry } from '../enquiry.ts'
import { ownAnswer } from '../review/send-reviewed.ts'
import type { EnquiryPages } from '../routes.ts'
import { memberActs } from '../track/member-acts.ts'
import { isTheirs, trackAddress } from '../track/track.ts'
import { draftFor, dropTyped, filesHeld, keepTyped } from './act-draft.ts'
import { actFormPage, cannotPage, type ActForm } from './act-form-page.ts'
import { withIds, type ActPage } from './act-page.ts'
import { addressOf, openEnquiry, type Opened } from './open-enquiry.ts'
import { newsSince } from './news.ts'
import { carriedOutOnce, ledBefore } from './same-click.ts'

export type AnyAct = Act<never, never>

/** The form of an act, with the draft when there is one. */
export function showAct(asked: Asked, { house }: EnquiryPages, it: ActPage, act: AnyAct): Promise<Answer> {
  return asked.transact(async tx => {
    const opened = await openEnquiry(tx, asked, house)
    if (!opened) return missing
    // somebody on the member's side answers on the member's page, whatever else they are
    if (isTheirs(opened) && memberActs.some(other => other.name === it.act))
      return redirect(`${trackAddress(opened.enquiry)}/${it.act}`)
    if (it.act === 'answer' && opened.secondPerson)
      return redirect(`${addressOf(opened.enquiry)}/submit?${new URLSearchParams(asked.query)}`)
    const allowed = mayOpen(opened, act)
    if (!allowed.ok)
      return page(cannotPage(opened, it, allowed.refusal), allowed.refusal.code === 'not-allowed' ? 403 : 409)
    const draft = await draftFor(opened, it)
    const known = formOf({ ...it.usual?.(opened), ...draft?.fields, ...asked.query })
    const typed = it.copied ? formOf({ ...known.typed, ...(await it.copied(opened, known)) }) : known
    const news = draft && (await newsSinceVersion(opened, Number(draft.fields.version)))
    return page(
      await actFormPage({ opened, page: it, typed, files: filesIn(draft), news, draftFrom: draft?.changedAt }),
    )
  })
}

function mayOpen({ asked, enquiry, actor }: Opened, act: AnyAct): Result<unknown> {
  if (!mayDo(asked.viewer, act.may)) return refuse('not-allowed', 'Your role may not do this')
  if (['keep-promise', 'break-promise'].includes(act.name) && enquiry.promises.every(it => it.keptOn))
    return refuse('no-promise', 'No promise of this enquiry is open')
  if (act.name === 'send-reviewed') return ownAnswer(enquiry, actor) ?? mayAct(enquiry, actor, act)
  return mayAct(enquiry, actor, act)
}

/** What helps whoever writes, as what they typed stands now. */
export function adviseOn(asked: Asked, { house }: EnquiryPages, { advice }: ActPage): Promise<Answer> {
  return asked.transact(async tx => {
    const opened = await openEnquiry(tx, asked, house)
    return opened && advice ? json({ html: (await advice({ opened, typed: asked.form })).text }) : missing
  })
}

type Doing = {
  readonly opened: Opened
  readonly page: ActPage
  readonly act: AnyAct
  readonly files: readonly NewAttachment[]
}

/** Carries the act out; refused, the form comes back with everything that was typed. */
export async function carryOutAct(
  asked: Asked,
  { house, files: store }: EnquiryPages,
  it: ActPage,
  act: AnyAct,
): Promise<Answer> {
  const came = it.takesFiles ? await keepFiles(store, asked.form.files('files')) : allow([])
  return asked.transact(async tx => {
    const opened = await openEnquiry(tx, asked, house)
    // it is out of sight: perhaps by the first press of this very button
    if (!opened) return (await ledBefore(tx, asked)) ? redirect('/enquiries', it.done) : missing
    const files = await filesHeld(opened, it, came.ok ? came.value : [])
    const doing: Doing = { opened, page: it, act, files }
    const pressed = asked.form.text('do')
    if (pressed === 'keep' && it.keepsDraft) return keep(doing)
    if (pressed === 'insert' && it.takesCanned) return inserted(doing)
    if (pressed.startsWith('remove-')) return drawn(doing, {})
    const filled = await it.filled?.(opened, asked.form)
    if (filled) return drawn(doing, { typed: formOf({ ...asked.form.typed, ...filled }) })
    if (!came.ok) return again(doing, came.refusal)
    return send(doing)
  })
}

async function send(doing: Doing): Promise<Answer> {
  const { opened, page: it, act, files } = doing
  const { tx, asked, house, enquiry } = opened
  const given = act.shape.safeParse(it.given(asked.form))
  if (!given.success) return again(doing, await allWrong(doing, given.error))
  if (files.length > mostFiles)
    return again(
      doing,
      refuse('too-many-files', `Remove some files: at most ${mostFiles} can go with it`, 'files').refusal,
    )
  if (asked.form.text('do') === 'preview' && it.preview) return previewed(doing, given.data)
  const hiddenReason = asked.form.text(hiddenField)
  const way = { now: asked.now, version: versionSeen(asked.form), via: 'web', files, hiddenReason }
  const done = await carryOut(tx, house, asked.viewer, enquiry.reference, act, given.data, way)
  if (!done.ok) return refused(doing, done.refusal)
  const led = done.value.raised ?? enquiry
  await Promise.all([dropTyped(opened, it), carriedOutOnce(tx, asked, led.reference)])
  return onward(doing, led)
}

/** Everything to mend at once, so that nobody presses twice to hear of the next mistake. */
async function allWrong({ opened, page: it }: Doing, error: ZodError): Promise<Refusal> {
  const refusal = refusalOfZod(error)
  const others = await it.alsoWrong?.({ opened, typed: opened.asked.form })
  return others && others.length > 0 ? { ...refusal, also: [...others, ...(refusal.also ?? [])] } : refusal
}

const versionSeen = (form: Form): number | undefined =>
  /^\d{1,9}$/.test(form.text('version')) ? Number(form.text('version')) : undefined

/** To the enquiry, or to the one that began; to the work list when the act took it out of the doer's sight. */
async function onward(
  { opened: { tx, enquiry }, page: it }: Doing,
  { reference }: Pick<Enquiry, 'reference'>,
): Promise<Answer> {
  const seen = await enquiryByReference(tx, reference)
  return redirect(seen ? addressOf({ reference }) : '/enquiries', `${it.done}: ${enquiry.reference}`)
}

async function keep({ opened, page: it, files }: Doing): Promise<Answer> {
  await keepTyped(opened, it, files)
  return redirect(addressOf(opened.enquiry), 'Draft kept. Nobody but you can see it')
}

async function inserted(doing: Doing): Promise<Answer> {
  const { opened } = doing
  const { form } = opened.asked
  const text = await withCanned(opened, form.text('text'), form.text('canned'))
  return drawn(doing, { typed: formOf({ ...form.typed, text }) })
}

async function previewed(doing: Doing, given: never): Promise<Answer> {
  const { opened, page: it, files } = doing
  const drawing = { opened, typed: opened.asked.form, files, error: () => undefined }
  return drawn(doing, { preview: await it.preview!(drawing, given) })
}

/** Sent twice, the second time changes nothing and leads where the first one led. */
async function refused(doing: Doing, refusal: Refusal): Promise<Answer> {
  const { opened } = doing
  const led = await ledBefore(opened.tx, opened.asked)
  if (led) return onward(doing, { reference: led })
  return refusal.code === 'not-found' ? missing : again(doing, refusal)
}

async function again(doing: Doing, refusal: Refusal): Promise<Answer> {
  const status = { 'not-allowed': 403, 'stale-version': 409 }[refusal.code] ?? 422
  return drawn(doing, { refusal: withIds(refusal) }, status)
}

/**
 * The form once more with all that was typed, which is also kept as the draft. It carries the version of now, so what
 * happened since it was opened has to be said.
 */
async function drawn(doing: Doing, shown: Partial<ActForm>, status = 200): Promise<Answer> {
  const { opened, page: it, act, files } = doing
  const typed = opened.asked.form
  await keepTyped(opened, it, files)
  const over = !mayOpen(opened, act).ok
  const news = await newsSinceVersion(opened, versionSeen(typed) ?? 0, over)
  const form = await actFormPage({ opened, page: it, typed, files, news, over, ...shown })
  return page({ ...form, invalid: shown.refusal !== undefined }, status)
}

/** What happened since a version was seen; undefined when nothing did. */
async function newsSinceVersion(opened: Opened, version: number, over = false): Promise<Html | undefined> {
  return version > 0 && version < opened.enquiry.version ? newsSince(opened, version, over) : undefined
}
