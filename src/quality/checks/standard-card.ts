import type { Draft, Opened } from '#enquiries/door.ts'
import { mailboxById, type OurOwn } from '#mailboxes/door.ts'
import { setting } from '#platform/settings.ts'
import { card } from '#platform/views/components/card.ts'
import { html, type Html } from '#platform/views/html.ts'
import { standardOn } from '../standard.sql.ts'
import { checkDraft, type Advice } from './check-draft.ts'
import type { Checked } from './points.ts'

/** The standard beside whoever writes, each point with how far the draft has come, and what would make it better. */
export async function standardCard({ tx, enquiry, names, asked }: Opened, draft: Draft): Promise<Html> {
  const { today } = asked.now
  const [standard, mailbox, domain, phone] = await Promise.all([
    standardOn(tx, today),
    enquiry.mailboxId ? mailboxById(tx, enquiry.mailboxId) : undefined,
    setting(tx, 'council.domain'),
    setting(tx, 'council.phone'),
  ])
  const phones = [phone, mailbox?.phone ?? '', names.mailboxPhone ?? ''].filter(Boolean)
  const ours: OurOwn = { phones, domain }
  const { points, advice } = checkDraft(draft, { standard, today, ours })
  return card({
    classes: 'os-card--quiet',
    heading: { text: 'A good answer says' },
    html: html`<ul class="os-standard">
        ${points.map(point)}
      </ul>
      ${advice.length > 0 && adviceList(advice)}
      ${mailbox?.standard &&
      html`<p class="govuk-body os-plain-text"><strong>${mailbox.name}:</strong> ${mailbox.standard}</p>`}`,
  })
}

const spoken = { yes: 'There: ', 'not-yet': 'Not yet: ', open: '' } as const

const point = ({ words, so, note }: Checked): Html =>
  html`<li class="os-standard__point os-standard__point--${so}">
    <span class="os-standard__sign" aria-hidden="true"></span>
    <span
      ><span class="govuk-visually-hidden">${spoken[so]}</span>${words}${note &&
      html` <span class="os-quiet">(${note})</span>`}</span
    >
  </li>`

/** Advice stands beside the words and never in their way. */
const adviceList = (advice: readonly Advice[]): Html =>
  html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">About your words</h3>
    <ul class="os-advice">
      ${advice.map(it => html`<li class="os-advice__item os-advice__item--${it.kind}">${it.words}.</li>`)}
    </ul>`
