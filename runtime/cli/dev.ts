import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build, createServer } from 'vite'

/**
 * `npm run dev`: the staff app from Vite with hot reload (port 5173), and the server (port 8101) built again and
 * restarted at every change of its sources.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
const configFile = `${root}vite.config.ts`
let server: ChildProcess | undefined

for (const mode of ['widget-loader', 'widget-chat'])
  await build({ configFile, mode, logLevel: 'warn', build: { watch: {} } })

await build({
  configFile,
  mode: 'server',
  logLevel: 'warn',
  build: { watch: {} },
  plugins: [{ name: 'restart', closeBundle: restart }],
})
const editor = await createServer({ configFile, mode: 'editor' })
await editor.listen()
editor.printUrls()

function restart(): void {
  const before = server
  const start = () => {
    server = spawn(process.execPath, [`${root}dist/server/main.js`, 'serve'], { stdio: 'inherit' })
  }
  if (!before || before.exitCode !== null) {
    start()
    return
  }
  before.once('exit', start)
  before.kill('SIGTERM')
}

process.on('exit', () => server?.kill('SIGTERM'))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0))
