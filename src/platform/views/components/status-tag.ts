import type { Html } from '#platform/views/html.ts'
import { classes } from './content.ts'
import { tag, type TagParams } from './tag.ts'

/** How a status feels, from nothing doing to needing somebody now. */
export type Tone =
  | 'quiet'
  | 'new'
  | 'active'
  | 'waiting'
  | 'away'
  | 'review'
  | 'done'
  | 'soon'
  | 'late'
  | 'very-late'
  | 'guarded'

export type StatusTagParams = TagParams & { tone: Tone }

/** A status in its tone; the words alone say it too. */
export const statusTag = ({ tone, ...params }: StatusTagParams): Html =>
  tag({ ...params, classes: classes('os-tag', `os-tag--${tone}`, params.classes) })
