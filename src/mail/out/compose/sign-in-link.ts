import { counted } from '#kernel/text.ts'
import { action, note, paragraph } from './block.ts'
import { compose, type Composed, type Council } from './letter.ts'

export type SignInLink = {
  readonly to: string
  /** a page with a button: opening it signs nobody in */
  readonly url: string
  readonly minutes: number
}

export function signInLink(council: Council, it: SignInLink): Composed {
  return compose({
    council,
    says: 'Your link to sign in',
    to: it.to,
    blocks: [
      paragraph('Open this page and press the button on it to sign in.'),
      action('Sign in', it.url),
      paragraph(`The link works once and for ${counted(it.minutes, 'minute')}. Please do not pass it on.`),
      note('If you did not ask for it, you need do nothing: nobody can sign in without this email.'),
    ],
    because: 'You get this email because somebody asked to sign in with your address. It was sent automatically.',
  })
}
