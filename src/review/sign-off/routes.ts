import { addDays, parseDay, weekday, type Day } from '#kernel/day.ts'
import type { Refusal } from '#kernel/result.ts'
import { mailboxByKey, type Mailbox } from '#mailboxes/door.ts'
import { personNames } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { missing, page, pageAgain, redirect, type Answer, type Page } from '#platform/http/answer.ts'
import { emptyForm, type Form } from '#platform/http/form.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { runBy, signedMailboxes } from './boxes.ts'
import { signOffPath, signOffsPage, weekPage, weekPath } from './pages.ts'
import { fieldOf, lastWeek, weekEnd } from './sign-off.ts'
import { readExplained, readSignOffs } from './sign-off.sql.ts'
import { signWeek, weekOfMailbox } from './sign-week.ts'

const everybodys = '/review/sign-offs'

export const signOffRoutes: Route[] = [
  { method: 'GET', path: signOffPath, may: 'review.sign-off', handle: asked => grid(asked, false) },
  { method: 'GET', path: everybodys, may: 'review.follow', handle: asked => grid(asked, true) },
  // followers read a week at the same address at which its owner signs it
  { method: 'GET', path: `${signOffPath}/:mailbox/:week`, may: 'review.see', handle: show },
  { method: 'POST', path: `${signOffPath}/:mailbox/:week`, may: 'review.sign-off', handle: sign },
]

const weeksShown = 8

async function grid(asked: Asked, all: boolean): Promise<Answer> {
  const { today } = asked.now
  const weeks = Array.from({ length: weeksShown }, (_, at) => addDays(lastWeek(today), -7 * at))
  return asked.transact(async tx => {
    const boxes = all ? await signedMailboxes(tx, today) : await runBy(tx, asked.viewer.person, today)
    const signed = await readSignOffs(
      tx,
      boxes.map(it => it.id),
      weeks.at(-1)!,
    )
    const names = await personNames(
      tx,
      signed.flatMap(it => it.signedBy ?? []),
    )
    const rows = boxes.map(mailbox => ({
      mailbox,
      weeks: weeks.map(week => signed.find(it => it.mailboxId === mailbox.id && it.weekOn === week)),
    }))
    return page(signOffsPage({ weeks, rows, all, names }))
  })
}

type Place = { readonly mailbox: Mailbox; readonly weekOn: Day }

async function placeOf(tx: Tx, { params }: Asked): Promise<Place | undefined> {
  const weekOn = parseDay(params.week ?? '')
  const mailbox = await mailboxByKey(tx, params.mailbox ?? '')
  return mailbox && mailbox.organisationId === null && weekOn && weekday(weekOn) === 1 ? { mailbox, weekOn } : undefined
}

function show(asked: Asked): Promise<Answer> {
  return asked.transact(async tx => {
    const place = await placeOf(tx, asked)
    const shown = place && (await shownWeek(tx, asked, place, emptyForm))
    return shown ? page(shown) : missing
  })
}

/** Undefined for whoever neither runs the mailbox nor follows the review: for them it is not there. */
async function shownWeek(tx: Tx, asked: Asked, place: Place, form: Form, refusal?: Refusal): Promise<Page | undefined> {
  const { mailbox, weekOn } = place
  const follows = mayDo(asked.viewer, 'review.follow')
  const [week, runs] = await Promise.all([weekOfMailbox(tx, mailbox.id, weekOn), isRunBy(tx, asked, mailbox)])
  if (!runs && !follows) return undefined
  const [signed] = week.versions
  const [explained, names] = await Promise.all([
    signed ? readExplained(tx, signed.id) : [],
    personNames(
      tx,
      week.versions.flatMap(it => it.signedBy ?? []),
    ),
  ])
  const signs = runs && weekEnd(weekOn) < asked.now.today
  const back = runs ? { href: signOffPath, text: 'Weekly sign-off' } : { href: everybodys, text: 'Weekly sign-off' }
  return weekPage({ ...place, week, explained, names, signs, back, csrf: asked.csrf, form, refusal })
}

const isRunBy = async (tx: Tx, { viewer, now }: Asked, mailbox: Mailbox): Promise<boolean> =>
  mayDo(viewer, 'review.sign-off') && (await runBy(tx, viewer.person, now.today)).some(it => it.id === mailbox.id)

function sign(asked: Asked): Promise<Answer> {
  return asked.transact(async tx => {
    const place = await placeOf(tx, asked)
    if (!place || !(await isRunBy(tx, asked, place.mailbox))) return missing
    const { form, viewer, now } = asked
    const { late } = await weekOfMailbox(tx, place.mailbox.id, place.weekOn)
    const explanations = new Map(late.map(({ enquiryId }) => [enquiryId, form.text(fieldOf(enquiryId))]))
    const done = await signWeek(tx, { person: viewer.person, now }, place.mailbox, place.weekOn, {
      sampleWords: form.text('sample'),
      words: form.text('words'),
      reason: form.text('reason'),
      explanations,
    })
    if (done.ok) return redirect(weekPath(place.mailbox, place.weekOn), 'The week is signed')
    const again = await shownWeek(tx, asked, place, form, done.refusal)
    return again ? pageAgain(again) : missing
  })
}
