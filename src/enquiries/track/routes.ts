import { refuse, type Result } from '#kernel/result.ts'
import { shortened } from '#kernel/text.ts'
import { sensitiveWords, warningIn, type TextWarning } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Files } from '#platform/files.ts'
import { missing, page, pageAgain, redirect, turnBack, type Answer } from '#platform/http/answer.ts'
import type { Form } from '#platform/http/form.ts'
import { refusalOfZod } from '#platform/http/given.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { mayAct } from '../act.ts'
import { actNamed } from '../acts.ts'
import type { Beside } from '../beside.ts'
import { keepFiles } from '../attach/attach.ts'
import type { NewAttachment } from '../attachment.sql.ts'
import { carryOut } from '../carry-out.ts'
import { raise } from '../raise/raise.ts'
import { raiseShape } from '../raise/raise-shape.ts'
import { missedDate } from '../chase/chase.ts'
import { dropDraft } from '../draft.sql.ts'
import { historyOf } from '../enquiry.sql.ts'
import type { Enquiry } from '../enquiry.ts'
import type { House } from '../house.ts'
import { actPage } from './act-page.ts'
import { memberActs, type MemberAct } from './member-acts.ts'
import { trackPage, whereOf } from './track-page.ts'
import { isTheirs, openTracked, replyDraft, trackAddress, type Tracked } from './track.ts'
import { isOfficer } from '../page/officer.ts'
import { reopenUntil } from './where-it-is.ts'

type Deps = { readonly house: House; readonly files: Files }

/** The member's page of one enquiry and what they can do there. */
export function trackRoutes(deps: Deps): Route[] {
  const path = '/enquiries/:reference/track'
  return [
    {
      method: 'GET',
      path,
      may: 'enquiries.read',
      handle: asked => withTracked(asked, deps, async it => page(trackPage(it)), deps.house.beside?.tracked),
    },
    ...memberActs.flatMap((act): Route[] => {
      const of = { path: `${path}/${act.name}`, may: actNamed(act.name)!.may }
      return [
        { method: 'GET', ...of, handle: asked => withTracked(asked, deps, async it => ask(it, act)) },
        { method: 'POST', ...of, handle: asked => doIt(asked, deps, act) },
      ]
    }),
  ]
}

/** Officers have a page of their own; who neither is one nor stands on the member's side learns nothing. */
async function withTracked(
  asked: Asked,
  { house }: Deps,
  work: (it: Tracked) => Promise<Answer>,
  beside?: Beside['tracked'],
): Promise<Answer> {
  return asked.transact(async tx => {
    const it = await openTracked(tx, asked, house, beside)
    if (!it) return missing
    if (isTheirs(it)) return work(it)
    return isOfficer(asked.viewer) ? redirect(`/enquiries/${it.enquiry.reference}`) : missing
  })
}

/** The form, or the reason why it cannot be done now. */
function ask(it: Tracked, act: MemberAct): Answer {
  const possible = isPossible(it, act)
  return possible.ok ? page(actPage(it, act)) : turnBack(trackAddress(it.enquiry), possible.refusal.words)
}

function isPossible(it: Tracked, { name }: MemberAct): Result<unknown> {
  const allowed = mayAct(it.enquiry, it.actor, actNamed(name)!)
  if (!allowed.ok) return allowed
  if (name === 'chase' && !missedDate(it.enquiry, it.asked.now.today))
    return refuse('nothing-missed', 'No date has been missed yet. You can write to the handler at any time')
  if (name === 'restrict' && it.enquiry.restricted)
    return refuse('restricted-already', 'Only you and the proper officer see it already')
  if (name === 'reopen' && !reopenUntil(whereOf(it)))
    return refuse(
      'too-late',
      'It can no longer be opened again. Ask about it again: a new enquiry follows on from this one',
    )
  if (name === 'follow-up' && reopenUntil(whereOf(it)))
    return refuse('open-again-instead', 'It can still be opened again')
  return allowed
}

