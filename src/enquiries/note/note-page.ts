import { checkboxes } from '#platform/views/components/checkboxes.ts'
import { details } from '#platform/views/components/details.ts'
import type { Form } from '#platform/http/form.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Colleague } from '../notices/reader.sql.ts'
import { toTell } from '../notices/tell.ts'
import type { ActPage, Drawing } from '../page/act-page.ts'
import { reader, wordsField } from '../page/fields.ts'

export const notePage: ActPage = {
  act: 'note',
  title: 'Add an internal note',
  fields: async drawing => {
    const { tx, enquiry, asked } = drawing.opened
    const colleagues = await toTell(tx, enquiry, asked.viewer.person, asked.now.today)
    return html`${reader('Only the council’s own people can read it. It is never shown or sent to the member.')}
    ${wordsField(drawing, {
      label: 'Your note',
      ...(colleagues.length > 0 && { hint: 'Write @ and a name to tell a colleague, or select people below' }),
    })}
    ${colleagues.length > 0 && whomToTell(drawing, colleagues)}`
  },
  given: typed => ({ text: typed.text('text'), tell: ticked(typed) }),
  submit: 'Add the note',
  done: 'Note added',
  keepsDraft: true,
}

/** A few stand open; a long list folds away. Each has a name of its own, so that a draft keeps who was ticked. */
function whomToTell({ typed, error }: Drawing, colleagues: readonly Colleague[]): Html {
  const chosen = ticked(typed)
  const boxes = checkboxes({
    name: 'tell',
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'Whom to tell (optional)', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'They find it in their list “For you”, and by email unless they chose otherwise' },
    errorMessage: error('tell'),
    items: colleagues.map(({ id, name }) => ({
      name: `tell-${id}`,
      value: 'yes',
      text: name,
      checked: chosen.includes(id),
      attributes: { 'data-mention': name },
    })),
  })
  const stands = colleagues.length <= 8 || chosen.length > 0 || error('tell') !== undefined
  return stands ? boxes : details({ summaryText: 'Tell colleagues', html: boxes })
}

const ticked = (typed: Form): string[] =>
  Object.keys(typed.typed).flatMap(name => (typed.text(name) === 'yes' && /^tell-(.{36})$/.exec(name)?.[1]) || [])
