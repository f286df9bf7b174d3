import { html, type Html } from '#platform/views/html.ts'

/** A wide table on a narrow screen moves by itself and not the page with it, by keyboard too. */
export const scrolling = (table: Html, label = 'Table that scrolls sideways'): Html =>
  html`<div class="os-scroll" role="group" tabindex="0" aria-label="${label}">${table}</div>`
