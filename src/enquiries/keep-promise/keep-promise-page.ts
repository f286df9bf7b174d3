import { inWords } from '#kernel/day.ts'
import { radios } from '#platform/views/components/radios.ts'
import type { Html } from '#platform/views/html.ts'
import { promisesOf } from '../message.sql.ts'
import type { ActPage, Drawing } from '../page/act-page.ts'

export const keepPromisePage: ActPage = {
  act: 'keep-promise',
  title: 'A promise was kept',
  fields: drawing => openPromises(drawing, 'Which promise was kept?'),
  given: typed => ({ promise: typed.text('promise') }),
  submit: 'Mark as kept',
  done: 'Promise kept',
}

export async function openPromises({ opened, typed, error }: Drawing, question: string): Promise<Html> {
  const { tx, enquiry } = opened
  const open = new Map(enquiry.promises.filter(it => !it.keptOn && !it.owed).map(it => [it.id, it.dueOn]))
  const promises = (await promisesOf(tx, enquiry.id)).filter(it => open.has(it.id))
  return radios({
    name: 'promise',
    value: typed.text('promise'),
    fieldset: { legend: { text: question, classes: 'govuk-fieldset__legend--m' } },
    errorMessage: error('promise'),
    items: promises.map(it => ({
      value: it.id,
      text: it.words,
      hint: { text: [it.who, `by ${inWords(open.get(it.id)!)}`].filter(Boolean).join(', ') },
    })),
  })
}
