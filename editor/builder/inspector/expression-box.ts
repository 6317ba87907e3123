import type { Variable } from '../../../schema/flow.ts'
import { expressionLanguage, markFault, openScope } from './expression-language.ts'
import { monaco } from './monaco.ts'

export interface ExpressionBox {
  write(text: string): void
  focus(at: number): void
  close(): void
}

interface ExpressionBoxOptions {
  label: string
  text: string
  variables: () => readonly Variable[]
  expected: readonly string[] | undefined
  onChange: (text: string) => void
}

let opened = 0

/** A small code editor for one expression in `host`. Tab leaves it, as it leaves every field. */
export function openExpressionBox(host: HTMLElement, options: ExpressionBoxOptions): ExpressionBox {
  const { label, text, variables, expected, onChange } = options
  const uri = monaco.Uri.parse(`signpost://expression/${++opened}`)
  const forget = openScope(uri.toString(), variables)
  const model = monaco.editor.createModel(text, expressionLanguage, uri)
  const editor = monaco.editor.create(host, {
    model,
    // A text area, so that the keys of the page know that somebody is typing.
    editContext: false,
    automaticLayout: true,
    minimap: { enabled: false },
    fontSize: 12,
    lineNumbers: 'off',
    folding: false,
    glyphMargin: false,
    lineDecorationsWidth: 6,
    lineNumbersMinChars: 0,
    scrollBeyondLastLine: false,
    overviewRulerLanes: 0,
    renderLineHighlight: 'none',
    scrollbar: { vertical: 'hidden' },
    wordWrap: 'on',
    tabFocusMode: true,
    padding: { top: 5, bottom: 5 },
    ariaLabel: label,
    theme: getComputedStyle(host).colorScheme.includes('dark') ? 'vs-dark' : 'vs',
    fixedOverflowWidgets: true,
    wordBasedSuggestions: 'off',
    quickSuggestions: true,
  })
  markFault(model, variables(), expected)
  model.onDidChangeContent(() => {
    markFault(model, variables(), expected)
    onChange(model.getValue())
  })
  return {
    write: (next) => {
      if (next !== model.getValue()) model.setValue(next)
    },
    focus(at) {
      editor.focus()
      editor.setPosition(model.getPositionAt(at))
    },
    close() {
      forget()
      editor.dispose()
      model.dispose()
    },
  }
}
