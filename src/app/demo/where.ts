import type { Place } from '#enquiries/door.ts'
import { postcodesOf } from './town/map.ts'
import type { town } from './town/town.ts'

type Scene = ReturnType<typeof town.texts.sceneOf>

/** Whether whoever raised it said where it is, or whoever read of it did later. */
export const isSaidBy = ({ slots }: Scene, who: 'raiser' | 'reader'): boolean =>
  Number(slots.house) % 3 === 0 ? who === 'reader' && Number(slots.house) % 9 === 0 : who === 'raiser'

/**
 * Where an enquiry of the made-up history is about, when it is about a street: some give the postcode, some a house,
 * some pick the spot. Follows from the scene alone, so that telling it moves no other choice.
 */
export function whereOf({ plot, slots }: Scene): Place | null {
  const house = Number(slots.house)
  const listed = postcodesOf(slots.street ?? '')[house % 2]
  if (!listed || !plot.issue.includes('{street}')) return null
  const [longitude, latitude] = listed.at
  const isPicked = house % 5 === 0
  return {
    words: house % 2 === 0 ? `Outside ${house} ${listed.street}` : `${listed.street}, ${listed.postcode}`,
    postcode: house % 2 === 0 ? null : listed.postcode,
    latitude: isPicked ? latitude : null,
    longitude: isPicked ? longitude : null,
  }
}
