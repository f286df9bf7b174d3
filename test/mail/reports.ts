import type { Letter, Mail } from '#test/journeys/post-box.ts'

/**
 * What a recipient's mail server says about a mail of ours: a report after RFC 3464, the words of a server that writes
 * none, that it goes on trying; or what somebody writes who never had the mail and makes the ids up.
 */
export function deliveryReport(mail: Mail, how: 'report' | 'words' | 'delayed' | 'forged', messageId: string): Letter {
  const about = how === 'forged' ? madeUp(mail) : mail
  const raw = how === 'words' ? inWords(about, messageId) : asReport(about, how === 'delayed', messageId)
  return {
    from: daemon,
    to: about.returnPath,
    returnPath: '',
    subject: '',
    text: '',
    raw: raw.replaceAll('\n', '\r\n'),
  }
}

const daemon = 'MAILER-DAEMON@mx.members.example'

const madeUp = (mail: Mail): Mail => ({
  ...mail,
  messageId: mail.messageId.replace(/\.[0-9a-f]{32}@/, `.${'0'.repeat(32)}@`),
  returnPath: mail.returnPath.replace(/\.[0-9a-f]{24}@/, `.${'0'.repeat(24)}@`),
})

const asReport = (mail: Mail, delayed: boolean, messageId: string): string => `From: ${daemon}
To: ${mail.returnPath}
Subject: Undelivered Mail Returned to Sender
Message-ID: ${messageId}
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

This is the mail system.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.members.example

Final-Recipient: rfc822; ${mail.to}
Action: ${delayed ? 'delayed' : 'failed'}
Status: ${delayed ? '4.4.1' : '5.1.1'}
Diagnostic-Code: smtp; 550 5.1.1 Unknown user
--b
Content-Type: text/rfc822-headers

Message-ID: ${mail.messageId}
--b--
`

const inWords = (mail: Mail, messageId: string): string => `From: Mail Delivery System <${daemon}>
To: ${mail.returnPath}
Subject: Mail delivery failed: returning message to sender
Message-ID: ${messageId}
Auto-Submitted: auto-replied

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  ${mail.to}
    550 5.1.1 Unknown user

------ This is a copy of the message, including all the headers. ------

Message-ID: ${mail.messageId}
`
