/** A string in quotes, or a name with what stands before it: a dot makes it a member, not a variable. */
const token = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|(\.\s*)?\b[A-Za-z_][A-Za-z0-9_]*\b/g
const knownCall = /\bknown\(\s*(["'])([a-z][a-z0-9_]*)\1\s*\)/g

/** Renames a variable in an expression, also inside `known("…")`; other strings and members stay as they are. */
export function renameInExpression(source: string, from: string, to: string): string {
  const calls = source.replace(knownCall, (call, _quote: string, name: string) =>
    name === from ? call.replace(from, to) : call,
  )
  return calls.replace(token, (found) => (found === from ? to : found))
}

/** Renames a variable in the holes of a text; the words around them stay as they are. */
export function renameInTemplate(text: string, from: string, to: string): string {
  return text.replace(/\{\{([^{}]*)\}\}/g, (_hole, source: string) => `{{${renameInExpression(source, from, to)}}}`)
}
