import { inWords, type Day } from '#kernel/day.ts'
import { card } from '#platform/views/components/card.ts'
import { statusTag } from '#platform/views/components/status-tag.ts'
import { summaryList, type SummaryListRow } from '#platform/views/components/summary-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import { channelWords, isOpen, kindWords, outcomeWords, type Enquiry } from '../enquiry.ts'
import { placeShown } from '../place/place-fields.ts'
import type { Opened } from './open-enquiry.ts'

/** Who, where, since when. */
export const facts = (opened: Opened): Html =>
  card({
    heading: { text: 'Facts' },
    html: summaryList({ classes: 'os-facts govuk-summary-list--no-border', rows: rowsOf(opened) }),
  })

function rowsOf({ enquiry, names, asked }: Opened): (SummaryListRow | false)[] {
  return [
    row('Member', html`<bdi>${names.member}</bdi>`),
    names.raiser !== null && names.raiser !== names.member && row('Raised by', html`<bdi>${names.raiser}</bdi>`),
    row('With', html`${names.holder ?? 'Nobody yet'}${names.holder && !enquiry.accepted && ' (not accepted yet)'}`),
    row(
      'Mailbox',
      html`${names.mailbox ?? 'Not placed yet'}${names.service &&
      html`<br /><span class="os-quiet">${names.service}</span>`}`,
    ),
    row('Kind', html`${kindWords[enquiry.kind]}`),
    (names.topic !== null || isOpen(enquiry)) && row('Topic', html`${names.topic ?? 'Not set yet'}`),
    names.place !== null && row('Where', placeShown(names.place)),
    names.ward !== null && row('Ward', html`${names.ward}`),
    names.constituent !== null && row('For', html`<bdi>${names.constituent}</bdi>`),
    row(
      'Received',
      html`${inWords(enquiry.receivedOn)}<br /><span class="os-quiet"
          >${channelWords[enquiry.channel]}${late(enquiry)}</span
        >`,
    ),
    enquiry.nextUpdateOn !== null && row('Next update', nextUpdate(enquiry.nextUpdateOn, asked.now.today)),
    enquiry.outcome !== null && row('Outcome', html`${outcomeWords[enquiry.outcome]}`),
  ]
}

const nextUpdate = (on: Day, today: Day): Html =>
  html`by ${inWords(on)} ${on < today && statusTag({ tone: 'late', text: 'Missed' })}`

const late = (enquiry: Enquiry): string =>
  `${enquiry.direct ? ', past One Stop' : ''}${enquiry.late ? `, registered late on ${inWords(enquiry.registeredOn)}` : ''}`

const row = (key: string, value: Html): SummaryListRow => ({ key: { text: key }, value: { html: value } })
