import { refuseAll, type Refusal } from '#kernel/result.ts'
import { html } from '#platform/views/html.ts'
import { button } from './button.ts'
import { buttonMenu } from './button-menu.ts'
import { characterCount } from './character-count.ts'
import { checkboxes } from './checkboxes.ts'
import { dateInput } from './date-input.ts'
import { datePicker } from './date-picker.ts'
import { fileUpload } from './file-upload.ts'
import { errorFor, errorSummaryFor } from './form.ts'
import { multiFileUpload } from './multi-file-upload.ts'
import { passwordInput } from './password-input.ts'
import { radios } from './radios.ts'
import { search } from './search.ts'
import { select } from './select.ts'
import type { Example } from './style-page.ts'
import { textInput } from './text-input.ts'
import { textarea } from './textarea.ts'

/** What forms are made of, some of it refused. */
export const formExamples = (): readonly Example[] => [
  ['Error summary', errorSummaryFor(refused, { 'due-on': 'due-on-day' })],
  [
    'Text input',
    textInput({
      name: 'subject',
      label: { text: 'Subject' },
      hint: { text: 'In a few words' },
      errorMessage: errorFor(refused, 'subject'),
    }),
  ],
  [
    'Prefix and suffix',
    textInput({
      name: 'cost',
      label: { text: 'Cost' },
      prefix: { text: '£' },
      suffix: { text: 'a year' },
      classes: 'govuk-input--width-5',
    }),
  ],
  ['Textarea', textarea({ name: 'text', label: { text: 'What happened?' } })],
  ['Character count', characterCount({ name: 'answer', label: { text: 'Answer' }, maxlength: 2000, rows: 4 })],
  ['Radios', radiosExample()],
  ['Checkboxes', checkboxesExample()],
  [
    'Select',
    select({
      name: 'mailbox',
      label: { text: 'Mailbox' },
      items: [{ text: 'Streets' }, { text: 'Parks' }],
      value: 'Parks',
    }),
  ],
  [
    'Date input',
    dateInput({
      id: 'due-on',
      fieldset: { legend: { text: 'New date' } },
      hint: { text: 'For example, 15 6 2026' },
      namePrefix: 'due-on',
      errorMessage: errorFor(refused, 'due-on'),
    }),
  ],
  [
    'Date picker',
    datePicker({
      name: 'promised',
      label: { text: 'Promised for' },
      hint: { text: 'For example, 17/6/2026' },
      classes: 'govuk-input--width-10',
    }),
  ],
  [
    'File upload',
    fileUpload({ name: 'photos', label: { text: 'Photos and files' }, javascript: true, multiple: true }),
  ],
  ['Files sent so far', filesExample()],
  ['Password input', passwordInput({ name: 'secret', label: { text: 'Mail server password' }, autocomplete: 'off' })],
  [
    'Search',
    search({
      action: '#',
      label: { text: 'Search enquiries' },
      input: { id: 'q', name: 'q' },
      button: { text: 'Search' },
    }),
  ],
  ['Buttons', buttonsExample()],
  [
    'Button menu',
    buttonMenu({
      button: { text: 'More acts', classes: 'govuk-button--secondary' },
      items: [
        { text: 'Move', href: '#move' },
        { text: 'Join', href: '#join' },
      ],
    }),
  ],
]

const missing: Refusal[] = [
  { code: 'missing', words: 'Enter a subject', field: 'subject' },
  { code: 'missing', words: 'Enter the new date', field: 'due-on' },
]
const refused = refuseAll(missing)?.refusal

const radiosExample = () =>
  radios({
    name: 'channel',
    fieldset: { legend: { text: 'How did it reach the council?' } },
    value: 'phone',
    items: [
      { value: 'phone', text: 'By phone', hint: { text: 'Somebody called' } },
      { value: 'in-person', text: 'In person' },
      { divider: 'or' },
      { value: 'other', text: 'Another way' },
    ],
  })

const checkboxesExample = () =>
  checkboxes({
    name: 'guard',
    fieldset: { legend: { text: 'Is any of this so?' } },
    hint: { text: 'It decides who may read it' },
    values: ['health'],
    items: [
      { value: 'risk', text: 'Somebody is at risk' },
      { value: 'health', text: 'It is about health' },
    ],
  })

const filesExample = () =>
  multiFileUpload({
    uploadedFiles: {
      heading: { html: html`Files sent` },
      items: [
        {
          message: { text: 'lane.jpg, 1.2 MB' },
          fileName: 'a1',
          originalFileName: 'lane.jpg',
          deleteButton: { text: 'Delete' },
        },
      ],
    },
    uploadHtml: fileUpload({ name: 'more', label: { text: 'Add another file' } }),
  })

const buttonsExample = () => html`<div class="govuk-button-group">
  ${button({ text: 'Send the answer' })} ${button({ text: 'Save for later', classes: 'govuk-button--secondary' })}
  ${button({ text: 'Withdraw', classes: 'govuk-button--warning' })} ${button({ text: 'Not now', disabled: true })}
  <a class="govuk-link" href="#cancel">Cancel</a>
</div>`
