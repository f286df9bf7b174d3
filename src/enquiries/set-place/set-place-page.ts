import { pointInWords, postcodeIn, wards } from '#people/door.ts'
import { select } from '#platform/views/components/select.ts'
import { html } from '#platform/views/html.ts'
import type { MessageKind } from '../act.ts'
import { messagesOf } from '../message.sql.ts'
import type { ActPage } from '../page/act-page.ts'
import type { Opened } from '../page/open-enquiry.ts'
import { placeFields } from '../place/place-fields.ts'
import { placeInWords, placeTyped, pointOf } from '../place/place.ts'

/** What comes from the member. */
const theirs: readonly MessageKind[] = ['enquiry', 'addition', 'reply']

/** The postcode in what the member wrote, where no place was said: an email has no field for it. */
async function postcodeWritten({ tx, enquiry, names }: Opened): Promise<string | undefined> {
  if (names.place) return undefined
  const said = (await messagesOf(tx, enquiry.id)).filter(it => theirs.includes(it.kind))
  return [names.subject, ...said.map(it => it.words)].flatMap(words => postcodeIn(words) ?? [])[0]
}

export const setPlacePage: ActPage = {
  act: 'set-place',
  title: 'Set the place',
  usual: ({ names: { place } }) => {
    const point = place && pointOf(place)
    return { 'place-words': place ? placeInWords(place) : '', 'place-latitude': point ? pointInWords(point) : '' }
  },
  fields: async ({ opened, typed, error }) => {
    const [all, written] = await Promise.all([wards(opened.tx), postcodeWritten(opened)])
    return html`<p class="govuk-body">
        ${opened.names.ward ? `Its ward is ${opened.names.ward}.` : 'It has no ward yet.'} The mailbox and the due date
        stay as they are: to pass it on, move it.
      </p>
      ${written &&
      html`<p class="govuk-body">
        The member wrote <strong>${written}</strong>. It may be where it is, or where somebody lives.
        <a class="govuk-link" href="?place-words=${encodeURIComponent(written)}">Use ${written}</a>
      </p>`}
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
