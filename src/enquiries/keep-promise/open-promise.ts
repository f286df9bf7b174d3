import { allow, refuse, type Result } from '#kernel/result.ts'
import type { Enquiry } from '../enquiry.ts'

/** A promise of an answer that was not kept yet: it can be kept, or broken openly. */
export function openPromise({ promises }: Enquiry, wanted: string): Result<Enquiry['promises'][number]> {
  const promise = promises.find(({ id }) => id === wanted)
  if (!promise) return refuse('no-promise', 'This enquiry has no such promise', 'promise')
  if (promise.owed)
    return refuse(
      'answer-owed',
      'This is kept by the next word to the member: answer, or tell them how it stands',
      'promise',
    )
  return promise.keptOn ? refuse('kept-already', 'This promise was marked as kept already', 'promise') : allow(promise)
}
