import { missing, page, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { inTransaction } from '#platform/db/database.ts'
import { guideNamed, guides, words } from './guides.ts'
import { helpIndex } from './help-index.ts'
import { signingIn } from './signing-in.ts'
import { rulesInForce, whatHappens } from './what-happens.ts'

const back = { href: '/help', text: 'Help' }
const may = 'public'

/** Help for everybody, signed in or not. */
export const helpRoutes: Route[] = [
  {
    method: 'GET',
    path: '/help',
    may,
    handle: ({ viewer }) => page({ title: 'Help', body: helpIndex(viewer), current: '/help' }),
  },
  { method: 'GET', path: '/help/what-happens', may, handle: showRules },
  { method: 'GET', path: '/help/signing-in', may, handle: () => page({ title: 'Signing in', body: signingIn, back }) },
  {
    method: 'GET',
    path: '/help/words',
    may,
    handle: async () => page({ title: 'The words we use', body: (await words()).body, back, wide: true }),
  },
  { method: 'GET', path: '/help/:guide', may, handle: showGuide },
]

/** As the system: the times are for everybody to know, also for who is not signed in. */
async function showRules({ db, now }: Asked): Promise<Answer> {
  const rules = await inTransaction(db, 'system', tx => rulesInForce(tx, now.today))
  return page({ title: 'What happens to my enquiry', body: whatHappens(rules), back })
}

async function showGuide({ params }: Asked): Promise<Answer> {
  const name = params.guide ?? ''
  const guide = await guideNamed(name)
  return guide ? page({ title: guide.title, body: guide.body, back }) : missing
}

/** Addresses of every page of help, for tests. */
export const helpPages = ['/help', '/help/what-happens', '/help/signing-in', '/help/words'].concat(
  Object.keys(guides).map(name => `/help/${name}`),
)
