import { statusTag } from '#platform/views/components/status-tag.ts'
import type { Html } from '#platform/views/html.ts'
import type { ActionStanding } from './action.ts'

const stateWords = {
  'on-track': ['active', 'On track'],
  due: ['soon', 'Due soon'],
  overdue: ['late', 'Overdue'],
  done: ['done', 'Done'],
  dropped: ['quiet', 'No longer needed'],
} as const

export const stateInWords = ({ state }: ActionStanding): string => stateWords[state][1]

export const stateTag = (standing: ActionStanding): Html =>
  statusTag({ tone: stateWords[standing.state][0], text: stateInWords(standing) })
