import { AppError } from '../../schema/app-error.ts'

/** How long a visitor waits for an answer at most, in milliseconds: then they are told to call. */
const longest = 5_000

/**
 * Gives work a share of the time that a visitor waits: what one piece takes is gone for the next, and the time in which
 * their own words arrive does not count. Work that takes too long is refused, but goes on: sending the same key again
 * gives its answer, so nothing is done twice.
 */
export function startPatience(): <Result>(work: Promise<Result>) => Promise<Result> {
  let left = longest
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
