import type { Words } from '../words/en.ts'

/** What is to be put right, next to where it is put right. */
export const ErrorLine = ({ id, error, words }: { id: string; error?: string; words: Words }) =>
  error ? (
    <p class="error" id={`${id}-error`}>
      <span class="sr">{words.error}</span>
      {error}
    </p>
  ) : null
