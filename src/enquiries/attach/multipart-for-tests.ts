import type { Browser, Seen, TestWeb, Typed } from '#test/web.ts'

export type Given = { readonly name: string; readonly bytes: Uint8Array }

/** Sends a form with files, as a browser without JavaScript does; the form token is read from the page at `from`. */
export async function postFiles(
  web: TestWeb,
  browser: Browser,
  from: string,
  to: string,
  typed: Typed,
  files: readonly Given[],
): Promise<Pick<Seen, 'status' | 'to' | 'html' | 'words'>> {
  const token = /name="_csrf" value="([^"]+)"/.exec((await browser.get(from)).html)?.[1] ?? ''
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...typed, _csrf: token })) form.append(name, String(value))
  for (const { name, bytes } of files) form.append('files', new Blob([Buffer.from(bytes)]), name)
  const request = new Request('http://localhost', { method: 'POST', body: form })
  const answer = await web.server.inject({
    method: 'POST',
    url: to,
    cookies: browser.cookies,
    headers: { 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  })
  const html = answer.body
  return {
    status: answer.statusCode,
    to: answer.headers.location ?? '',
    html,
    words: html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '),
  }
}
