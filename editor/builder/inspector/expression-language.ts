import { readGroup, writeGroup } from '../../../nodes/kit/editor/rule-group.ts'
import { expressionFunctions, parseExpression } from '../../../schema/expression.ts'
import type { Variable } from '../../../schema/flow.ts'
import { monaco } from './monaco.ts'

/** The expressions of flows, as a language of the code editor: colours, completion, help on hover, tidy spaces. */
export const expressionLanguage = 'signpost-expression'

const contactFacts = ['number', 'locale', 'intent', 'verdict', 'department', 'turns', 'now']
/** What each open field knows: its variables, by the address of its text. */
const scopes = new Map<string, () => readonly Variable[]>()

monaco.languages.register({ id: expressionLanguage })
monaco.languages.setLanguageConfiguration(expressionLanguage, {
  brackets: [
    ['(', ')'],
    ['[', ']'],
  ],
  autoClosingPairs: [
    { open: '(', close: ')' },
    { open: '"', close: '"' },
  ],
})
monaco.languages.setMonarchTokensProvider(expressionLanguage, {
  tokenizer: {
    root: [
      [/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/, 'string'],
      [/\d+(?:\.\d+)?/, 'number'],
      [/\b(?:true|false|null|in)\b/, 'keyword'],
      [/[A-Za-z_]\w*(?=\s*\()/, 'type'],
      [/[A-Za-z_]\w*/, 'identifier'],
      [/&&|\|\||[=!<>]=?|[-+*/%?:]/, 'operator'],
    ],
  },
})
monaco.languages.registerCompletionItemProvider(expressionLanguage, {
  triggerCharacters: ['.'],
  provideCompletionItems(model, position) {
    const word = model.getWordUntilPosition(position)
    const range = new monaco.Range(position.lineNumber, word.startColumn, position.lineNumber, word.endColumn)
    const before = model.getLineContent(position.lineNumber).slice(0, word.startColumn - 1)
    const { Variable: variableKind, Function: functionKind, Property } = monaco.languages.CompletionItemKind
    if (/\bcontact\.$/.test(before))
      return {
        suggestions: contactFacts.map((name) => ({ label: name, kind: Property, insertText: name, range })),
      }
    const variables = scopes.get(model.uri.toString())?.() ?? []
    return {
      suggestions: [
        ...variables.map(({ name, type, label }) => ({
          label: name,
          kind: variableKind,
          detail: type,
          documentation: typeof label === 'string' ? label : (label?.['en-GB'] ?? ''),
          insertText: name,
          sortText: `0${name}`,
          range,
        })),
        {
          label: 'contact',
          kind: variableKind,
          detail: 'about the contact',
          insertText: 'contact',
          sortText: '1',
          range,
        },
        ...expressionFunctions.map(({ name, signature, help }) => ({
          label: name,
          kind: functionKind,
          detail: signature,
          documentation: help,
          insertText: name === 'known' ? 'known("$0")' : `${name}($0)`,
          insertTextRules: monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet,
          sortText: `2${name}`,
          range,
        })),
      ],
    }
  },
})
monaco.languages.registerHoverProvider(expressionLanguage, {
  provideHover(model, position) {
    const word = model.getWordAtPosition(position)?.word
    const called = expressionFunctions.find(({ name }) => name === word)
    const variable = scopes
      .get(model.uri.toString())?.()
      .find(({ name }) => name === word)
    if (called) return { contents: [{ value: `\`${called.signature}\`` }, { value: called.help }] }
    if (!variable) return undefined
    const label = typeof variable.label === 'string' ? variable.label : variable.label?.['en-GB']
    return {
      contents: [
        { value: `\`${variable.name}\`: ${variable.type}${variable.personal ? ', personal' : ''}` },
        ...(label ? [{ value: label }] : []),
      ],
    }
  },
})
monaco.languages.registerDocumentFormattingEditProvider(expressionLanguage, {
  provideDocumentFormattingEdits(model) {
    const group = readGroup(model.getValue())
    const variables = scopes.get(model.uri.toString())?.() ?? []
    return group ? [{ range: model.getFullModelRange(), text: writeGroup(group, variables) }] : []
  },
})

/** Makes a text known to the language, with the variables that it may name. Returns what forgets it. */
export function openScope(uri: string, variables: () => readonly Variable[]): () => void {
  scopes.set(uri, variables)
  return () => scopes.delete(uri)
}

/** Marks what the checker says about `source`: the same words as under the field. */
export function markFault(
  model: monaco.editor.ITextModel,
  variables: readonly Variable[],
  expected?: readonly string[],
) {
  const parsed = parseExpression(model.getValue(), variables, expected)
  const empty = model.getValue().trim() === ''
  const markers =
    parsed.ok || empty
      ? []
      : [
          {
            severity: monaco.MarkerSeverity.Error,
            message: parsed.fault.message,
            ...toPlace(model, parsed.fault.range),
          },
        ]
  monaco.editor.setModelMarkers(model, expressionLanguage, markers)
}

function toPlace(model: monaco.editor.ITextModel, [from, to]: readonly [number, number]) {
  const start = model.getPositionAt(from)
  const end = model.getPositionAt(Math.max(to, from + 1))
  return {
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  }
}
