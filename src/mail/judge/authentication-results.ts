/** What one check found: `method=result`, with its properties. */
export type Finding = { readonly method: string; readonly result: string; readonly domain: string | undefined }

/**
 * Reads one Authentication-Results header (RFC 8601): who made it and what it found. Undefined when it is not built as
 * one. Comments are dropped; only the properties we decide by are read.
 */
export function readAuthenticationResults(header: string): { by: string; findings: Finding[] } | undefined {
  const [server, ...rest] = withoutComments(header.slice(0, 10_000)).split(';')
  const by = server?.trim().split(/\s+/)[0]?.toLowerCase()
  if (!by) return undefined
  return { by, findings: rest.flatMap(finding) }
}

function finding(part: string): Finding[] {
  const found = /^\s*([a-z0-9-]+)\s*(?:\/\d+)?\s*=\s*([a-z]+)/i.exec(part)
  if (!found) return []
  const domain = /\b(?:header\.(?:d|from|i)|smtp\.mailfrom)\s*=\s*"?(?:[^@\s"]*@)?([^\s";@]+)/i.exec(part)?.[1]
  return [{ method: found[1]!.toLowerCase(), result: found[2]!.toLowerCase(), domain: domain?.toLowerCase() }]
}

/** Comments nest (RFC 5322), so they are counted, not matched. */
function withoutComments(text: string): string {
  let [depth, kept] = [0, '']
  for (const letter of text) {
    if (letter === '(') depth++
    else if (letter === ')' && depth > 0) depth--
    else if (depth === 0) kept += letter
  }
  return kept
}
