import { html, type Html } from '#platform/views/html.ts'
import { inside, type Content } from './content.ts'

/** The earlier mail under a reply: folded, never deleted. */
export const foldedQuote = (params: Content & { summary?: string }): Html =>
  html`<details class="os-quote">
    <summary class="os-quote__summary">${params.summary ?? 'Show the quoted message'}</summary>
    <blockquote class="os-quote__text">${inside(params)}</blockquote>
  </details>`
