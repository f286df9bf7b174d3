import type { Nation } from '#clock/working-day-calendar.ts'

/** The nations as people write them. */
export const nationName: Readonly<Record<Nation, string>> = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
}

export const calendarPath = (year?: number | string): string =>
  year === undefined ? '/clock/calendar' : `/clock/calendar?year=${year}`
