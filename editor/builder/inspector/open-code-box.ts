/** A code editor on the page. */
export interface CodeBox {
  text(): string
  write(text: string): void
  onChange(then: (text: string) => void): void
  close(): void
}

interface CodeBoxOptions {
  id: string
  schema: object
  text: string
  /** False when the place is gone by the time the editor has loaded. */
  wanted: () => boolean
}

let opened = 0

/** Opens a JSON editor in `host`, with completion and checks from `schema`. It is loaded when it is first needed. */
export async function openCodeBox(
  host: HTMLElement | null,
  { id, schema, text, wanted }: CodeBoxOptions,
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
  model.updateOptions({ tabSize: 2 })
  const editor = monaco.editor.create(mount, {
    model,
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
  return {
    text: () => model.getValue(),
    write: (next) => model.setValue(next),
    onChange: (then) => void model.onDidChangeContent(() => then(model.getValue())),
    close() {
      editor.dispose()
      model.dispose()
      mount.remove()
    },
  }
}

function isDark(host: HTMLElement): boolean {
  return getComputedStyle(host).colorScheme.includes('dark')
}
