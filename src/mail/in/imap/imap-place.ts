import type { ImapFolder } from './imap-folder.sql.ts'

/** Where to fetch mail from. */
export type ImapPlace = ImapFolder & {
  readonly host: string
  readonly port: number
  /** encrypted from the first byte; otherwise by STARTTLS wherever the server offers it */
  readonly secure: boolean
  readonly user: string
  readonly password: string
}

/** Reads `imaps://user:password@host:port/folder`, everything in it escaped as in an address; the folder is INBOX by itself. */
export function readImapUrl(url: string): ImapPlace {
  const { protocol, hostname, port, username, password, pathname } = new URL(url)
  const secure = protocol === 'imaps:'
  const user = decodeURIComponent(username)
  return {
    host: hostname,
    port: Number(port || (secure ? 993 : 143)),
    secure,
    user,
    password: decodeURIComponent(password),
    account: `${user}@${hostname}`,
    folder: decodeURIComponent(pathname.slice(1)) || 'INBOX',
  }
}
