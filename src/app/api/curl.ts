import type { Endpoint } from '#platform/http/endpoint.ts'

/** An example as somebody would type it into a shell. */
export function curlOf({ method, example, may }: Endpoint, publicUrl: string): string {
  const parts = [
    method === 'GET' ? 'curl' : `curl -X ${method}`,
    quoted(publicUrl + example.path),
    may !== 'public' && `-H "Authorization: Bearer $TOKEN"`,
    example.key && `-H ${quoted(`Idempotency-Key: ${example.key}`)}`,
    example.body && `-H 'Content-Type: application/json'`,
    example.body && `-d ${quoted(JSON.stringify(example.body))}`,
  ]
  return parts.filter(Boolean).join(' \\\n  ')
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
