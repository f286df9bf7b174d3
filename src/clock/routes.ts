import type { Route } from '#platform/http/route.ts'
import type { ClockNeighbours } from '#clock/neighbours.ts'
import { addDaysForm, addTypedDays } from '#clock/pages/add-days.ts'
import { showCalendar } from '#clock/pages/calendar-page.ts'
import { addYearByRule } from '#clock/pages/extend.ts'
import { showHistory } from '#clock/pages/history.ts'
import { removeDayForm, removeTypedDay } from '#clock/pages/remove-day.ts'

/** The pages of the calendar, under /clock/calendar. */
export const clockRoutes = (neighbours: ClockNeighbours): Route[] => [
  { method: 'GET', path: '/clock/calendar', may: 'clock.view', handle: showCalendar },
  {
    method: 'GET',
    path: '/clock/calendar/history',
    may: 'clock.view',
    handle: asked => showHistory(asked, neighbours),
  },
  { method: 'GET', path: '/clock/calendar/add', may: 'clock.edit', handle: addDaysForm },
  { method: 'POST', path: '/clock/calendar/add', may: 'clock.edit', handle: asked => addTypedDays(asked, neighbours) },
  { method: 'GET', path: '/clock/calendar/remove', may: 'clock.edit', handle: removeDayForm },
  {
    method: 'POST',
    path: '/clock/calendar/remove',
    may: 'clock.edit',
    handle: asked => removeTypedDay(asked, neighbours),
  },
  {
    method: 'POST',
    path: '/clock/calendar/extend',
    may: 'clock.edit',
    handle: asked => addYearByRule(asked, neighbours),
  },
]
