export type Lull = {
  /** it happened just now */
  readonly happened: () => void
  /** resolves when it has not happened for a moment; undefined while it has not */
  readonly awaited: () => Promise<void> | undefined
}

/** Tells a burst of something from the lull behind it, which begins so long after the last time. */
export function lullAfter(milliseconds: number): Lull {
  let burst: PromiseWithResolvers<void> | undefined
  let timer: NodeJS.Timeout | undefined
  const end = () => {
    burst?.resolve()
    burst = undefined
  }
  return {
    happened: () => {
      burst ??= Promise.withResolvers()
      clearTimeout(timer)
      timer = setTimeout(end, milliseconds).unref()
    },
    awaited: () => burst?.promise,
  }
}
