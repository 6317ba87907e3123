import { useEffect, useState } from 'react'
import { flowsRoutes } from '../../schema/api/flows.ts'
import { call, wordsOf } from '../api.ts'
import { isPressed } from '../ui/keys.ts'
import { showToast } from '../ui/toast.tsx'
import { useBuilder, useBuilderState, useIssues } from './builder-context.tsx'
import { builderKeys } from './builder-keys.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import type { Autosave } from './store/autosave.ts'
import { failingTests, useTestsState } from './tests/tests-store.ts'
import { ImportDialog } from './topbar/import-dialog.tsx'
import { KeysDialog } from './topbar/keys-dialog.tsx'
import { TopBar } from './topbar/top-bar.tsx'
import { useCalledFlows } from './use-called-flows.ts'
import { useDocumentCommands } from './use-document-commands.tsx'
import { useCompare } from './versions/compare/compare-store.ts'
import { PublishDialog } from './versions/publish-dialog.tsx'
import { usePublishing } from './versions/use-publishing.ts'
import { VersionsDialog } from './versions/versions-dialog.tsx'

interface DocumentBarProps {
  flowId: string
  autosave: Autosave
  onProblems: () => void
}

/** The bar of an open flow and the dialogs that it opens: everything of the builder that speaks with the server. */
export function DocumentBar({ flowId, autosave, onProblems }: DocumentBarProps) {
  const [open, setOpen] = useState<'publish' | 'versions' | 'import' | 'keys'>()
  const issues = useIssues()
  const tests = useBuilderState((state) => state.history.present.tests)
  const failing = failingTests({ run: useTestsState((state) => state.run) }, { tests })
  const { store } = useBuilder()
  const offered = useBuilderState((state) => state.offered)
  const save = useBuilderState((state) => state.save)
  const publishing = usePublishing(flowId, autosave)
  const compare = useCompare()
  useCalledFlows()
  useHelpKey(() => setOpen('keys'))
  useDocumentCommands({
    publish: () => setOpen('publish'),
    versions: () => setOpen('versions'),
    export: () => void exportFlow(flowId, autosave),
    import: () => setOpen('import'),
    keys: () => setOpen('keys'),
    problems: onProblems,
  })
  const close = () => {
    setOpen(undefined)
    store.getState().offer(undefined)
    publishing.publish.reset()
    publishing.rollBack.reset()
  }

  return (
    <>
      <TopBar
        changeCount={publishing.changeCount}
        onProblems={onProblems}
        onPublish={() => setOpen('publish')}
        onVersions={() => setOpen('versions')}
        onExport={() => void exportFlow(flowId, autosave)}
        onImport={() => setOpen('import')}
        onKeys={() => setOpen('keys')}
      />
      <PublishDialog
        key={open === 'publish' ? 'open' : 'shut'}
        open={open === 'publish'}
        onClose={close}
        onShowProblems={() => {
          close()
          onProblems()
        }}
        onPublish={(reason) => publishing.publish.mutate(reason, { onSuccess: close })}
        issues={issues}
        failing={failing.map(({ name }) => name)}
        live={publishing.live}
        next={publishing.next}
        changes={publishing.changes}
        running={publishing.running}
        busy={publishing.publish.isPending}
        failure={failureOf(publishing.publish.error)}
      />
      <VersionsDialog
        key={open === 'versions' ? 'versions' : 'no versions'}
        open={open === 'versions'}
        onClose={close}
        versions={publishing.versions}
        onRollBack={(version, reason) => publishing.rollBack.mutate({ version, reason }, { onSuccess: close })}
        onCompare={(version) => {
          close()
          compare.getState().open(version, 'draft')
        }}
        onConsider={publishing.consider}
        changes={publishing.wouldChange}
        busy={publishing.rollBack.isPending}
        failure={failureOf(publishing.rollBack.error)}
      />
      <ImportDialog
        key={offered ?? open}
        open={open === 'import' || offered !== undefined}
        first={offered}
        onClose={close}
      />
      <KeysDialog open={open === 'keys'} onClose={close} />
      {save.kind === 'conflict' && (
        <ConflictDialog
          key={save.theirs.revision}
          theirs={save.theirs}
          conflicts={save.conflicts}
          onResolve={(choices) => void autosave.resolve(choices)}
        />
      )}
    </>
  )
}

function failureOf(error: Error | null): string | undefined {
  return error === null ? undefined : wordsOf(error)
}

/** The saved draft as a file. */
async function exportFlow(flowId: string, autosave: Autosave) {
  try {
    await autosave.flush()
    const { document: text } = await call(flowsRoutes.export, { params: { id: flowId } })
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
    const link = document.createElement('a')
    link.href = address
    link.download = `${flowId}.json`
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 1_000)
  } catch (error) {
    showToast(`Not exported. ${wordsOf(error)}`, { tone: 'fault' })
  }
}

/** `?` lists the keys, while nothing is being typed. */
function useHelpKey(show: () => void) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, [contenteditable]')
      if (!isPressed(event, builderKeys.help) || typing || event.defaultPrevented) return
      event.preventDefault()
      show()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  })
}
