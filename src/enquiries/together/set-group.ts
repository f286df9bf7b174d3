import { inWords } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import { tag } from '#platform/views/components/tag.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { html, type Html } from '#platform/views/html.ts'
import { answer } from '../answer/answer.ts'
import { addressOf, type Opened } from '../page/open-enquiry.ts'
import { tagOfStatus } from '../page/status.ts'
import { named } from './other-field.ts'
import type { Other } from './together.sql.ts'

/** The set this enquiry is in, as far as the viewer sees the others: who leads, and how each stands. */
export function setGroup({ enquiry, asked }: Opened, others: readonly Other[]): Html | false {
  const { id, setLeadId } = enquiry
  if (setLeadId === null) return false
  const set = others.filter(it => it.setLeadId === setLeadId)
  const sends = id === setLeadId && enquiry.firstAnsweredOn !== null && mayDo(asked.viewer, answer.may)
  return html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">In a set of several members’ enquiries</h3>
    <p class="govuk-body govuk-!-margin-bottom-1">${leading(enquiry, set)} Members are not told of each other.</p>
    <ul class="govuk-list govuk-list--spaced">
      ${set.map(it => inSet(it, setLeadId))}
    </ul>
    ${sends &&
    set.length > 0 &&
    html`<p class="govuk-body">
      <a class="govuk-link" href="${addressOf(enquiry)}/answer-set">Send this answer to the others in the set</a>
    </p>`}`
}

function leading({ id, setLeadId }: Opened['enquiry'], set: readonly Other[]): string {
  if (id === setLeadId) return set.length > 0 ? `This one leads ${counted(set.length, 'other')}.` : 'This one leads.'
  return set.some(it => it.id === setLeadId) ? 'The work is done at its lead.' : 'Its lead is not yours to see.'
}

const inSet = (it: Other, lead: string): Html =>
  html`<li>
    <a class="govuk-link" href="${addressOf(it)}">${named(it)}</a> ${tagOfStatus(it.status)}
    ${it.id === lead && tag({ text: 'Leads', classes: 'govuk-tag--blue' })} <br /><span class="os-quiet"
      ><bdi>${it.memberName}</bdi>${it.dueOn && `, due ${inWords(it.dueOn)}`}</span
    >
  </li>`
