import { assetUrl } from '#platform/views/assets/build.ts'
import { details } from '#platform/views/components/details.ts'
import type { ErrorMessageParams } from '#platform/views/components/error-message.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { html, type Html } from '#platform/views/html.ts'
import { mapAddress, type Point } from '#people/door.ts'
import { placeInWords, pointOf, type Place } from './place.ts'

type Field = {
  readonly name: string
  readonly value: string | undefined
  readonly error: ErrorMessageParams | undefined
}

export const wherePath = '/enquiries/where'

/** Where it is: in words, or as a spot on the map. The map is for whoever wants it; nothing needs it. */
export const placeFields = ({ label, words, spot }: { label: string; words: Field; spot: Field }): Html => html`
  ${textInput({
    name: words.name,
    label: { text: label },
    hint: { text: 'A postcode, or the street and what is near, for example: outside 12 Mill Lane, TB1 4QF' },
    value: words.value,
    autocomplete: 'off',
    errorMessage: words.error,
  })}
  <p
    class="govuk-body os-ward-told"
    data-where-url="${wherePath}"
    data-where-words="${words.name}"
    data-where-spot="${spot.name}"
    aria-live="polite"
    hidden
  ></p>
  ${details({
    summaryText: 'Pick the spot on a map',
    open: Boolean(spot.value || spot.error),
    attributes: { 'data-map-picker': '/people/wards/map', 'data-map-spot': spot.name },
    html: html`${textInput({
        name: spot.name,
        label: { text: 'Spot' },
        hint: {
          html: html`Latitude and longitude, as a phone shows them, like 53.90123, -3.91234.
            <a class="govuk-link" href="/people/wards/map" target="_blank" rel="noopener"
              >Map of the wards (opens in a new tab)</a
            >`,
        },
        value: spot.value,
        autocomplete: 'off',
        classes: 'govuk-input--width-20',
        errorMessage: spot.error,
      })}
      <div class="os-ward-map-here" data-map-here></div>`,
  })}
  <script type="module" src="${assetUrl('ward-map.js')}"></script>
  <script type="module" src="${assetUrl('where.js')}"></script>
`

/** A place on a page, with the way to the map where it has a spot. */
export function placeShown(place: Place): Html {
  const point = pointOf(place)
  return html`<bdi>${placeInWords(place)}</bdi>${point && html`<br />${mapLink(point)}`}`
}

const mapLink = (at: Point): Html => html`<a class="govuk-link" href="${mapAddress(at)}">See it on the map</a>`
