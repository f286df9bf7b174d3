import type { Result } from '#kernel/result.ts'
import { mailboxById, sensitiveWords, warningIn } from '#mailboxes/door.ts'
import { personById } from '#people/door.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { missing, page, pageAgain, redirect, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { keepFiles } from '../attach/attach.ts'
import { carryOut } from '../carry-out.ts'
import { asTheHouse, type CarriedOut, type Doer } from '../doer.ts'
import { enquiryById } from '../enquiry.sql.ts'
import { isOpen, type Enquiry } from '../enquiry.ts'
import { isId } from '../api/look-up.ts'
import { withIds } from '../page/act-page.ts'
import type { EnquiryPages } from '../routes.ts'
import { contribute, over } from './contribute.ts'
import { contributionIn, type Contribution } from './contribution.ts'
import { askedOf, contributionById } from './contribution.sql.ts'
import { askedByLink } from './link.ts'
import { askedOfYouPage } from './asked-of-you-page.ts'
import { linkOverPage, nothingToDoPage, requestPage, thanksPage, type Request } from './request-page.ts'
import { asContributor } from './through.ts'

/** Where somebody who was asked for a part answers: by the link of their letter, or signed in. */
export function contributionRoutes(deps: EnquiryPages): Route[] {
  return [
    { method: 'GET', path: '/contribute/:token', may: 'public', perMinute: 60, handle: asked => byLink(asked, show) },
    {
      method: 'POST',
      path: '/contribute/:token',
      may: 'public',
      perMinute: 60,
      handle: asked => byLink(asked, (tx, it) => send(tx, it, asked, deps, stranger)),
    },
    { method: 'GET', path: '/contributions', may: 'enquiries.contribute', handle: showMine },
    {
      method: 'GET',
      path: '/contributions/:id',
      may: 'enquiries.contribute',
      handle: asked => signedIn(asked, show),
    },
    {
      method: 'POST',
      path: '/contributions/:id',
      may: 'enquiries.contribute',
      handle: asked => signedIn(asked, (tx, it) => send(tx, it, asked, deps, asked.viewer)),
    },
  ]
}

type Work = (tx: Tx, it: Contribution, asked: Asked) => Promise<Answer>

/** Whoever holds a link: nobody we know, and nobody who may do anything else. */
const stranger: Doer = { person: null, name: 'By link', permissions: new Set() }

/** Everything behind a link is done by the house: whoever holds it sees this one request. */
const byLink = (asked: Asked, work: Work): Promise<Answer> =>
  inTransaction(asked.db, 'system', async tx => {
    const found = await askedByLink(tx, asked.params.token ?? '', asked.now.today)
    return found ? work(tx, found, asked) : page(linkOverPage, 410)
  })

const signedIn = (asked: Asked, work: Work): Promise<Answer> =>
  asked.transact(async tx => {
    const id = asked.params.id ?? ''
    const found = isId(id) ? await contributionById(tx, id) : undefined
    return found && found.ofPerson === asked.viewer.person
      ? asTheHouse(tx, asked.viewer.person!, () => work(tx, found, asked))
      : missing
  })

/** Opening it does nothing yet: mail scanners open every link. */
async function show(tx: Tx, it: Contribution, asked: Asked): Promise<Answer> {
  const { enquiry, request } = await requestOf(tx, it, asked)
  const nothing = nothingToDo(enquiry, it)
  return page(nothing ? nothingToDoPage(nothing) : requestPage(request, asked.form))
}

async function send(tx: Tx, it: Contribution, asked: Asked, deps: EnquiryPages, doer: Doer): Promise<Answer> {
  const { enquiry, request } = await requestOf(tx, it, asked)
  const given = contribute.shape.parse({
    contribution: it.id,
    answers: it.questions.map((_, i) => ({ number: i + 1, answer: asked.form.text(`answer-${i + 1}`) })),
    besides: asked.form.text('text'),
  })
  const said = [...given.answers.map(one => one.answer), given.besides].join('\n')
  const warning = enquiry.restricted || asked.form.text('asked') ? undefined : warningIn(said, await sensitiveWords(tx))
  if (warning?.warns) return page(requestPage(request, asked.form, undefined, warning))
  const kept = await keepFiles(deps.files, asked.form.files('files'))
  if (!kept.ok) return pageAgain(requestPage(request, asked.form, withIds(kept.refusal)))
  const done: Result<CarriedOut> = await carryOut(
    tx,
    deps.house,
    asContributor(doer),
    enquiry.reference,
    contribute,
    given,
    { now: asked.now, via: 'web', files: kept.value },
  )
  if (done.ok)
    return doer.person ? redirect('/contributions', 'Your part has been sent') : page(thanksPage(enquiry.reference))
  const nothing = nothingToDo(enquiry, it)
  return nothing
    ? page(nothingToDoPage(nothing), 409)
    : pageAgain(requestPage(request, asked.form, withIds(done.refusal)))
}

function nothingToDo(enquiry: Enquiry, { id }: Contribution): string | undefined {
  const fact = contributionIn(enquiry, id)
  const refused = fact && over(fact)
  if (refused) return refused.refusal.words
  return isOpen(enquiry) ? undefined : 'The enquiry has been answered in the meantime'
}

async function requestOf(tx: Tx, it: Contribution, asked: Asked): Promise<{ enquiry: Enquiry; request: Request }> {
  const [enquiry, by] = await Promise.all([enquiryById(tx, it.enquiryId), personById(tx, it.askedBy)])
  const mailbox = enquiry!.mailboxId ? await mailboxById(tx, enquiry!.mailboxId) : undefined
  const request = {
    asked: it,
    reference: enquiry!.reference,
    by: by?.name ?? 'The council',
    mailbox: mailbox?.name ?? null,
    path: asked.path.split('?')[0]!,
    csrf: asked.csrf,
  }
  return { enquiry: enquiry!, request }
}

/** Everything somebody was asked for, whether or not they see the enquiries. */
const showMine = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const person = asked.viewer.person!
    const mine = await askedOf(tx, person)
    const facts = await asTheHouse(tx, person, () => Promise.all(mine.map(it => enquiryById(tx, it.enquiryId))))
    return page(
      askedOfYouPage(
        mine.map((it, i) => ({ asked: it, reference: facts[i]!.reference, fact: contributionIn(facts[i]!, it.id)! })),
        asked.now.today,
      ),
    )
  })
