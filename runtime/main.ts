/** Nothing is imported before this check: an older Node would fail on an import, with words that help nobody. */
if (Number(process.versions.napi ?? 0) < 10) {
  console.error(`Signpost needs Node 22.19 or newer. This is Node ${process.versions.node}. See https://nodejs.org.`)
  process.exit(1)
}

const { runCommand } = await import('./cli/run-command.ts')
await runCommand(process.argv.slice(2))

export {}
