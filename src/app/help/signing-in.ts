import { html } from '#platform/views/html.ts'

/** The ways in, for whoever stands at the door. */
export const signingIn = html`
  <p class="govuk-body-l">You need no password. Everything else is yours to choose.</p>
  <h2 class="govuk-heading-m">A link by email</h2>
  <p class="govuk-body">
    Enter the email address the council has for you. The link in the email works once and for a short time. Nothing
    arrives? Look in your junk mail, then <a class="govuk-link" href="/contact">ask member services</a> whether they
    have the right address.
  </p>
  <h2 class="govuk-heading-m">A passkey</h2>
  <p class="govuk-body">
    Your phone or computer asks for your finger, face or its own number, and you are in. Add one under
    <a class="govuk-link" href="/people/me/sign-in">How you sign in</a>. You can have one on each device.
  </p>
  <h2 class="govuk-heading-m">A password, an app that makes codes, recovery codes</h2>
  <p class="govuk-body">
    With an app set up, a link or a password alone lets nobody in. Print the recovery codes and keep them apart from
    your phone: each stands in for the app once.
  </p>
  <h2 class="govuk-heading-m">You lost your phone</h2>
  <p class="govuk-body">
    Use a recovery code. If you have none left, speak to your administrator: they reset how you sign in, and a link by
    email works again.
  </p>
  <h2 class="govuk-heading-m">You got an email about a change you did not make</h2>
  <p class="govuk-body">
    Sign in, choose “Sign out everywhere else” under How you sign in, and tell your administrator today. Nobody from the
    council will ever ask you for a password, a code or a link.
  </p>
`
