import { html, type Html } from '#platform/views/html.ts'
import { addressOf, type Opened } from '../page/open-enquiry.ts'
import { presentInWords, type Present } from './presence.ts'

/**
 * Who else is at this enquiry, as the page was opened. Where scripts run it is kept up to date by small requests of its
 * own, and `#news` under it shows what happened since.
 */
export const company = (
  { enquiry, asked }: Opened,
  doing: string,
  others: readonly Present[],
  version = enquiry.version,
): Html =>
  html`<div
    class="os-company os-no-print"
    data-company-url="${addressOf(enquiry)}/presence"
    data-csrf="${asked.csrf}"
    data-doing="${doing}"
    data-version="${version}"
  >
    <p class="os-company__words" role="status">${presentInWords(others)}</p>
    <div id="news" role="status"></div>
  </div>`
