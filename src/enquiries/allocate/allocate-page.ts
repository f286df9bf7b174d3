import { insetText } from '#platform/views/components/inset-text.ts'
import { radios } from '#platform/views/components/radios.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { ActPage, Drawing } from '../page/act-page.ts'
import { wordsField } from '../page/fields.ts'
import { peopleToChoose, type Choices } from './people-to-choose.ts'

export const allocatePage: ActPage = {
  act: 'allocate',
  title: 'Allocate this enquiry',
  fields: drawing => personFields(drawing),
  given: typed => ({ to: typed.text('to'), why: typed.text('why') }),
  submit: 'Allocate',
  done: 'Allocated',
}

/** Whom to give it to and why; the least-loaded present responder is chosen until somebody chooses another. */
export async function personFields(drawing: Drawing): Promise<Html> {
  const { typed, opened } = drawing
  const choices = await peopleToChoose(opened)
  if (choices.people.length === 0) return nobody(opened.names.mailbox)
  return html`${choices.proposed && insetText({ text: `${choices.proposed.words}.` })}
  ${people(drawing, choices, typed.text('to') || choices.proposed?.personId)} ${away(choices)}
  ${wordsField(drawing, {
    name: 'why',
    label: 'Why (optional)',
    hint: 'An internal note. The member does not see it',
    rows: 3,
  })}`
}

const people = ({ error, opened }: Drawing, choices: Choices, chosen: string | undefined): Html =>
  radios({
    name: 'to',
    value: chosen,
    fieldset: {
      legend: { text: `Who in ${opened.names.mailbox} should answer this?`, classes: 'govuk-fieldset__legend--m' },
    },
    errorMessage: error('to'),
    items: choices.people
      .filter(it => !it.absent)
      .map(it => ({ value: it.personId, text: it.name, hint: { text: it.words } })),
  })

/** Those who are away cannot be given work; they are named so that nobody looks for them. */
function away({ people }: Choices): Html | false {
  const absent = people.filter(it => it.absent)
  return (
    absent.length > 0 &&
    html`<ul class="govuk-list os-quiet">
      ${absent.map(it => html`<li>${it.name}: ${it.words}</li>`)}
    </ul>`
  )
}

const nobody = (mailbox: string | null): Html =>
  insetText({
    text: mailbox
      ? `Nobody else is named in ${mailbox}. Move the enquiry to another mailbox, or ask the mailbox owner to name somebody.`
      : 'It is in no mailbox yet. Move it to one first.',
  })
