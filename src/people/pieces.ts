import { html, type Html } from '#platform/views/html.ts'

/** A wide table on a narrow screen moves by itself and not the page with it. */
export const scrolling = (table: Html): Html => html`<div class="os-scroll">${table}</div>`

/** A second, quieter line below a name; a long address in it breaks rather than push its neighbour off the screen. */
export const under = (text: string): Html => html`<div class="govuk-hint govuk-!-margin-bottom-0">${text}</div>`
