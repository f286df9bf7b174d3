import type { Page } from '#platform/http/answer.ts'
import { html } from '#platform/views/html.ts'

/** For an assistant whom nobody has asked yet, or no longer asks. */
export const noMemberPage = (): Page => ({
  title: 'You act for no member yet',
  body: html`
    <p class="govuk-body">A member can let you act for them on their own profile page. It works at once.</p>
    <p class="govuk-body"><a class="govuk-link" href="/people/me">See your profile</a></p>
  `,
})
