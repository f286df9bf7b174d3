import { allow, refuse, type Refusal, type Result } from '#kernel/result.ts'
import { missing, page, redirect, type Answer } from '#platform/http/answer.ts'
import { formOf, type Form } from '#platform/http/form.ts'
import { refusalOfZod } from '#platform/http/given.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { answer } from '../answer/answer.ts'
import { sharingIn } from '../answer/answer-page.ts'
import { carryOut } from '../carry-out.ts'
import { isOfficer } from '../page/officer.ts'
import { addressOf, openEnquiry, type Opened } from '../page/open-enquiry.ts'
import type { EnquiryPages } from '../routes.ts'
import { namesAnother, othersToAnswer, type ToAnswer } from './answer-set.ts'
import { answerSetPage, resultsPage, type Sent } from './answer-set-page.ts'
import { newestAnswer } from './lead-answer.ts'

/** The answer of a lead goes to the others of its set: each gets its own, by the act of answering, or a reason why not. */
export const answerSetRoutes = ({ house }: EnquiryPages): Route[] => [
  {
    method: 'GET',
    path: '/enquiries/:reference/answer-set',
    may: answer.may,
    handle: asked => asked.transact(async tx => shown(await leadOpened(await openEnquiry(tx, asked, house)))),
  },
  {
    method: 'POST',
    path: '/enquiries/:reference/answer-set',
    may: answer.may,
    handle: asked => sendAll(asked, house),
  },
]

type Lead = { readonly opened: Opened; readonly set: readonly ToAnswer[] }

/** Only the lead has such a page. */
async function leadOpened(opened: Opened | undefined): Promise<Lead | undefined> {
  if (!opened || !isOfficer(opened.asked.viewer) || opened.enquiry.setLeadId !== opened.enquiry.id) return undefined
  return { opened, set: await othersToAnswer(opened.tx, opened.enquiry, opened.actor) }
}

async function shown(lead: Lead | undefined): Promise<Answer> {
  if (!lead) return missing
  const { tx, enquiry } = lead.opened
  const given = await newestAnswer(tx, enquiry.id)
  if (!given) return redirect(addressOf(enquiry), 'Answer this enquiry first')
  const mayShare = given.mayShare === null ? '' : given.mayShare ? 'yes' : 'no'
  return page(answerSetPage(lead, formOf({ text: given.words, contact: given.contact, mayShare })))
}

const givenIn = (form: Form) => ({ text: form.text('text'), contact: form.text('contact'), mayShare: sharingIn(form) })

async function sendAll(asked: Asked, house: EnquiryPages['house']): Promise<Answer> {
  const { form } = asked
  const checked = answer.shape.safeParse(givenIn(form))
  const chosen = new Set(form.texts('to'))
  const begun = await asked.transact(async tx => {
    const lead = await leadOpened(await openEnquiry(tx, asked, house))
    if (!lead) return missing
    const refusal = checked.success ? noneChosen(chosen) : refusalOfZod(checked.error)
    return refusal ? page({ ...answerSetPage(lead, form, refusal), invalid: true }, 422) : lead
  })
  if ('kind' in begun || !checked.success) return begun as Answer
  const sent: Sent[] = []
  // one after the other, each in a transaction of its own: what one is refused keeps nothing from the next
  for (const { other } of begun.set.filter(it => chosen.has(it.other.reference)))
    sent.push({ other, result: await sendOne(asked, house, begun, other, checked.data) })
  return page(resultsPage(begun.opened, sent))
}

const noneChosen = (chosen: ReadonlySet<string>): Refusal | undefined =>
  chosen.size === 0 ? refuse('none', 'Select to whom it goes', 'to').refusal : undefined

async function sendOne(
  asked: Asked,
  house: EnquiryPages['house'],
  { opened: { enquiry, names }, set }: Lead,
  other: ToAnswer['other'],
  given: ReturnType<typeof answer.shape.parse>,
): Promise<Result<null>> {
  const asking = [
    { id: enquiry.id, reference: enquiry.reference, memberName: names.member },
    ...set.map(it => it.other),
  ]
  const named = namesAnother(`${given.text} ${given.contact}`, other, asking)
  if (named) return named
  const version = Number(asked.form.text(`version-${other.reference}`)) || undefined
  const way = { now: asked.now, via: 'web', ...(version && { version }) }
  const done = await asked.transact(tx => carryOut(tx, house, asked.viewer, other.reference, answer, given, way))
  return done.ok ? allow(null) : done
}
