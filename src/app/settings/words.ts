import { z } from 'zod'
import { settings, type SettingKey } from '#platform/settings.ts'

/** What one can choose between, for the settings that have only a few values. */
export const choicesOf = (key: SettingKey): readonly string[] => {
  const { shape } = settings[key]
  return shape instanceof z.ZodEnum ? shape.options : []
}

export const isNumber = (key: SettingKey): boolean => settings[key].shape instanceof z.ZodNumber

const choiceWords: Record<string, string> = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
  enforce: 'It must be proven genuine',
  'accept-known': 'It must not be proven false',
  refuse: 'No: only to the internet, by https',
  allow: 'Yes: to systems in our own network, too',
  yes: 'Yes',
  no: 'No',
  ask: 'Yes, when the sender says why',
  forbid: 'No, never',
  nobody: 'Nobody: everybody may, nobody must',
  administrators: 'Administrators',
  officers: 'Everybody who works for the council',
  everybody: 'Everybody, members too',
}

/** A value as people read it. */
export const valueInWords = (key: SettingKey, value: unknown): string => {
  const text = String(value ?? '')
  return choicesOf(key).includes(text) ? (choiceWords[text] ?? text) : text || 'Not set'
}

/** What to enter instead of what does not fit. */
export function wrongValueWords(key: SettingKey): string {
  const { shape } = settings[key]
  if (choicesOf(key).length > 0) return 'Select one of these'
  if (shape instanceof z.ZodNumber) return `Enter a whole number from ${shape.minValue} to ${shape.maxValue}`
  if (shape instanceof z.ZodEmail) return 'Enter an email address in the right form, like name@council.example'
  if (shape instanceof z.ZodUnion) return 'Enter an email address in the right form, or nothing'
  return shape instanceof z.ZodString && Number(shape.minLength) > 1
    ? `Enter at least ${shape.minLength} characters`
    : 'Enter something'
}
