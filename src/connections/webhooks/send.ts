import { lookup as resolve, type LookupAddress } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** What came of one attempt. */
export type Attempted = { readonly status: number | null; readonly said: string; readonly milliseconds: number }

type Sending = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** the council's own network too, for tests and systems in the same house */
  readonly privateToo: boolean
  readonly waitMs?: number
}

const mostRead = 2000

/**
 * Posts once and says what came of it; never throws. Redirects are not followed. The address is checked as it is
 * resolved and then used, so that a name cannot point elsewhere between the check and the use.
 */
export function send({ url, headers, body, privateToo, waitMs = 10_000 }: Sending): Promise<Attempted> {
  const began = performance.now()
  const done = (status: number | null, said: string): Attempted => ({
    status,
    said: said.replaceAll('\0', '').slice(0, mostRead),
    milliseconds: Math.round(performance.now() - began),
  })
  const refusal = refusedUrl(url, privateToo)
  if (refusal) return Promise.resolve(done(null, refusal))
  const request = url.startsWith('https:') ? requestHttps : requestHttp
  return new Promise(settle => {
    const all = { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const signal = AbortSignal.timeout(waitMs)
    const sent = request(url, { method: 'POST', headers: all, lookup: guarded(privateToo), signal }, answer => {
      let said = ''
      answer.setEncoding('utf8')
      answer.on('data', (text: string) => {
        said += text
        // the beginning is enough for the log, and nobody fills our memory
        if (said.length >= mostRead) answer.destroy()
      })
      answer.on('close', () => settle(done(answer.statusCode ?? null, said)))
      answer.on('error', () => {})
    })
    sent.on('error', error => settle(done(null, signal.aborted ? 'No answer within 10 seconds' : error.message)))
    sent.end(body)
  })
}

/** Why an address is not used at all; undefined: it may be. */
export function refusedUrl(text: string, privateToo: boolean): string | undefined {
  const url = URL.parse(text)
  if (!url || url.username || url.password) return 'Enter a web address that begins with https://'
  if (url.protocol !== 'https:' && !(privateToo && url.protocol === 'http:'))
    return 'Enter a web address that begins with https://'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const inside = isIP(host) ? isPrivate(host) : /(^|\.)(localhost|internal|local|lan|home\.arpa)\.?$/i.test(host)
  return inside && !privateToo
    ? 'This address is inside a private network. Enter one that the internet reaches'
    : undefined
}

/** Looks a name up and gives only addresses that may be used. */
const guarded =
  (privateToo: boolean): LookupFunction =>
  (host, options, callback) =>
    resolve(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return callback(error, [])
      if (!privateToo && found.some(it => isPrivate(it.address)))
        return callback(new Error('The name leads into a private network'), [])
      return options.all ? callback(null, found) : callback(null, found[0]!.address, found[0]!.family)
    })

const inside = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.addSubnet(net, bits, 'ipv4')

const global = new BlockList()
global.addSubnet('2000::', 3, 'ipv6')
const reserved = new BlockList()
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  reserved.addSubnet(net, bits, 'ipv6')

/** Of IPv6 only what is routed in the internet is taken, and nothing in which an IPv4 address hides. */
export function isPrivate(address: string): boolean {
  if (isIP(address) === 4) return inside.check(address, 'ipv4')
  return !global.check(address, 'ipv6') || reserved.check(address, 'ipv6')
}
