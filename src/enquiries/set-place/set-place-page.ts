import { pointInWords, wards } from '#people/door.ts'
import { select } from '#platform/views/components/select.ts'
import { html } from '#platform/views/html.ts'
import type { ActPage } from '../page/act-page.ts'
import { placeFields } from '../place/place-fields.ts'
import { placeInWords, placeTyped, pointOf } from '../place/place.ts'

export const setPlacePage: ActPage = {
  act: 'set-place',
  title: 'Set the place',
  usual: ({ names: { place } }) => {
    const point = place && pointOf(place)
    return { 'place-words': place ? placeInWords(place) : '', 'place-latitude': point ? pointInWords(point) : '' }
  },
  fields: async ({ opened, typed, error }) => {
    const all = await wards(opened.tx)
    return html`<p class="govuk-body">
        ${opened.names.ward ? `Its ward is ${opened.names.ward}.` : 'It has no ward yet.'} The mailbox and the due date
        stay as they are: to pass it on, move it.
      </p>
      ${placeFields({
        label: 'Where is it?',
        words: { name: 'place-words', value: typed.text('place-words'), error: error('place-words') },
        spot: { name: 'place-latitude', value: typed.text('place-latitude'), error: error('place-latitude') },
      })}
      ${select({
        name: 'ward',
        label: { text: 'Ward' },
        hint: { text: 'A postcode or a spot says it by itself. Select it where there is neither' },
        items: [
          { value: '', text: opened.names.ward ? `As it is: ${opened.names.ward}` : 'Not known' },
          ...all.filter(it => it.id !== opened.enquiry.wardId).map(it => ({ value: it.id, text: it.name })),
        ],
        value: typed.text('ward'),
        errorMessage: error('ward'),
      })}`
  },
  given: typed => ({
    place: placeTyped(typed.text('place-words'), typed.text('place-latitude')),
    ward: typed.text('ward') || null,
  }),
  submit: 'Set the place',
  done: 'Place set',
}
