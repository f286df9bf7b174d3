import { facts, paragraph } from './block.ts'
import { compose, type Composed, type Council } from './letter.ts'

export type CheckpointMade = {
  /** `1 December 2026 at 2:50am` */
  readonly madeAt: string
  readonly seal: number
  readonly entries: number
  readonly fileName: string
}

/** The daily checkpoint of the audit trail, as a file to keep where nobody of One Stop can reach it. */
export const checkpointMade = (council: Council, it: CheckpointMade): Composed =>
  compose({
    council,
    says: 'Checkpoint of the audit trail',
    blocks: [
      paragraph(
        'Keep this file where nobody who runs One Stop can change it. With it, a check of the trail notices if somebody wrote the whole trail anew, or cut off its end.',
      ),
      facts(
        { name: 'Made on', value: it.madeAt },
        { name: 'Entries up to here', value: String(it.entries) },
        { name: 'Seal', value: String(it.seal) },
      ),
      paragraph(`To check with it, run: npx one-stop audit verify --checkpoint ${it.fileName}`),
    ],
    because:
      'You get this email because the settings of One Stop name this address for checkpoints of the audit trail.',
  })
