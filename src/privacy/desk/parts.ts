import type { DeskPart } from './part.ts'

/** What stands on the desk, in the order of how soon it asks for somebody. */
export const deskParts: readonly DeskPart[] = [
  { text: 'Who did and who saw what', href: '/audit', may: 'audit.read', means: 'The trail, and whether it is whole' },
]