async function doIt(asked: Asked, deps: Deps, act: MemberAct): Promise<Answer> {
  const kept = act.takesFiles ? await keepFiles(deps.files, asked.form.files('files')) : undefined
  return withTracked(asked, deps, async it => {
    const warning = await unasked(it)
    if (warning && asked.form.text('way') === 'restricted')
      return sendApart(it, deps.house, kept?.ok ? kept.value : [], warning)
    if (warning && !asked.form.text('asked')) return page(actPage(it, act, { text: asked.form.text('text'), warning }))
    const done = kept && !kept.ok ? kept : await carried(it, deps.house, act, kept?.value ?? [])
    if (!done.ok)
      return (await isSameClick(it, act))
        ? finished(it, act)
        : pageAgain(actPage(it, act, { ...typedIn(asked.form, act), refusal: done.refusal }))
    await dropDraft(it.tx, asked.viewer.person!, replyDraft(it.enquiry.reference))
    return finished(it, act, done.value.raised)
  })
}

/** What may be sensitive in words about an enquiry that many people read. */
async function unasked({ tx, asked, enquiry }: Tracked): Promise<TextWarning | undefined> {
  if (enquiry.restricted) return undefined
  const warning = warningIn(asked.form.text('text'), await sensitiveWords(tx))
  return warning?.warns ? warning : undefined
}

/** One press: what was written becomes an enquiry of its own for the proper officer, once. */
async function sendApart(
  { tx, asked, enquiry, names }: Tracked,
  house: House,
  files: readonly NewAttachment[],
  { sensitivity }: TextWarning,
): Promise<Answer> {
  const text = asked.form.text('text')
  const given = raiseShape.parse({
    member: enquiry.memberId,
    subject: `About ${enquiry.reference}`,
    text,
    sensitive: sensitivity,
  })
  const key = `apart ${enquiry.reference} ${asked.form.text('version')}`.replaceAll(' ', '-')
  const raised = await raise(tx, house, asked.viewer, given, { now: asked.now, via: 'web', files, idempotencyKey: key })
  if (!raised.ok) return turnBack(trackAddress(enquiry), raised.refusal.words)
  await dropDraft(tx, asked.viewer.person!, replyDraft(enquiry.reference))
  const said = `Sent to the proper officer as ${raised.value.enquiry.reference}. Nobody who works on “${shortened(names.subject, 60)}” sees it`
  return redirect(trackAddress(enquiry), said)
}

/** Whoever works for the member no longer sees what they made confidential. */
const finished = ({ enquiry, actor }: Tracked, { name, done }: MemberAct, raised?: Enquiry): Answer =>
  name === 'restrict' && !actor.parts.includes('member')
    ? redirect('/enquiries/mine', 'Only the member and the proper officer see it now')
    : redirect(trackAddress(raised ?? enquiry), done)

async function carried({ tx, asked, enquiry }: Tracked, house: House, act: MemberAct, files: readonly NewAttachment[]) {
  const rule = actNamed(act.name)!
  const { text, choice } = typedIn(asked.form, act)
  const given = rule.shape.safeParse({ [act.line ?? 'text']: text, ...(act.choice && { [act.choice.name]: choice }) })
  if (!given.success) return { ok: false as const, refusal: refusalOfZod(given.error) }
  const version = Number(asked.form.text('version')) || undefined
  return carryOut(tx, house, asked.viewer, enquiry.reference, rule, given.data, {
    now: asked.now,
    via: 'web',
    files,
    version,
  })
}

const typedIn = (form: Form, { line = 'text', choice }: MemberAct) => ({
  text: form.text(line),
  ...(choice && { choice: form.text(choice.name) }),
})

/**
 * A second press of the same button is not a lost race: what it asks for was done by the same person, from the same
 * version, in the same words.
 */
async function isSameClick({ tx, asked, enquiry, messages }: Tracked, { leaves }: MemberAct): Promise<boolean> {
  const last = await lastEvent(tx, enquiry.id)
  if (!last || last.by !== asked.viewer.person || !leaves.includes(last.event.type)) return false
  const said =
    'messageId' in last.event
      ? messages.find(it => it.id === (last.event as { messageId?: string }).messageId)
      : undefined
  return last.sequence === Number(asked.form.text('version')) + 1 && (said?.words ?? '') === asked.form.text('text')
}

const lastEvent = async (tx: Tx, enquiryId: string) => (await historyOf(tx, enquiryId)).at(-1)
