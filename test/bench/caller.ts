import { Agent, request, type IncomingHttpHeaders } from 'node:http'

export type Came = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly bytes: Buffer }

/** One kept-alive connection, as a browser or another system would have. */
export type Caller = {
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Came>
  readonly post: (path: string, body: string, headers: Record<string, string>) => Promise<Came>
  readonly close: () => void
}

export function openCaller(url: string, always: Record<string, string> = {}): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const call = (method: string, path: string, headers: Record<string, string>, body?: string): Promise<Came> =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
      const asked = request(
        new URL(path, url),
        { method, agent, headers: { ...always, ...headers, ...length } },
        answer => {
          const chunks: Buffer[] = []
          answer.on('data', chunk => chunks.push(chunk))
          answer.on('end', () =>
            resolve({ status: answer.statusCode!, headers: answer.headers, bytes: Buffer.concat(chunks) }),
          )
          answer.on('error', reject)
        },
      )
      asked.on('error', reject)
      asked.end(body)
    })
  return {
    get: (path, headers = {}) => call('GET', path, headers),
    post: (path, body, headers) => call('POST', path, headers, body),
    close: () => agent.destroy(),
  }
}

/** What came, or an error that says what else came: a figure of error pages would be worthless. */
export async function expecting(status: number, answer: Promise<Came>): Promise<Came> {
  const came = await answer
  if (came.status !== status)
    throw new Error(`Expected ${status} and got ${came.status}: ${came.bytes.toString().slice(0, 300)}`)
  return came
}

/** A page in its words: long ones come compressed otherwise. */
export const htmlOf = async (browser: Caller, path: string): Promise<string> =>
  (await expecting(200, browser.get(path, { 'accept-encoding': 'identity' }))).bytes.toString()

/** The token without which no form of the page is taken. */
export async function tokenOn(browser: Caller, path: string): Promise<string> {
  const [, token] = /name="_csrf"[^>]*value="([^"]+)"/.exec(await htmlOf(browser, path)) ?? []
  if (!token) throw new Error(`There is no form on ${path}`)
  return token
}
