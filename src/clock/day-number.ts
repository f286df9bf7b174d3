import { dayNumbered as dayNumberedFrom1970, numberOf as numberFrom1970, type Day } from '#kernel/day.ts'

/** 1 January 1970 was a Thursday: by so much 0 becomes a Monday, and weekday and week fall out of a division. */
const mondayShift = 3

export const numberOf = (on: Day): number => numberFrom1970(on) + mondayShift

export const dayNumbered = (number: number): Day => dayNumberedFrom1970(number - mondayShift)
