import { AppError } from '../../schema/app-error.ts'

/**
 * Gives work a share of the `seconds` that a visitor waits at most before they are told to call: what one piece takes is gone for the next, and the time in which
 * their own words arrive does not count. Work that takes too long is refused, but goes on: sending the same key again
 * gives its answer, so nothing is done twice. Without `seconds`, work takes what it takes.
 */
export function startPatience(seconds: number | undefined): <Result>(work: Promise<Result>) => Promise<Result> {
  if (seconds === undefined) return (work) => work
  let left = seconds * 1_000
  return async (work) => {
    const began = performance.now()
    let timer: NodeJS.Timeout | undefined
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(refusal()), left)
    })
    try {
      return await Promise.race([work, tooLate])
    } finally {
      clearTimeout(timer)
      left = Math.max(0, left - (performance.now() - began))
    }
  }
}

function refusal(): AppError {
  return new AppError(
    'unavailable',
    'Not sent. The chat takes too long to answer. If someone is in danger, call 999. Otherwise call 101.',
  )
}
