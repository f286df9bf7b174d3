import { inWords } from '#kernel/day.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import type { Piece } from '#platform/views/html.ts'
import type { Names } from '../view.sql.ts'

/** What stands where the words were; nothing while they are there. */
export const erasedNotice = ({ erased }: Pick<Names, 'erased'>): Piece =>
  erased
    ? insetText({
        text: `Erased on ${inWords(erased.on)}: ${erased.because}. What was written, the files and the names are gone; dates and what was done stay.`,
      })
    : ''
