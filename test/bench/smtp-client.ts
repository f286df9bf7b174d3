import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** One SMTP connection that sends message after message, each with its envelope pipelined (RFC 2920). */
export type SmtpClient = { readonly send: (message: Letter) => Promise<void>; readonly close: () => Promise<void> }

export type Letter = { readonly from: string; readonly to: string; readonly text: string }

export async function openSmtp(port: number): Promise<SmtpClient> {
  const socket = connect(port, '127.0.0.1').setNoDelay()
  const replies = repliesOf(socket)
  await replies.expect('220')
  socket.write('EHLO bench.example\r\n')
  await replies.expect('250')
  return {
    send: async ({ from, to, text }) => {
      socket.write(`MAIL FROM:<${from}>\r\nRCPT TO:<${to}>\r\nDATA\r\n`)
      await replies.expect('250')
      await replies.expect('250')
      await replies.expect('354')
      socket.write(`${text.replaceAll(/^\./gm, '..')}\r\n.\r\n`)
      await replies.expect('250')
    },
    close: async () => {
      socket.end('QUIT\r\n')
      await once(socket, 'close')
    },
  }
}

/** Reads whole replies, several lines of one taken together, in the order in which they come. */
function repliesOf(socket: Socket) {
  const came: string[] = []
  let rest = ''
  let wake: (() => void) | undefined
  socket.setEncoding('utf8').on('data', data => {
    const lines = (rest + String(data)).split('\r\n')
    rest = lines.pop() ?? ''
    came.push(...lines.filter(line => line[3] !== '-'))
    wake?.()
  })
  socket.on('close', () => wake?.())
  const next = async (): Promise<string> => {
    while (came.length === 0) {
      if (socket.destroyed) throw new Error('The mail intake hung up')
      await new Promise<void>(resolve => (wake = resolve))
    }
    return came.shift()!
  }
  return {
    expect: async (code: string) => {
      const reply = await next()
      if (!reply.startsWith(code)) throw new Error(`Expected ${code} and the mail intake said ${reply}`)
    },
  }
}
