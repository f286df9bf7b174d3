import { readFile } from 'node:fs/promises'
import { drawGuide, type Guide } from './markdown.ts'

type GuideFacts = { readonly text: string; readonly means: string; readonly roles: readonly string[] }

/** The guides by their address; each is a file of docs/guide, written once for paper and page. */
export const guides: Readonly<Record<string, GuideFacts>> = {
  member: { text: 'Members', means: 'Ask, follow and answer back, by web or by email', roles: ['member'] },
  assistant: { text: 'Members’ assistants', means: 'Working in a member’s name', roles: ['assistant'] },
  'one-stop-officer': { text: 'One Stop officers', means: 'Recording, placing and helping', roles: ['one-stop'] },
  responder: { text: 'Responders', means: 'From taking an enquiry to its answer', roles: ['responder', 'owner'] },
  'mailbox-owner': { text: 'Owners of a mailbox', means: 'People, cover and load', roles: ['owner'] },
  'proper-officer': { text: 'Proper officers', means: 'Restricted matters', roles: ['proper-officer'] },
  partner: { text: 'Partner organisations', means: 'Answering for the council', roles: ['partner'] },
  leadership: {
    text: 'Heads, directors, the leadership team and performance officers',
    means: 'Seeing how it stands',
    roles: ['head', 'director', 'lmt', 'performance'],
  },
  auditor: { text: 'Auditors', means: 'Who did what, and who saw what', roles: ['auditor', 'dpo'] },
  'data-protection': {
    text: 'The data protection officer',
    means: 'Incidents, requests for personal data, redacted copies',
    roles: ['dpo', 'proper-officer'],
  },
  administrator: { text: 'Administrators', means: 'People, mailboxes, settings, signing in', roles: ['admin'] },
  api: { text: 'The API', means: 'For those who write programs', roles: [] },
}

const drawn = new Map<string, Promise<Guide>>()

/** One guide, drawn with the first who asks for it; undefined when there is none of that name. */
export function guideNamed(name: string): Promise<Guide> | undefined {
  if (!Object.hasOwn(guides, name)) return undefined
  const known = drawn.get(name) ?? readGuide(`guide/${name}.md`)
  drawn.set(name, known)
  return known
}

/** The words of the product, as far as people meet them; those of the house itself are for who writes it. */
export const words = (): Promise<Guide> => {
  const known = drawn.get('words') ?? readGuide('glossary.md', text => text.replace(/\n## The house[^]*$/, ''))
  drawn.set('words', known)
  return known
}

async function readGuide(path: string, narrowed = (text: string) => text): Promise<Guide> {
  const text = await readFile(new URL(`../../../docs/${path}`, import.meta.url), 'utf8')
  return drawGuide(narrowed(text), linkTo)
}

/** Links between guides lead between their pages; those into the rest of the documentation stay words. */
function linkTo(href: string): string | undefined {
  const [, name = '', anchor = ''] = /^([\w-]+)\.md(#.*)?$/.exec(href) ?? []
  if (Object.hasOwn(guides, name)) return `/help/${name}${anchor}`
  return href.startsWith('https://') ? href : undefined
}
