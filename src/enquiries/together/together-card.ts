import { mayDo } from '#platform/http/viewer.ts'
import { card } from '#platform/views/components/card.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html, nothing, type Html, type Piece } from '#platform/views/html.ts'
import { mayAct } from '../act.ts'
import { joinedTo, relations, relationWords, type Relation } from '../enquiry.ts'
import { join } from '../join/join.ts'
import { addressOf, type Opened } from '../page/open-enquiry.ts'
import { tagOfStatus } from '../page/status.ts'
import { named } from './other-field.ts'
import { setGroup } from './set-group.ts'
import type { Other } from './together.sql.ts'

type Shown = { readonly others: readonly Other[]; readonly perhaps: readonly Other[] }

/** The enquiries this one belongs together with, and those that perhaps should be joined. */
export function togetherCard(opened: Opened, { others, perhaps }: Shown): Html | false {
  const { enquiry } = opened
  const groups = relations.flatMap(as => {
    const found = others.filter(other => enquiry.links.some(it => it.to === other.id && it.as === as))
    return found.length > 0 ? [{ as, found }] : []
  })
  const unknown = perhaps.filter(it => !enquiry.links.some(link => link.to === it.id) && it.joinedTo === null)
  const offered = mayJoin(opened) && unknown.length > 0
  const inSet = setGroup(opened, others)
  if (groups.length === 0 && !offered && !inSet) return false
  return card({
    heading: { text: 'Belongs together' },
    html: html`${inSet} ${groups.map(({ as, found }) => group(as, found))} ${offered && candidates(opened, unknown)}`,
  })
}

const group = (as: Relation, found: readonly Other[]): Html =>
  html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">${relationWords[as]}</h3>
    <ul class="govuk-list">
      ${found.map(it => html`<li>${linkTo(it)} ${tagOfStatus(it.status)}</li>`)}
    </ul>`

const linkTo = (it: Other): Html => html`<a class="govuk-link" href="${addressOf(it)}">${named(it)}</a>`

const mayJoin = ({ enquiry, actor, asked }: Opened): boolean =>
  mayDo(asked.viewer, join.may) && mayAct(enquiry, actor, join).ok && enquiry.status !== 'closed'

/** The younger of two is joined to the older, which people have worked on longer. */
function candidates({ enquiry }: Opened, perhaps: readonly Other[]): Html {
  const joinAddress = (it: Other) =>
    it.reference < enquiry.reference
      ? `${addressOf(enquiry)}/join?other=${it.reference}`
      : `${addressOf(it)}/join?other=${enquiry.reference}`
  return html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">Perhaps the same matter</h3>
    <ul class="govuk-list govuk-list--spaced">
      ${perhaps.map(
        it =>
          html`<li>
            ${linkTo(it)}<br /><a class="govuk-link" href="${joinAddress(it)}"
              >Join them<span class="govuk-visually-hidden">: ${it.reference} and this one</span></a
            >
          </li>`,
      )}
    </ul>`
}

/** What is joined is read here and worked on there: it stands above everything. */
export function joinedNotice(
  enquiry: Opened['enquiry'],
  others: readonly Other[],
  address: (it: Other) => string,
): Piece {
  const id = joinedTo(enquiry)
  if (!id) return nothing
  const lead = others.find(it => it.id === id)
  return insetText({
    html: lead
      ? html`<strong>Joined to <a class="govuk-link" href="${address(lead)}">${named(lead)}</a>.</strong> Both are about
          the same matter. It goes on there.`
      : html`<strong>Joined to another enquiry about the same matter.</strong> It goes on there.`,
  })
}
