import { AppError } from '../../schema/app-error.ts'

/** How long a visitor waits for an answer at most, in milliseconds: then they are told to call. */
const longest = 5_000

/**
 * What `work` gives, or a refusal when it takes too long. The work itself goes on: sending the same key again gives its
 * answer, so nothing is done twice.
 */
export async function withinTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(
        new AppError(
          'unavailable',
          'Not sent. The chat takes too long to answer. If someone is in danger, call 999. Otherwise call 101.',
        ),
      )
    }, longest)
  })
  try {
    return await Promise.race([work, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
