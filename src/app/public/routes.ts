import { file, page, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { setting } from '#platform/settings.ts'
import { stylePage } from '#platform/views/components/style-page.ts'
import type { Html } from '#platform/views/html.ts'
import { accessibility, contact, cookies, privacy } from './pages.ts'

/** Every component with an example, for whoever designs a page; only where the demonstration runs. */
export const styleRoute: Route = {
  method: 'GET',
  path: '/style',
  may: 'public',
  handle: () => page({ title: 'Style page', ownHeading: true, wide: true, body: stylePage() }),
}

/** What anybody may read without signing in. */
export const publicRoutes: Route[] = [
  publicPage('/accessibility', 'Accessibility statement', accessibility),
  publicPage('/privacy', 'Privacy notice', privacy),
  publicPage('/cookies', 'Cookies', cookies),
  { method: 'GET', path: '/contact', may: 'public', handle: showContact },
  {
    method: 'GET',
    path: '/.well-known/security.txt',
    may: 'public',
    handle: ({ publicUrl, now }) => {
      const expires = new Date(now.at.getTime() + 180 * 86_400_000).toISOString()
      const body = `Contact: ${publicUrl}/contact\nExpires: ${expires}\nPreferred-Languages: en\nCanonical: ${publicUrl}/.well-known/security.txt\n`
      return file({ body, type: 'text/plain; charset=utf-8' })
    },
  },
]

function publicPage(path: string, title: string, body: Html): Route {
  return { method: 'GET', path, may: 'public', handle: () => page({ title, body }) }
}

function showContact({ transact }: Asked): Promise<Answer> {
  return transact(async tx => {
    const reach = {
      council: await setting(tx, 'council.name'),
      address: await setting(tx, 'mail.one-stop'),
      phone: await setting(tx, 'council.phone'),
    }
    return page({ title: 'Contact', body: contact(reach) })
  })
}
