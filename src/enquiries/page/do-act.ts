import type { ZodError } from 'zod'
import { refuse, type Refusal, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { missing, page, redirect, type Answer, type Page } from '#platform/http/answer.ts'
import { formOf, type Form } from '#platform/http/form.ts'
import { refusalOfZod } from '#platform/http/given.ts'
import type { Asked } from '#platform/http/route.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { html, type Html } from '#platform/views/html.ts'
import { mayAct, type Act } from '../act.ts'
import { carryOut } from '../carry-out.ts'
import { draftOf, dropDraft, keepDraft } from '../draft.sql.ts'
import { enquiryByReference } from '../enquiry.sql.ts'
import type { Enquiry } from '../enquiry.ts'
import type { EnquiryPages } from '../routes.ts'
import { memberActs } from '../track/member-acts.ts'
import { isTheirs, trackAddress } from '../track/track.ts'
import { actFormPage, cannotPage } from './act-form-page.ts'
import { draftAbout, withIds, type ActPage } from './act-page.ts'
import { addressOf, openEnquiry, type Opened } from './open-enquiry.ts'
import { isSaidAlready, newsSince } from './news.ts'

type AnyAct = Act<never, never>

/** The form of an act, with the draft when there is one. */
export function showAct(asked: Asked, { house }: EnquiryPages, it: ActPage, act: AnyAct): Promise<Answer> {
  return asked.transact(async tx => {
    const opened = await openEnquiry(tx, asked, house)
    if (!opened) return missing
    // somebody on the member's side answers on the member's page, whatever else they are
    if (isTheirs(opened) && memberActs.some(other => other.name === it.act))
      return redirect(`${trackAddress(opened.enquiry)}/${it.act}`)
    const allowed = mayOpen(opened, act)
    if (!allowed.ok)
      return page(cannotPage(opened, it, allowed.refusal), allowed.refusal.code === 'not-allowed' ? 403 : 409)
    const draft = it.keepsDraft
      ? await draftOf(tx, asked.viewer.person!, draftAbout(opened.enquiry.reference, it.act))
      : undefined
    const typed = formOf({ ...it.usual?.(opened), ...draft?.fields, ...asked.query })
    const above = draft && (await newsForDraft(opened, draft.fields.version))
    return page(await actFormPage({ opened, page: it, typed, above, draftFrom: draft?.changedAt }))
  })
}

function mayOpen({ asked, enquiry, actor }: Opened, act: AnyAct): Result<unknown> {
  if (!mayDo(asked.viewer, act.may)) return refuse('not-allowed', 'Your role may not do this')
  if (['keep-promise', 'break-promise'].includes(act.name) && enquiry.promises.every(it => it.keptOn))
    return refuse('no-promise', 'No promise of this enquiry is open')
  return mayAct(enquiry, actor, act)
}

/** What happened since a draft was begun. */
async function newsForDraft(opened: Opened, version: string | undefined): Promise<Html | undefined> {
  const begun = Number(version)
  return begun > 0 && begun < opened.enquiry.version ? newsSince(opened, begun) : undefined
}

/** Carries the act out; refused, the form comes back with everything that was typed. */
export function carryOutAct(asked: Asked, { house }: EnquiryPages, it: ActPage, act: AnyAct): Promise<Answer> {
  return asked.transact(async tx => {
    const opened = await openEnquiry(tx, asked, house)
    if (!opened) return missing
    if (asked.form.text('do') === 'keep' && it.keepsDraft) return keep(opened, it)
    const given = act.shape.safeParse(it.given(asked.form))
    if (!given.success) return again(opened, it, await allWrong(opened, it, given.error), await newsForForm(opened))
    if (asked.form.text('do') === 'preview' && it.preview) return previewed(opened, it, given.data)
    const done = await carryOut(tx, house, asked.viewer, opened.enquiry.reference, act, given.data, wayOf(asked))
    if (!done.ok) return refused(opened, it, done.refusal)
    if (it.keepsDraft) await dropDraft(tx, asked.viewer.person!, draftAbout(opened.enquiry.reference, it.act))
    return onward(tx, opened, it, done.value.raised)
  })
}

/** Everything to mend at once, so that nobody presses twice to hear of the next mistake. */
async function allWrong(opened: Opened, it: ActPage, error: ZodError): Promise<Refusal> {
  const refusal = refusalOfZod(error)
  const others = await it.alsoWrong?.({ opened, typed: opened.asked.form })
  return others && others.length > 0 ? { ...refusal, also: [...others, ...(refusal.also ?? [])] } : refusal
}

const wayOf = ({ now, form }: Asked) => ({ now, version: versionSeen(form), via: 'web' })

const versionSeen = (form: Form): number | undefined =>
  /^\d{1,9}$/.test(form.text('version')) ? Number(form.text('version')) : undefined

/** To the enquiry, or to the one that began; to the work list when the act took it out of the doer's sight. */
async function onward(tx: Tx, { enquiry }: Opened, it: ActPage, raised?: Enquiry): Promise<Answer> {
  const { reference } = raised ?? enquiry
  const seen = await enquiryByReference(tx, reference)
  return redirect(seen ? addressOf({ reference }) : '/enquiries', `${it.done}: ${enquiry.reference}`)
}

async function keep({ tx, asked, enquiry }: Opened, it: ActPage): Promise<Answer> {
  const { _csrf, do: pressed, ...fields } = asked.form.typed
  await keepDraft(tx, asked.viewer.person!, draftAbout(enquiry.reference, it.act), fields, asked.now.at)
  return redirect(addressOf(enquiry), 'Draft kept. Nobody but you can see it')
}

async function previewed(opened: Opened, it: ActPage, given: never): Promise<Answer> {
  const typed = opened.asked.form
  const preview = await it.preview!({ opened, typed, error: () => undefined }, given)
  const above = html`${await newsForForm(opened)} ${preview}`
  return page(await actFormPage({ opened, page: it, typed, above }))
}

/** What happened since the form was opened: it is drawn again with the version of now, so it has to be said. */
async function newsForForm(opened: Opened): Promise<Html | undefined> {
  const seen = versionSeen(opened.asked.form)
  return seen !== undefined && seen !== opened.enquiry.version ? newsSince(opened, seen) : undefined
}

/** Sent twice, the second time changes nothing and leads where the first one led. */
async function refused(opened: Opened, it: ActPage, refusal: Refusal): Promise<Answer> {
  if (refusal.code === 'not-found') return missing
  const seen = versionSeen(opened.asked.form)
  if (seen !== undefined && (await isSaidAlready(opened, seen)))
    return redirect(addressOf(opened.enquiry), `${it.done}: ${opened.enquiry.reference}`)
  return again(opened, it, refusal, await newsForForm(opened))
}

async function again(opened: Opened, it: ActPage, refusal: Refusal, above?: Html): Promise<Answer> {
  const drawn: Page = await actFormPage({
    opened,
    page: it,
    typed: opened.asked.form,
    refusal: withIds(refusal),
    above,
  })
  const status = { 'not-allowed': 403, 'stale-version': 409 }[refusal.code] ?? 422
  return page({ ...drawn, invalid: true }, status)
}
