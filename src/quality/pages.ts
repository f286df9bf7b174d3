import { mayDo, type Viewer } from '#platform/http/viewer.ts'
import { subNavigation } from '#platform/views/components/sub-navigation.ts'
import { html, type Html } from '#platform/views/html.ts'

const pages = [
  { text: 'Overview', href: '/quality', may: 'quality.view' },
  { text: 'Samples', href: '/quality/samples', may: 'quality.view' },
  { text: 'Examples', href: '/quality/examples', may: 'quality.view' },
  { text: 'Standard', href: '/quality/standard', may: 'quality.read-standard' },
]

/** The heading of a page of this room, with the way to those others that its viewer may open. */
export function qualityHeading(title: string, here: string, viewer: Viewer): Html {
  const open = pages.filter(it => mayDo(viewer, it.may))
  return html`<h1 class="govuk-heading-l">${title}</h1>
    ${open.length > 1 &&
    subNavigation({
      label: 'Pages about quality',
      items: open.map(({ text, href }) => ({ text, href, active: href === here })),
    })}`
}
