import { action, facts, note, paragraph } from './block.ts'
import { compose, type Composed, type Council } from './letter.ts'

export type SecurityNoticeLetter = {
  readonly to: string
  /** a whole sentence */
  readonly what: string
  readonly device: string
  readonly when: string
  readonly url: string
}

/** Something about how somebody signs in was changed, whoever did it. */
export function securityNotice(council: Council, it: SecurityNoticeLetter): Composed {
  return compose({
    council,
    says: 'A change to your account',
    to: it.to,
    blocks: [
      paragraph(it.what),
      facts({ name: 'When', value: it.when }, { name: 'From', value: it.device }),
      paragraph('If it was you, you need do nothing.'),
      paragraph('If it was not you, sign in, sign out everywhere else, and tell your administrator today.'),
      action('See how you sign in', `${it.url}/people/me/sign-in`),
      note('Nobody from the council will ever ask you for a password, a code or a link.'),
    ],
    because: 'You get this email because it concerns your account. It was sent automatically.',
  })
}
