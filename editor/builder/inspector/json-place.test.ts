import { expect, test } from 'vitest'
import { findJsonPlace } from './json-place.ts'

const text = `{
  "name": "A \\"quoted\\" name, with { and ]",
  "intents": [
    { "id": "a", "label": { "en-GB": "Report" } },
    { "id": "b", "label": { "en-GB": "" }, "examples": [] }
  ],
  "menu": true,
  "limit": -2.5e3
}`
const at = (path: string) => {
  const { from, to } = findJsonPlace(text, path)
  return text.slice(from, to)
}

test.each([
  ['name', '"A \\"quoted\\" name, with { and ]"'],
  ['intents.1.label.en-GB', '""'],
  ['intents.0.label', '{ "en-GB": "Report" }'],
  ['intents.1.examples', '[]'],
  ['menu', 'true'],
  ['limit', '-2.5e3'],
  ['intents.1.label.cy-GB', '{ "en-GB": "" }'],
  ['intents.7', text.slice(text.indexOf('['), text.indexOf(']', text.indexOf('examples') + 15) + 1)],
  ['nothing.of.it', '{'],
])('finds %s', (path, words) => {
  expect(at(path)).toBe(words)
})
