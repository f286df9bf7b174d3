import { action, note, paragraph } from './block.ts'
import { compose, type Composed, type Council } from './letter.ts'
import { isolated } from './writing.ts'

export type AddressProof = { readonly name: string; readonly address: string; readonly url: string }

/** To an address somebody says is theirs. It greets nobody: it may have been somebody else's address. */
export const addressProof = (council: Council, { name, address, url }: AddressProof): Composed =>
  compose({
    council,
    says: 'Is this your address?',
    blocks: [
      paragraph(
        `${isolated(name)} told us that they write from ${address}. If that is you, open this page and confirm it there. From then on email from this address counts as yours.`,
      ),
      action('Confirm the address', url),
      note('The link works once, for a day, and only for whoever asked for it.'),
      paragraph('If it is not you, you need do nothing: without you nothing happens.'),
    ],
    because: 'You get this email because somebody gave your address to us. It was sent automatically.',
  })
