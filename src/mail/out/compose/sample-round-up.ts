import type { Composed, Council } from './letter.ts'
import { roundUp } from './round-up.ts'

/** A holder's list of the morning, invented. */
export const sampleRoundUp = (council: Council, to: string, subject: string): Composed =>
  roundUp(council, {
    to,
    says: '1 answer to give first, Tuesday 2 June 2026',
    intro: 'These are due today or in the next two working days.',
    points: [
      {
        lead: `ME-2026-000123 ${subject}`,
        href: 'https://onestop.tessbridge.example/enquiries/ME-2026-000123',
        body: 'Due 3 June 2026',
      },
    ],
    link: { words: 'Open your work list', url: 'https://onestop.tessbridge.example/enquiries' },
    choiceUrl: 'https://onestop.tessbridge.example/people/me/notices',
    because: 'You get this email because you hold enquiries that are due. It was sent automatically.',
  })
