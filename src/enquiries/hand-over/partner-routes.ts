import { currentCalendar } from '#clock/door.ts'
import { mailboxById } from '#mailboxes/door.ts'
import { personById } from '#people/door.ts'
import type { Refusal } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { missing, page, pageAgain, redirect, turnBack, type Answer } from '#platform/http/answer.ts'
import { refusalOfZod } from '#platform/http/given.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import type { Act } from '../act.ts'
import { isId } from '../api/look-up.ts'
import { keepFiles } from '../attach/attach.ts'
import { served } from '../attachment-page/served.ts'
import { carryOut } from '../carry-out.ts'
import { asTheHouse } from '../doer.ts'
import type { EnquiryPages } from '../routes.ts'
import { handOverById, standingOf, type HandedOver } from './hand-over.sql.ts'
import { handedTo } from './handed-to.ts'
import { partnerAnswer, partnerDecline, takeOver } from './partner-acts.ts'
import { handOverSeen, type Shown } from './partner-page.ts'
import { handOversPage } from './hand-overs-page.ts'
import { answersFor, asPartner } from './through.ts'

type Said = Act<{ text: string }, never>

/** Where a partner sees and answers what was handed over; of the enquiry they see nothing else. */
export const partnerRoutes = (deps: EnquiryPages): Route[] => [
  { method: 'GET', path: '/hand-overs', may: 'enquiries.partner', handle: showAll },
  {
    method: 'GET',
    path: '/hand-overs/:id',
    may: 'enquiries.partner',
    handle: asked => withOne(asked, async (_tx, shown) => page(handOverSeen(shown))),
  },
  {
    method: 'GET',
    path: '/hand-overs/:id/files/:at',
    may: 'enquiries.partner',
    handle: asked => showFile(asked, deps),
  },
  ...([partnerAnswer, partnerDecline, takeOver] as unknown as Said[]).map(
    (act): Route => ({
      method: 'POST',
      path: `/hand-overs/:id/${act.name}`,
      may: act.may,
      handle: asked => withOne(asked, (tx, shown) => doIt(tx, shown, asked, deps, act)),
    }),
  ),
]

const showAll = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const [lines, calendar] = await Promise.all([
      handedTo(tx, asked.viewer.person!, asked.now.today),
      currentCalendar(tx),
    ])
    return page(handOversPage(lines, asked.now.today, calendar))
  })

/** What was handed over, for who answers for the partner’s mailbox; for everybody else there is nothing. */
async function theirs(tx: Tx, { params, viewer, now }: Asked): Promise<HandedOver | undefined> {
  const { id = '' } = params
  const it = isId(id) ? await handOverById(tx, id) : undefined
  return it && (await answersFor(tx, viewer.person!, it.mailboxId, now.today)) ? it : undefined
}

const withOne = (asked: Asked, work: (tx: Tx, shown: Shown) => Promise<Answer>): Promise<Answer> =>
  asked.transact(async tx => {
    const it = await theirs(tx, asked)
    if (!it) return missing
    return asTheHouse(tx, asked.viewer.person!, async () => {
      const [[standing], by, mailbox] = await Promise.all([
        standingOf(tx, [it.id]),
        personById(tx, it.handedBy),
        mailboxById(tx, it.mailboxId),
      ])
      const { reference, open } = standing!
      const takesOver = mailbox?.takesOver ?? false
      return work(tx, {
        it,
        reference,
        open,
        csrf: asked.csrf,
        by: by?.name ?? 'somebody',
        takesOver,
      })
    })
  })

/** A file that was handed over, while the partner has it. */
async function showFile(asked: Asked, { files }: EnquiryPages): Promise<Answer> {
  const found = await asked.transact(async tx => {
    const it = await theirs(tx, asked)
    const [standing] = it ? await asTheHouse(tx, asked.viewer.person!, () => standingOf(tx, [it.id])) : []
    return standing?.open ? it?.files[Number(asked.params.at)] : undefined
  })
  return found ? served(files, found) : missing
}

async function doIt(tx: Tx, shown: Shown, asked: Asked, { house, files }: EnquiryPages, act: Said): Promise<Answer> {
  if (!shown.open) return turnBack('/hand-overs', `${shown.reference} is done already`)
  const text = asked.form.text('text')
  const again = (refusal: Refusal) => pageAgain(handOverSeen(shown, { act: act.name, text, refusal: errorOf(refusal) }))
  const given = act.shape.safeParse({ text })
  if (!given.success) return again(refusalOfZod(given.error))
  const kept = await keepFiles(files, asked.form.files('files'))
  if (!kept.ok) return again(kept.refusal)
  const done = await carryOut(tx, house, asPartner(asked.viewer), shown.reference, act, given.data, {
    now: asked.now,
    via: 'web',
    files: kept.value,
  })
  return done.ok ? redirect('/hand-overs', `Sent: ${shown.reference}`) : again(done.refusal)
}

/** Whatever is refused is said at the field where it was typed. */
const errorOf = (refusal: Refusal): Refusal => ({ ...refusal, field: refusal.field ?? 'text' })
