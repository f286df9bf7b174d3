import type { Viewer } from '#platform/http/viewer.ts'
import { html, type Html } from '#platform/views/html.ts'
import { guides } from './guides.ts'

/** Everything there is to read, what concerns the reader first. */
export function helpIndex({ roles }: Viewer): Html {
  const all = Object.entries(guides)
  const mine = all.filter(([, it]) => it.roles.some(role => roles.includes(role)))
  const others = all.filter(it => !mine.includes(it))
  return html`
    <ul class="govuk-list govuk-list--spaced">
      ${entry('what-happens', 'What happens to my enquiry', 'Step by step, with the times this council has set itself')}
      ${mine.map(([name, it]) => entry(name, it.text, it.means))}
      ${entry('signing-in', 'Signing in', 'Links, passkeys, passwords, and when you have lost your phone')}
      ${entry('words', 'The words we use', 'What a mailbox, a round or a due date is')}
    </ul>
    <h2 class="govuk-heading-m">${mine.length > 0 ? 'For others' : 'For each role'}</h2>
    <ul class="govuk-list govuk-list--spaced">
      ${others.map(([name, it]) => entry(name, it.text, it.means))}
    </ul>
    <h2 class="govuk-heading-m">If you need help from a person</h2>
    <p class="govuk-body"><a class="govuk-link" href="/contact">Write to or ring member services</a>.</p>
    <h2 class="govuk-heading-m">If somebody is in danger</h2>
    <p class="govuk-body">Do not write. Call 999.</p>
  `
}

const entry = (name: string, text: string, means: string): Html =>
  html`<li><a class="govuk-link" href="/help/${name}">${text}</a><br />${means}</li>`
