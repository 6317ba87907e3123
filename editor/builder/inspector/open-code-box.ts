import type { Stretch } from './json-place.ts'

/** A code editor on the page. */
export interface CodeBox {
  text(): string
  write(text: string): void
  onChange(then: (text: string) => void): void
  /** Marks what is wrong at its place, with the words that show when the pointer is on it. */
  mark(faults: readonly Marked[]): void
  /** Goes to a place, and puts the cursor there. */
  show(at: Stretch): void
  /** Sets line breaks and indents in order. */
  format(): void
  close(): void
}

/** Something that is wrong with a stretch of the text. */
export interface Marked {
  at: Stretch
  words: string
  grave: boolean
}

interface CodeBoxOptions {
  id: string
  schema: object
  text: string
  /** Names that can stand in texts and expressions. */
  variables: () => readonly string[]
  /** False when the place is gone by the time the editor has loaded. */
  wanted: () => boolean
}

let opened = 0

/** Opens a JSON editor in `host`, with completion and checks from `schema`. It is loaded when it is first needed. */
export async function openCodeBox(
  host: HTMLElement | null,
  { id, schema, text, variables, wanted }: CodeBoxOptions,
): Promise<CodeBox | undefined> {
  if (!host) return undefined
  const { monaco, jsonDefaults } = await import('./monaco.ts')
  if (!wanted()) return undefined
  const mount = host.appendChild(document.createElement('div'))
  mount.style.height = '100%'
  const uri = monaco.Uri.parse(`signpost://node/${id}/${++opened}.json`)
  jsonDefaults.setDiagnosticsOptions({
    validate: true,
    schemaValidation: 'error',
    enableSchemaRequest: false,
    schemas: [{ uri: `signpost://schema/${id}.json`, fileMatch: [uri.toString()], schema }],
  })
  const model = monaco.editor.createModel(text, 'json', uri)
  const names = monaco.languages.registerCompletionItemProvider('json', {
    triggerCharacters: ['{', ' '],
    provideCompletionItems(asked, position) {
      const before = asked.getLineContent(position.lineNumber).slice(0, position.column - 1)
      if (asked !== model || !/\{\{\s*\w*$/.test(before)) return { suggestions: [] }
      const { startColumn, endColumn } = asked.getWordUntilPosition(position)
      const range = new monaco.Range(position.lineNumber, startColumn, position.lineNumber, endColumn)
      const kind = monaco.languages.CompletionItemKind.Variable
      return { suggestions: variables().map((name) => ({ label: name, kind, insertText: name, range })) }
    },
  })
  model.updateOptions({ tabSize: 2 })
  const editor = monaco.editor.create(mount, {
    model,
    // A text area, so that the keys of the page know that somebody is typing.
    editContext: false,
    automaticLayout: true,
    minimap: { enabled: false },
    fontSize: 12,
    lineNumbers: 'off',
    folding: true,
    glyphMargin: false,
    lineDecorationsWidth: 4,
    scrollBeyondLastLine: false,
    wordWrap: 'on',
    tabFocusMode: true,
    ariaLabel: 'Settings as JSON',
    theme: isDark(host) ? 'vs-dark' : 'vs',
    fixedOverflowWidgets: true,
  })
  const rangeOf = ({ from, to }: Stretch) =>
    monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to))
  return {
    text: () => model.getValue(),
    write: (next) => model.setValue(next),
    mark(faults) {
      const { Error: grave, Warning: slight } = monaco.MarkerSeverity
      monaco.editor.setModelMarkers(
        model,
        'signpost',
        faults.map((fault) => ({
          ...rangeOf(fault.at),
          message: fault.words,
          severity: fault.grave ? grave : slight,
        })),
      )
    },
    show(at) {
      const range = rangeOf(at)
      editor.setSelection(range)
      editor.revealRangeInCenter(range)
      editor.focus()
    },
    format: () => void editor.getAction('editor.action.formatDocument')?.run(),
    onChange: (then) => void model.onDidChangeContent(() => then(model.getValue())),
    close() {
      names.dispose()
      editor.dispose()
      model.dispose()
      mount.remove()
    },
  }
}

function isDark(host: HTMLElement): boolean {
  return getComputedStyle(host).colorScheme.includes('dark')
}
