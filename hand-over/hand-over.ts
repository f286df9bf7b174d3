import { z } from 'zod'
import { inWords } from '#kernel/day.ts'
import { allow, refuse, type Refused, type Result } from '#kernel/result.ts'
import { mailboxById, type Mailbox } from '#mailboxes/door.ts'
import { act, type Circumstances, type Decision } from '../act.ts'
import { stillOpen } from '../contribution/follow-contributions.ts'
import { givenDay, givenId, words } from '../given.ts'
import { insertHandOver, type Piece } from './hand-over.sql.ts'
import { pieceKeys, piecesOf, type PieceKey } from './pieces.ts'

const shape = z.object({
  mailbox: givenId('Select which partner'),
  share: z.array(z.enum(pieceKeys), 'Select what they need').min(1, 'Select what they need'),
  text: words('Enter what the partner is to do'),
  authority: words('Enter why this may be shared with them'),
  dueOn: givenDay('Enter by when they answer'),
})

type Given = z.infer<typeof shape>
type Facts = { partner: Mailbox | undefined; pieces: Partial<Record<PieceKey, Piece>>; id: string }

/**
 * The enquiry goes to a partner organisation with a date, only the data it needs, and the authority to share that data
 * on record; the member is told (domain, section 2). The council's clock goes on, and whoever holds it keeps it.
 */
export const handOver = act<Given, Facts>({
  name: 'hand-over',
  label: 'Hand over to a partner',
  may: 'enquiries.hand-over',
  from: ['in-progress'],
  to: ['with-partner'],
  by: ['holder', 'member-services'],
  shape,
  gather: async (tx, enquiry, given) => ({
    partner: await mailboxById(tx, given.mailbox),
    pieces: await piecesOf(tx, enquiry),
    id: crypto.randomUUID(),
  }),
  decide: (enquiry, it): Result<Decision> => {
    const refused = stillOpen(enquiry) ?? noPartner(it) ?? wrongDay(it)
    if (refused) return refused
    const { id, dueOn, messageId, partner } = it
    return allow({
      events: [{ type: 'handed-over', handOverId: id, to: partner!.id, dueOn, messageId }],
      words: { kind: 'hand-over', words: said(it), internal: true },
    })
  },
  keep: (tx, { enquiry, it, at }) =>
    insertHandOver(tx, {
      id: it.id,
      enquiryId: enquiry.id,
      mailboxId: it.mailbox,
      handedBy: it.by.person!,
      wanted: it.text,
      shared: chosen(it),
      authority: it.authority,
      dueOn: it.dueOn,
      handedAt: at,
    }),
})

export const chosen = ({ share, pieces }: Pick<Given, 'share'> & Pick<Facts, 'pieces'>): Piece[] =>
  share.flatMap(key => pieces[key] ?? [])

/** As it stands in the conversation: what was asked, what was shown, and on whose authority. */
const said = (it: Given & Facts): string =>
  [
    `To ${it.partner!.name} by ${inWords(it.dueOn)}:`,
    it.text,
    `Shared: ${chosen(it)
      .map(piece => piece.name.toLowerCase())
      .join(', ')}.`,
    `Authority to share: ${it.authority}`,
  ].join('\n\n')

function noPartner({ partner, today }: Facts & Circumstances): Refused | undefined {
  if (!partner?.organisationId) return refuse('no-partner', 'Select a mailbox of a partner', 'mailbox')
  return partner.closedOn !== null && partner.closedOn <= today
    ? refuse('no-partner', 'Select a mailbox that is in use', 'mailbox')
    : undefined
}

const wrongDay = ({ dueOn, today }: Given & Circumstances): Refused | undefined =>
  dueOn < today ? refuse('past', 'The date must not lie in the past', 'dueOn') : undefined
