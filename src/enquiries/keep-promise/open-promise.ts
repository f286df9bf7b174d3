import { allow, refuse, type Result } from '#kernel/result.ts'
import type { Enquiry } from '../enquiry.ts'

/** A promise of an answer that was not kept yet: it can be kept, or broken openly. */
export function openPromise({ promises }: Enquiry, wanted: string): Result<Enquiry['promises'][number]> {
  const promise = promises.find(({ id }) => id === wanted)
  if (!promise) return refuse('no-promise', 'This enquiry has no such promise', 'promise')
  return promise.keptOn ? refuse('kept-already', 'This promise was marked as kept already', 'promise') : allow(promise)
}
