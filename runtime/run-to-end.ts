/** Runs work that yields between its steps all at once: for commands and tests, where nobody waits for anything else. */
export function runToEnd<Result>(work: Generator<void, Result>): Result {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value
}

/** The same, letting the server answer in between. */
export async function runInSteps<Result>(work: Generator<void, Result>): Promise<Result> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value
    await new Promise((resolve) => setImmediate(resolve))
  }
}
