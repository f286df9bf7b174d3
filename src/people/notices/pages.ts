import type { Page } from '#platform/http/answer.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { radios } from '#platform/views/components/radios.ts'
import { html, type Html } from '#platform/views/html.ts'
import { alwaysSent, inWordsFor, topics, type Rhythm, type Topic } from './choice.ts'
import type { Stoppable } from './stop.ts'

export type Choosing = {
  readonly csrf: string
  /** the topics that concern them */
  readonly mine: readonly Topic[]
  readonly chosen: Readonly<Record<Topic, Rhythm>>
}

/** Every kind of notice with its choice, and what comes whatever is chosen. */
export const noticesPage = ({ csrf, mine, chosen }: Choosing): Page => ({
  title: 'Notices',
  current: '/people/me',
  back: { href: '/people/me', text: 'Your profile' },
  body: html`${mine.length === 0
    ? html`<p class="govuk-body">With your roles there is nothing to choose.</p>`
    : html`<p class="govuk-body">
          Choose what we email you about, and when. The daily digest comes at half past seven on working
          days${isWeekly(mine) && html`, the weekly one on Monday`}, and none when there is nothing to say.
        </p>
        ${mine.includes('mentions') &&
        html`<p class="govuk-body">
          Whatever you choose, everything of these kinds stands in
          <a class="govuk-link" href="/enquiries/for-you">For you</a>.
        </p>`}
        <form method="post" action="/people/me/notices">
          ${csrfField(csrf)} ${mine.map(topic => choiceOf(topic, chosen[topic]))}
          ${button({ text: 'Save', preventDoubleClick: true })}
        </form>`}
  ${always(mine)}`,
})

const isWeekly = (mine: readonly Topic[]): boolean => mine.some(topic => topics[topic].rhythms.includes('weekly'))

const choiceOf = (topic: Topic, value: Rhythm): Html =>
  radios({
    name: topic,
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: topics[topic].label, classes: 'govuk-fieldset__legend--s' } },
    hint: { text: topics[topic].means },
    items: topics[topic].rhythms.map(rhythm => ({ value: rhythm, text: inWordsFor(topic, rhythm) })),
    value,
  })

function always(mine: readonly Topic[]): Html {
  const lines = [
    ...(mine.includes('progress') ? alwaysSent.members : []),
    ...(mine.length === 0 || mine.some(topic => topics[topic].for !== 'members') ? alwaysSent.officers : []),
  ]
  return html`<h2 class="govuk-heading-m">Always sent at once</h2>
    <p class="govuk-body">This comes by email whatever you choose:</p>
    <ul class="govuk-list govuk-list--bullet">
      ${[...new Set(lines)].map(line => html`<li>${line}</li>`)}
    </ul>`
}

/** Opening it does nothing: mail scanners open every link. */
export const stopPage = (csrf: string, path: string, what: Stoppable): Page => ({
  title: `Stop these emails?`,
  body: html`<p class="govuk-body">${said(what)}</p>
    <form method="post" action="${path}">
      ${csrfField(csrf)} ${button({ text: 'Stop these emails', preventDoubleClick: true })}
    </form>
    <p class="govuk-body">
      <a class="govuk-link" href="/people/me/notices">Choose for each kind of notice instead</a> (you need to sign in)
    </p>`,
})

const said = (what: Stoppable): string =>
  what === 'digest'
    ? 'We send you a digest of what happened. Without it you find the same news in One Stop.'
    : `We email you about “${topics[what].label}”. Without these emails you find the same news in One Stop.`

/** `left`: what goes on to come, because it cannot be left out. */
export const stoppedPage = (what: Stoppable, left: readonly Topic[]): Page => ({
  title: 'These emails are stopped',
  body: html`<p class="govuk-body">
      ${what === 'digest' ? 'We no longer send you a digest.' : `We no longer email you about “${topics[what].label}”.`}
      One that is on its way already may still arrive. What must be sent, such as answers and questions, still comes.
    </p>
    ${left.length > 0 &&
    html`<p class="govuk-body">
      Where a member asks where their enquiry is, you still hear of it once a day: that cannot be left out.
    </p>`}
    <p class="govuk-body">
      <a class="govuk-link" href="/people/me/notices">Choose what we email you</a>
    </p>`,
})

export const unknownStopPage: Page = {
  title: 'This address is not complete',
  body: html`<p class="govuk-body">
    Open the whole link of the email, or
    <a class="govuk-link" href="/people/me/notices">choose what we email you on your profile</a>.
  </p>`,
}
