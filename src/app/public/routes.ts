import { file, page } from '#platform/http/answer.ts'
import type { Route } from '#platform/http/route.ts'
import type { Html } from '#platform/views/html.ts'
import { accessibility, contact, cookies, help, privacy } from './pages.ts'

/** What anybody may read without signing in. */
export const publicRoutes: Route[] = [
  { method: 'GET', path: '/help', may: 'public', handle: ({ viewer }) => page({ title: 'Help', body: help(viewer) }) },
  publicPage('/accessibility', 'Accessibility statement', accessibility),
  publicPage('/privacy', 'Privacy notice', privacy),
  publicPage('/cookies', 'Cookies', cookies),
  publicPage('/contact', 'Contact', contact),
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
