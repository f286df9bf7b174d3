import { enquiryById, enquiryByReference, viewEnquiry, type Enquiry } from '#enquiries/door.ts'
import type { Result } from '#kernel/result.ts'
import { refuse } from '#kernel/result.ts'
import { membersFor } from '#people/door.ts'
import { inTransaction, seeingAs, type Tx } from '#platform/db/database.ts'
import { missing, page, redirect, turnBack, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { readRateLink, type RateLink } from './link.ts'
import { rateByLinkPage, rateLinkOverPage } from './pages.ts'
import { ratableOf, rateAnswer, ratings, type Ratable } from './rating.ts'

const byLinkPath = '/quality/rate/:token'

/** Rating an answer: on the page of the enquiry, or by the link of its letter. */
export const ratingRoutes = (secret: string): readonly Route[] => [
  { method: 'POST', path: '/quality/ratings/:reference/:round', may: 'quality.rate', handle: onPage },
  { method: 'GET', path: byLinkPath, may: 'public', perMinute: 60, handle: asked => byLink(asked, secret, show) },
  { method: 'POST', path: byLinkPath, may: 'public', perMinute: 60, handle: asked => byLink(asked, secret, rate) },
]

function onPage(asked: Asked): Promise<Answer> {
  return asked.transact(async tx => {
    const { params, form } = asked
    const enquiry = await enquiryByReference(tx, params.reference ?? '')
    if (!enquiry || !/^\d{1,4}$/.test(params.round ?? '')) return missing
    const done = await rateAs(tx, asked, enquiry, Number(params.round), Number(form.text('rating')), 'page')
    const track = `/enquiries/${enquiry.reference}/track`
    if (done.ok) return redirect(`${track}#rating`, 'Thank you for rating the answer')
    return done.refusal.code === 'not-found' ? missing : turnBack(track, done.refusal.words)
  })
}

/** By whoever signed in: the member, or somebody who acts for them. */
export async function rateAs(
  tx: Tx,
  { viewer, now }: Pick<Asked, 'viewer' | 'now'>,
  { id, reference, memberId }: Enquiry,
  round: number,
  rating: number,
  via: 'page' | 'api',
): Promise<Result<Ratable>> {
  const members = await membersFor(tx, viewer, now.today)
  if (!members.some(it => it.id === memberId)) return refuse('not-found', 'There is no such answer of yours to rate')
  return seeingAs(tx, 'system', viewer.person!, () =>
    rateAnswer(tx, { enquiryId: id, reference, round, rating }, { by: viewer.person, via, now }),
  )
}

type Work = (tx: Tx, link: RateLink, asked: Asked) => Promise<Answer>

/** Whoever holds the link rates this one answer, and learns nothing but what the letter's subject said. */
function byLink(asked: Asked, secret: string, work: Work): Promise<Answer> {
  const link = readRateLink(secret, asked.params.token ?? '', asked.now.today)
  const over = page(rateLinkOverPage, 410)
  return link ? inTransaction(asked.db, 'system', tx => work(tx, link, asked)) : Promise.resolve(over)
}

async function show(tx: Tx, { enquiryId, round }: RateLink, asked: Asked): Promise<Answer> {
  const [enquiry, ratable] = await Promise.all([enquiryById(tx, enquiryId), ratableOf(tx, enquiryId, round)])
  const viewed = enquiry && (await viewEnquiry(tx, enquiry.reference))
  if (!viewed || !ratable) return page(rateLinkOverPage, 410)
  const { restricted, reference } = viewed.enquiry
  const chosen = ratings.find(it => String(it.value) === asked.query.rating)?.value
  return page(
    rateByLinkPage({
      action: `/quality/rate/${asked.params.token}`,
      csrf: asked.csrf,
      ratable,
      today: asked.now.today,
      reference,
      subject: restricted ? '' : viewed.names.subject,
      chosen,
    }),
  )
}

async function rate(tx: Tx, { enquiryId, round }: RateLink, asked: Asked): Promise<Answer> {
  const enquiry = await enquiryById(tx, enquiryId)
  if (!enquiry) return page(rateLinkOverPage, 410)
  const { id, reference } = enquiry
  const rating = Number(asked.form.text('rating'))
  const done = await rateAnswer(
    tx,
    { enquiryId: id, reference, round, rating },
    { by: null, via: 'email', now: asked.now },
  )
  const here = `/quality/rate/${asked.params.token}`
  return done.ok ? redirect(here, 'Thank you for rating the answer') : turnBack(here, done.refusal.words)
}
