import { createServer, type Socket } from 'node:net'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

/** A message in a folder of the pretended server. */
export type Kept = { uid: number; bytes: Buffer; flags: Set<string>; internalDate: Date }

/** An IMAP server (RFC 3501, with IDLE) as far as somebody who fetches mail sees one: the outside world of the tests. */
export type FakeImap = {
  readonly port: number
  readonly messages: Kept[]
  /** puts a message into INBOX and tells those who listen */
  readonly deliver: (raw: string | Buffer, when?: { seen?: boolean; internalDate?: Date }) => Kept
  /** numbers everything anew, as after a restore */
  readonly renumber: () => void
  /** cuts every connection, as a network does */
  readonly cut: () => void
  /** says nothing any more and takes nothing more in, without closing anything */
  readonly freeze: (frozen: boolean) => void
  /** asked before a command is answered; true cuts the connection instead */
  cutBefore: (command: string) => boolean
  readonly commands: string[]
  readonly close: () => Promise<void>
}

export async function fakeImap({ password = 'secret' } = {}): Promise<FakeImap> {
  const lines = new Set<Line>()
  const state = { validity: 1000, next: 1, frozen: false }
  const server = createServer(socket => {
    const line: Line = { socket, idling: undefined, told: 0, frozen: () => state.frozen }
    lines.add(line)
    socket.on('close', () => lines.delete(line)).on('error', () => {})
    say(line, '* OK ready')
    listen(line, command => answer(line, command))
  })
  const it: FakeImap = {
    port: 0,
    messages: [],
    commands: [],
    cutBefore: () => false,
    deliver: (raw, { seen = false, internalDate = new Date() } = {}) => {
      const kept: Kept = {
        uid: state.next++,
        bytes: Buffer.from(raw as string),
        flags: new Set(seen ? ['\\Seen'] : []),
        internalDate,
      }
      it.messages.push(kept)
      for (const line of lines) if (line.idling) tell(line)
      return kept
    },
    renumber: () => {
      state.validity++
      state.next = 1
      for (const message of it.messages) message.uid = state.next++
    },
    cut: () => {
      for (const { socket } of lines) socket.destroy()
    },
    freeze: frozen => {
      state.frozen = frozen
    },
    close: async () => {
      it.cut()
      server.close()
      await once(server, 'close')
    },
  }
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return Object.assign(it, { port: (server.address() as AddressInfo).port })

  function tell(line: Line): void {
    if (line.told !== it.messages.length) say(line, `* ${(line.told = it.messages.length)} EXISTS`)
  }

  function answer(line: Line, text: string): void {
    if (line.idling && text.toUpperCase() === 'DONE') {
      say(line, `${line.idling} OK done`)
      line.idling = undefined
      return
    }
    const [, tag = '*', command = ''] = /^(\S+) ((?:UID )?\S+)/i.exec(text) ?? []
    const name = command.toUpperCase()
    it.commands.push(name)
    if (it.cutBefore(name)) return void line.socket.destroy()
    const rest = text.slice(tag.length + command.length + 2)
    const done = (words = 'OK done') => say(line, `${tag} ${words}`)
    switch (name) {
      case 'CAPABILITY':
        say(line, '* CAPABILITY IMAP4rev1 IDLE')
        return done()
      case 'LOGIN':
        return done(rest.includes(password) ? 'OK welcome' : 'NO [AUTHENTICATIONFAILED] wrong password')
      case 'LIST':
        say(line, '* LIST () "/" INBOX')
        return done()
      case 'SELECT':
        line.told = it.messages.length
        for (const words of [
          'FLAGS (\\Seen)',
          `${it.messages.length} EXISTS`,
          `OK [UIDVALIDITY ${state.validity}] ok`,
          `OK [UIDNEXT ${state.next}] ok`,
        ])
          say(line, `* ${words}`)
        return done('OK [READ-WRITE] selected')
      case 'UID SEARCH':
        say(
          line,
          `* SEARCH${matching(it.messages, rest)
            .map(message => ` ${message.uid}`)
            .join('')}`,
        )
        return done()
      case 'UID FETCH':
        fetch(line, rest)
        return done()
      case 'UID STORE':
        for (const message of it.messages) if (`${message.uid}` === rest.split(' ')[0]) message.flags.add('\\Seen')
        return done()
      case 'IDLE':
        line.idling = tag
        say(line, '+ idling')
        return tell(line)
      case 'LOGOUT':
        say(line, '* BYE')
        done()
        return void line.socket.end()
      default:
        tell(line)
        return done(name === 'NOOP' ? 'OK done' : 'BAD not known here')
    }
  }

  function fetch(line: Line, rest: string): void {
    const [uid] = rest.split(' ')
    for (const [at, message] of it.messages.entries()) {
      if (`${message.uid}` !== uid) continue
      const date = message.internalDate.toUTCString().replace(/^\w+, (\d+) (\w+) (\d+) (\S+) GMT$/, '$1-$2-$3 $4 +0000')
      const parts = [`UID ${message.uid}`]
      if (/RFC822.SIZE/.test(rest)) parts.push(`RFC822.SIZE ${message.bytes.length}`)
      if (/INTERNALDATE/.test(rest)) parts.push(`INTERNALDATE "${date}"`)
      const wanted = /BODY(?:\.PEEK)?\[(HEADER)?\]/.exec(rest)
      if (!wanted) {
        say(line, `* ${at + 1} FETCH (${parts.join(' ')})`)
        continue
      }
      const end = message.bytes.indexOf('\r\n\r\n')
      const bytes = wanted[1] ? message.bytes.subarray(0, end + 4) : message.bytes
      write(line, `* ${at + 1} FETCH (${parts.join(' ')} BODY[${wanted[1] ?? ''}] {${bytes.length}}\r\n`)
      write(line, bytes)
      say(line, ')')
    }
  }
}

type Line = { readonly socket: Socket; idling: string | undefined; told: number; readonly frozen: () => boolean }

const write = ({ socket, frozen }: Line, data: string | Buffer): void =>
  void (!frozen() && socket.writable && socket.write(data))

const say = (line: Line, words: string): void => write(line, `${words}\r\n`)

/** Commands come a line each; what we are asked for has no literals. */
function listen(line: Line, command: (text: string) => void): void {
  let rest = ''
  line.socket.on('data', data => {
    if (line.frozen()) return
    const lines = (rest + data.toString('latin1')).split('\r\n')
    rest = lines.pop() ?? ''
    for (const text of lines) command(text)
  })
}

function matching(messages: readonly Kept[], query: string): Kept[] {
  const range = /UID (\d+):\*/.exec(query)
  if (range) {
    const found = messages.filter(it => it.uid >= Number(range[1]))
    return found.length > 0 ? found : messages.slice(-1)
  }
  if (/UNSEEN/.test(query)) return messages.filter(it => !it.flags.has('\\Seen'))
  const since = /SINCE (\S+)/.exec(query)
  return since ? messages.filter(it => it.internalDate >= new Date(`${since[1]} 00:00 UTC`)) : [...messages]
}
