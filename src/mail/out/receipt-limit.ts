import { allow, refuse, type Result } from '#kernel/result.ts'

/** Receipts already written: for this enquiry; to this sender in the last hour and day; to everybody in the last hour. */
export type ReceiptCounts = {
  readonly forEnquiry: number
  readonly toSenderInHour: number
  readonly toSenderInDay: number
  readonly toAllInHour: number
}

export type ReceiptLimits = { readonly perHour: number; readonly perDay: number; readonly breakerPerHour: number }

/**
 * Whether one more receipt may go out (domain, section 7): two machines answering each other must not fill a mailbox,
 * whatever headers they leave out. The enquiry itself is kept in any case.
 */
export function mayReceipt(counts: ReceiptCounts, limits: ReceiptLimits): Result<true> {
  if (counts.forEnquiry > 0) return refuse('receipt-sent', 'This enquiry has its receipt')
  if (counts.toSenderInHour >= limits.perHour)
    return refuse('too-many', `This sender had ${limits.perHour} receipts in the last hour`)
  if (counts.toSenderInDay >= limits.perDay)
    return refuse('too-many', `This sender had ${limits.perDay} receipts in the last day`)
  if (counts.toAllInHour >= limits.breakerPerHour) {
    return refuse(
      'breaker-open',
      `${limits.breakerPerHour} receipts went out in the last hour: receipts pause for everybody`,
    )
  }
  return allow(true)
}
