import { inWords } from '#kernel/day.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { html, type Html } from '#platform/views/html.ts'
import { typedDate, type ActPage, type Drawing } from '../page/act-page.ts'
import { dateBoxes, dateField, reader, wordsField } from '../page/fields.ts'
import { latestFor } from './contribution.ts'

export const askContributionPage: ActPage = {
  act: 'ask-contribution',
  title: 'Ask somebody else for a part',
  usual: ({ enquiry, asked, calendar }) => dateBoxes('dueOn', latestFor(enquiry, asked.now.today, calendar)),
  fields: drawing => {
    const { enquiry, asked, calendar } = drawing.opened
    return html`${reader(
      'They get your questions by email with a link that needs no sign-in. They see what you write here and nothing else of the enquiry.',
    )}
    ${line(drawing, 'email', 'Whom do you ask? Their email address', 'An officer, or somebody outside the council')}
    ${line(drawing, 'name', 'Their name', 'Not needed for an officer')}
    ${wordsField(drawing, { name: 'questions', label: 'Your questions', hint: 'Each on a line of its own', rows: 4 })}
    ${wordsField(drawing, {
      label: 'What do they need to know? (optional)',
      hint: 'Only what the questions need. Leave out names where you can',
      rows: 4,
    })}
    ${dateField(drawing, {
      name: 'dueOn',
      legend: 'By when do you need it?',
      hint: `By ${inWords(latestFor(enquiry, asked.now.today, calendar))} at the latest, so that you can answer in time`,
    })}`
  },
  given: typed => ({
    email: typed.text('email'),
    name: typed.text('name'),
    questions: typed
      .text('questions')
      .split('\n')
      .map(question => question.trim().replace(/^\d{1,2}[.)]\s+/, ''))
      .filter(Boolean),
    text: typed.text('text'),
    dueOn: typedDate(typed, 'dueOn') ?? '',
  }),
  dates: ['dueOn'],
  submit: 'Send the questions',
  done: 'Asked',
  keepsDraft: true,
}

const line = ({ typed, error }: Drawing, name: string, label: string, hint: string): Html =>
  textInput({
    name,
    label: { text: label, classes: 'govuk-label--m' },
    hint: { text: hint },
    value: typed.text(name),
    errorMessage: error(name),
    ...(name === 'email' && { type: 'email', autocomplete: 'email', spellcheck: false }),
  })
