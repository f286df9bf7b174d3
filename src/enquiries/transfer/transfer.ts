import { z } from 'zod'
import { oneLine } from '#kernel/text.ts'
import { ending } from '../close/ending.ts'
import { optionalWords, words } from '../given.ts'

const shape = z.object({
  who: words('Enter who accepted it').transform(oneLine),
  organisation: words('Enter where they work').transform(oneLine),
  theirReference: optionalWords.transform(oneLine),
  text: words('Enter what the member is told'),
})

/** Somebody outside has taken the matter over, by name: without a name nobody has accepted anything. */
export const transfer = ending({
  name: 'transfer',
  label: 'Transferred and accepted elsewhere',
  shape,
  ends: () => ({ outcome: 'transferred' }),
  told: it => ({ 'Accepted by': `${it.who}, ${it.organisation}`, 'Their reference': it.theirReference }),
})
