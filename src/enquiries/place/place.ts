import { z } from 'zod'
import { oneLine } from '#kernel/text.ts'
import { allow, refuse, refuseAll, type Result } from '#kernel/result.ts'
import { isNearlyPostcode, isPoint, pointIn, pointInWords, postcodeIn, postcodeOf, type Point } from '#people/door.ts'

/** Where an enquiry is about: as it was said, and as far as it says so, a postcode and a spot. */
export type Place = {
  readonly words: string
  readonly postcode: string | null
  readonly latitude: number | null
  readonly longitude: number | null
}

const degrees = (words: string) => z.number(words).nullish()
const spotWanted = 'Enter the spot as latitude and longitude, like 53.90123, -3.91234'
const wordsWanted = 'Enter a postcode, a street or what is near'

/** What is said of a place: words, in which a postcode may stand, a postcode of its own, or a spot. */
export const placeShape = z
  .strictObject({
    words: z
      .string(wordsWanted)
      .transform(oneLine)
      .pipe(z.string().max(300, 'Enter the place in at most 300 characters'))
      .default('')
      .describe('A street, what is near, or a postcode'),
    postcode: z.string('Enter a postcode like TB1 4QF').nullish(),
    latitude: degrees(spotWanted).describe('Of a spot picked on a map, in degrees'),
    longitude: degrees(spotWanted),
  })
  .transform((said, context): Place => {
    const wrong = (path: keyof Place, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    const spot = pointOf(said)
    const typed = pointIn(said.words)
    const postcode = postcodeOf(said.postcode ?? '') ?? postcodeIn(said.words) ?? null
    if ((said.postcode && !postcodeOf(said.postcode)) || (!spot && isNearlyPostcode(said.words)))
      wrong(said.postcode ? 'postcode' : 'words', 'Enter a postcode like TB1 4QF, or a street')
    if (typeof said.latitude !== typeof said.longitude || (spot && !isPoint(spot))) wrong('latitude', spotWanted)
    if (!said.words && !postcode && typeof (said.latitude ?? said.longitude) !== 'number') wrong('words', wordsWanted)
    return {
      words: typed ? '' : said.words || postcode || '',
      postcode,
      latitude: spot?.latitude ?? typed?.latitude ?? null,
      longitude: spot?.longitude ?? typed?.longitude ?? null,
    }
  })

type Spot = { readonly latitude?: number | null | undefined; readonly longitude?: number | null | undefined }

/** The spot of a place, where one was picked. */
export const pointOf = ({ latitude, longitude }: Spot): Point | undefined =>
  typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : undefined

/** What a form’s two fields say, as the shape takes it. A spot that is none is refused there. */
export function placeTyped(words: string, spot: string) {
  const point = pointIn(spot)
  return { words, ...(spot && { latitude: point?.latitude ?? Number.NaN, longitude: point?.longitude ?? Number.NaN }) }
}

/** Reads the two fields of a form; undefined when nothing was said. Refuses at `place` or `point`. */
export function placeIn(words: string, spot: string): Result<Place | undefined> {
  if (!words && !spot) return allow(undefined)
  const read = placeShape.safeParse(placeTyped(words, spot))
  if (read.success) return allow(read.data)
  const issues = read.error.issues.map(it => refuse('place', it.message, it.path[0] === 'words' ? 'place' : 'point'))
  return refuseAll(issues.slice(0, 1).map(it => it.refusal))!
}

/** As it stands on pages and in letters. */
export function placeInWords(it: Place): string {
  const point = pointOf(it)
  const said = it.postcode && !postcodeIn(it.words) ? `${it.words}, ${it.postcode}` : it.words
  return said || (point ? pointInWords(point) : '')
}

/** What it is found by: a postcode also without its space. */
export const placeToFind = ({ words, postcode }: Place): string =>
  [words, postcode ?? '', postcode?.replace(' ', '') ?? ''].join(' ')
