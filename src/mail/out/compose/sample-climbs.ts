import { day } from '#kernel/day.ts'
import { answerLate, climbed, type ClimbedStep } from './escalation.ts'
import type { About, Composed, Council } from './letter.ts'
import { manyClimbed } from './many-climbed.ts'
import type { Names } from './sample-letters.ts'

const late = { mailbox: 'Streets and lighting', dueOn: day('2026-06-15') }

/** One letter of each step, one of a chase, and one about a restricted matter. */
export function sampleClimbs(council: Council, about: About, names: Names): Record<string, Composed> {
  const step = (step: ClimbedStep, change: object = {}) =>
    climbed(council, {
      about,
      to: names.officer,
      step,
      trueOn: day('2026-06-16'),
      holder: names.officer,
      isHolder: false,
      givenOn: day('2026-06-01'),
      ...late,
      workingDaysLate: 1,
      chased: false,
      ...change,
    })
  return {
    'answer-late': answerLate(council, {
      about,
      to: names.member,
      handler: names.officer,
      nextUpdateOn: day('2026-06-17'),
      ...late,
    }),
    'climbed-many': manyClimbed(council, {
      to: names.officer,
      told: 20,
      toMember: false,
      url: 'https://onestop.tessbridge.example/enquiries',
    }),
    'late-many': manyClimbed(council, {
      to: names.member,
      told: 20,
      toMember: true,
      url: 'https://onestop.tessbridge.example/enquiries',
    }),
    'climbed-not-accepted': step('not-accepted', { isHolder: true }),
    'climbed-still-not-accepted': step('still-not-accepted'),
    'climbed-nothing-said': step('nothing-said', { isHolder: true }),
    'climbed-due-soon': step('due-soon'),
    'climbed-overdue': step('overdue'),
    'climbed-still-overdue': step('still-overdue', { workingDaysLate: 3 }),
    'climbed-leadership': step('leadership', { workingDaysLate: 5 }),
    'climbed-chased': step('still-overdue', { chased: true, owedBy: day('2026-06-18') }),
    'climbed-restricted': step('overdue', { about: { ...about, restricted: true } }),
    'climbed-not-accepted-restricted': step('not-accepted', { about: { ...about, restricted: true } }),
  }
}
