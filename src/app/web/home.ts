import { page, redirect } from '#platform/http/answer.ts'
import type { Route } from '#platform/http/route.ts'
import { mayDo, type Viewer } from '#platform/http/viewer.ts'
import { button } from '#platform/views/components/button.ts'
import { html, type Html } from '#platform/views/html.ts'
import { morePath, sectionsFor, type Section } from './sections.ts'

/** Where a day begins: members at their enquiries, officers at their work, everybody else at what they may open. */
export const homeRoutes = ({ demonstration }: { demonstration: boolean }): Route[] => [
  {
    method: 'GET',
    path: '/',
    may: 'public',
    handle: ({ viewer }) => {
      const first = startingPlace(viewer)
      if (first) return redirect(first)
      return viewer.via === 'public' ? welcome() : everything(`Hello, ${viewer.name}`, viewer, demonstration)
    },
  },
  {
    method: 'GET',
    path: morePath,
    may: 'people.profile',
    handle: ({ viewer }) => everything('Everything you can open', viewer, demonstration),
  },
]

function startingPlace(viewer: Viewer): string | undefined {
  if (viewer.via === 'public') return undefined
  if (mayDo(viewer, 'enquiries.partner')) return '/hand-overs'
  if (mayDo(viewer, 'enquiries.worklist')) return '/enquiries'
  if (mayDo(viewer, 'enquiries.track')) return '/enquiries/mine'
  return undefined
}

const welcome = () =>
  page({
    title: 'One Stop',
    ownHeading: true,
    body: html`<h1 class="govuk-heading-xl">One Stop</h1>
      <p class="govuk-body-l">Where councillors ask on behalf of the people they represent, and the council answers.</p>
      <p class="govuk-body">
        Every contact gets a number, a named handler and a date. You can follow it from here, or do everything from the
        email you already use.
      </p>
      ${button({ text: 'Sign in', href: '/sign-in', isStartButton: true })}`,
  })

const everything = (title: string, viewer: Viewer, demonstration: boolean) =>
  page({
    title,
    body: html`<ul class="govuk-list govuk-list--spaced">
      ${sectionsFor(viewer, demonstration).map(way)}
    </ul>`,
  })

const way = ({ text, href, means }: Section): Html =>
  html`<li><a class="govuk-link govuk-!-font-size-24" href="${href}">${text}</a><br />${means}</li>`
