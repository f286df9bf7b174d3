import type { Page } from '#platform/http/answer.ts'
import type { HouseOptions } from '#platform/http/server.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { details } from '#platform/views/components/details.ts'
import type { KeptWords } from '#platform/http/kept-words.ts'
import { html, type Html } from '#platform/views/html.ts'

type Kind = Parameters<HouseOptions['errorPage']>[0]

/** What somebody reads when a page cannot be shown. Never a reason that would tell what exists. */
export function errorPage(kind: Kind, reference: string, typed?: KeptWords): Page {
  const { title, body } = kind === 'signed-out' ? signedOut(typed) : pages[kind](reference)
  return { title, body }
}

const pages: Record<Exclude<Kind, 'signed-out'>, (reference: string) => { title: string; body: Html }> = {
  missing: () => ({
    title: 'Page not found',
    body: html`<p class="govuk-body">There is nothing at this address, or it is not yours to see.</p>
      <p class="govuk-body">
        If you typed the address, check it. If you followed a link from an email, make sure that you are signed in as
        the person it was sent to.
      </p>
      ${home}`,
  }),
  'not-allowed': () => ({
    title: 'You cannot do this',
    body: html`<p class="govuk-body">Your role does not include it. If you think it should, ask your administrator.</p>
      ${home}`,
  }),
  'form-expired': () => ({
    title: 'Send the form again',
    body: html`<p class="govuk-body">
        This form was open for too long, or your browser did not send our cookie, so we did not act on it. Nothing was
        changed.
      </p>
      <p class="govuk-body">
        Go back with your browser’s back button: what you typed is still there. Copy it if it is long, load the page
        again and send it.
      </p>`,
  }),
  'too-many': () => ({
    title: 'Too many attempts',
    body: html`<p class="govuk-body">Wait a minute and try again. What you typed is still there when you go back.</p>`,
  }),
  'too-large': () => ({
    title: 'The files are too large',
    body: html`<p class="govuk-body">
      One form can carry 10 files of up to 10 MB each. Go back, leave some out or make them smaller, and send the rest
      as a reply afterwards.
    </p>`,
  }),
  broken: reference => ({
    title: 'Sorry, something went wrong',
    body: html`<p class="govuk-body">
        This is our mistake, not yours. What you did before is safe. Try again in a minute.
      </p>
      <p class="govuk-body">If it happens again, tell us this reference: <strong>${reference}</strong></p>
      ${home}`,
  }),
}

const home = html`<p class="govuk-body"><a class="govuk-link" href="/">Go to the start page</a></p>`

/** Away for a while: what was typed stands on this page and goes on from here, without JavaScript too. */
const signedOut = (typed: KeptWords | undefined) => ({
  title: 'You have been signed out',
  body: html`<p class="govuk-body">
      You were away for a while, or signed out somewhere else. Nothing was sent or changed, and what you typed is not
      lost.
    </p>
    ${typed ? goOn(typed) : goBack}`,
})

const goOn = ({ action, fields, csrf, hadFiles }: KeptWords): Html =>
  html`<ol class="govuk-list govuk-list--number">
      <li>
        <a class="govuk-link" href="/sign-in" target="_blank" rel="noopener">Sign in again in a new tab</a>. Leave this
        page open.
      </li>
      <li>Come back to this page and press the button.</li>
    </ol>
    <form method="post" action="${action}">
      ${csrfField(csrf)} ${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      ${button({ text: 'Go on with what I typed', preventDoubleClick: true })}
    </form>
    ${hadFiles && html`<p class="govuk-body">The files have to be chosen again: send them as a reply afterwards.</p>`}
    ${details({
      summaryText: 'What you typed',
      html: html`${fields
        .filter(([, value]) => /\s/.test(value))
        .map(([, value]) => html`<p class="govuk-body os-plain-text" dir="auto">${value}</p>`)}`,
    })}`

const goBack = html`<p class="govuk-body">
  <a class="govuk-link" href="/sign-in" target="_blank" rel="noopener">Sign in again in a new tab</a>. Then come back
  here, use your browser’s back button, and send the form once more.
</p>`
