import 'monaco-editor/features/diffEditor/register'
import 'monaco-editor/features/documentSymbols/register'
import { monaco } from '../../inspector/monaco.ts'

let opened = 0

/** Opens Monaco's diff of two texts in `host`; gives back how to close it. */
export function openTextDiff(host: HTMLElement, before: string, after: string): () => void {
  const number = ++opened
  const model = (text: string, side: string) =>
    monaco.editor.createModel(text, 'json', monaco.Uri.parse(`signpost://compare/${number}/${side}.json`))
  const original = model(before, 'before')
  const modified = model(after, 'after')
  const editor = monaco.editor.createDiffEditor(host, {
    automaticLayout: true,
    readOnly: true,
    originalEditable: false,
    fontSize: 12,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    hideUnchangedRegions: { enabled: true },
    renderSideBySideInlineBreakpoint: 700,
    theme: getComputedStyle(host).colorScheme.includes('dark') ? 'vs-dark' : 'vs',
    originalAriaLabel: 'The older text',
    modifiedAriaLabel: 'The newer text',
  })
  editor.setModel({ original, modified })
  return () => {
    editor.dispose()
    original.dispose()
    modified.dispose()
  }
}
