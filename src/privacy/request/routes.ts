import { currentCalendar } from '#clock/door.ts'
import { page, pageAgain, redirect, type Answer } from '#platform/http/answer.ts'
import { emptyForm, type Form } from '#platform/http/form.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { typedDay, typedDayOrNone } from '#platform/http/typed-day.ts'
import { mayDo } from '#platform/http/viewer.ts'
import type { Refusal } from '#kernel/result.ts'
import { readRequests } from '../disclosure/disclosure.sql.ts'
import { logPage, requestsPage } from './log-page.ts'
import { logRequest } from './log-request.ts'

export const requestRoutes: Route[] = [
  { method: 'GET', path: '/privacy/requests', may: 'privacy.redact', handle: list },
  { method: 'GET', path: '/privacy/requests/new', may: 'privacy.keep', handle: showForm },
  { method: 'POST', path: '/privacy/requests/new', may: 'privacy.keep', handle: log },
]

function list(asked: Asked): Promise<Answer> {
  return asked.transact(async tx => {
    const [all, calendar] = await Promise.all([readRequests(tx), currentCalendar(tx)])
    return page(requestsPage({ all, calendar, now: asked.now, keeps: mayDo(asked.viewer, 'privacy.keep') }))
  })
}

function showForm({ csrf, now }: Asked): Answer {
  return page(logPage({ csrf, form: emptyForm, now }))
}

async function log(asked: Asked): Promise<Answer> {
  const { form: typed, csrf, now, viewer } = asked
  const again = (refusal: Refusal): Answer => pageAgain(logPage({ csrf, form: typed, refusal, now }))
  const [received, from, until] = [
    typedDay(typed, 'receivedOn', 'Day it came'),
    typedDayOrNone(typed, 'from', 'First day'),
    typedDayOrNone(typed, 'until', 'Last day'),
  ]
  if (!received.ok) return again(received.refusal)
  if (!from.ok) return again(from.refusal)
  if (!until.ok) return again(until.refusal)
  const about = {
    names: linesOf(typed, 'names'),
    emails: linesOf(typed, 'emails'),
    phones: linesOf(typed, 'phones'),
    addresses: linesOf(typed, 'addresses'),
    from: from.value,
    until: until.value,
  }
  return asked.transact(async tx => {
    const by = { person: viewer.person!, now }
    const logged = await logRequest(tx, by, { about, receivedOn: received.value, identity: typed.text('identity') })
    return logged.ok ? redirect(`/privacy/disclosures/${logged.value}`, 'Request logged') : again(logged.refusal)
  })
}

const linesOf = (typed: Form, name: string): string[] =>
  typed
    .text(name)
    .split('\n')
    .map(it => it.trim())
    .filter(Boolean)
