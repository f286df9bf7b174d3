import { html, trusted, type Html } from '#platform/views/html.ts'

const mark = trusted(
  '<svg class="os-logo__mark" viewBox="0 0 40 24" width="40" height="24" aria-hidden="true" focusable="false">' +
    '<path d="M1.5 12h9M29.5 12h9" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round"/>' +
    '<circle cx="20" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="3"/>' +
    '<circle class="os-logo__stop" cx="20" cy="12" r="3.5"/></svg>',
)

/** The word mark: one stop on a line. */
export const logo = (): Html => html`<span class="os-logo">${mark}<span class="os-logo__name">One Stop</span></span>`
