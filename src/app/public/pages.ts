import { summaryList } from '#platform/views/components/summary-list.ts'
import { html, type Html } from '#platform/views/html.ts'

export const accessibility = html`<p class="govuk-body">
    We want everybody to be able to use One Stop, whatever device or assistive technology they use.
  </p>
  <h2 class="govuk-heading-m">How accessible it is</h2>
  <p class="govuk-body">
    Every page is built to meet the Web Content Accessibility Guidelines version 2.2 at level AA. It works with a
    keyboard alone, at 320 pixels width, at 400% zoom and without JavaScript.
  </p>
  <p class="govuk-body">
    Each page is tested with an automatic checker whenever the software changes. An independent audit with people who
    use assistive technology has not been done yet.
  </p>
  <h2 class="govuk-heading-m">What we know does not work well yet</h2>
  <ul class="govuk-list govuk-list--bullet">
    <li>Files that people attach are shown as they were sent and may not be accessible. Ask us for another format.</li>
    <li>The email letters are tested in the browser, not in every mail program.</li>
  </ul>
  <h2 class="govuk-heading-m">Tell us</h2>
  <p class="govuk-body">
    If you cannot use something, <a class="govuk-link" href="/contact">contact us</a>. We answer within 5 working days.
    If you are not happy with our answer, contact the Equality Advisory and Support Service.
  </p>`

export const privacy = html`<p class="govuk-body-l">What One Stop keeps about people, why, and for how long.</p>
  <h2 class="govuk-heading-m">What we keep</h2>
  <p class="govuk-body">
    The enquiries that members raise, what they and the council write about them, the people named in them, and who did
    and saw what.
  </p>
  <h2 class="govuk-heading-m">Why</h2>
  <p class="govuk-body">
    Members represent residents, and the council answers them. This is a task in the public interest. Sensitive matters
    go to a restricted mailbox that only its named people can read.
  </p>
  <h2 class="govuk-heading-m">Who sees it</h2>
  <p class="govuk-body">
    The member, whoever works for them, and the officers or partner who answer. The database itself enforces this. Every
    act is recorded and the record cannot be changed unseen.
  </p>
  <h2 class="govuk-heading-m">Your rights</h2>
  <p class="govuk-body">
    You can ask to see what is kept about you, to have it corrected, or to object.
    <a class="govuk-link" href="/contact">Contact us</a> and ask for the data protection officer. You can also complain
    to the Information Commissioner.
  </p>`

export const cookies = html`<p class="govuk-body">
    One Stop uses only cookies that it cannot work without. There is no tracking and nothing to agree to.
  </p>
  <table class="govuk-table">
    <caption class="govuk-table__caption govuk-table__caption--m">
      Cookies we set
    </caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        <th scope="col" class="govuk-table__header">Name</th>
        <th scope="col" class="govuk-table__header">What for</th>
        <th scope="col" class="govuk-table__header">Kept for</th>
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      <tr class="govuk-table__row">
        <td class="govuk-table__cell">one_stop_session</td>
        <td class="govuk-table__cell">Keeps you signed in</td>
        <td class="govuk-table__cell">Until you sign out, 30 days at most</td>
      </tr>
      <tr class="govuk-table__row">
        <td class="govuk-table__cell">one_stop_visit</td>
        <td class="govuk-table__cell">Shows that a form was sent from our own page</td>
        <td class="govuk-table__cell">400 days</td>
      </tr>
      <tr class="govuk-table__row">
        <td class="govuk-table__cell">one_stop_said</td>
        <td class="govuk-table__cell">Tells the next page what was just done</td>
        <td class="govuk-table__cell">1 minute</td>
      </tr>
    </tbody>
  </table>`

/** Where member services can be reached, from the settings. */
export type Reach = { readonly council: string; readonly address: string; readonly phone: string }

export const contact = ({ council, address, phone }: Reach): Html =>
  html`<p class="govuk-body-l">
      Member services of ${council} help members, their assistants and officers with One Stop.
    </p>
    ${summaryList({
      rows: [
        {
          key: { text: 'Email' },
          value: { html: html`<a class="govuk-link" href="mailto:${address}">${address}</a>` },
        },
        phone && { key: { text: 'Telephone' }, value: { html: html`${phone}, in office hours` } },
      ],
    })}
    <p class="govuk-body">Mail to this address from a member becomes an enquiry with a number.</p>
    <p class="govuk-body">
      To report a security problem, write to the same address with “Security” in the subject. Please give us time to
      mend it before you tell others.
    </p>`
