import { fileURLToPath } from 'node:url'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { findChromium } from './runtime/testing/find-chromium.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
/** Classic elements: `h(type, props, ...children)` is shorter packed than the automatic runtime, and the widget counts bytes. */
const preact = {
  jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' },
  jsxInject: "import { h, Fragment } from 'preact'",
} as const

/** Programs for Node, each under its own name; packages stay where they are. */
const forNode = (folder: string, input: Record<string, string>) => ({
  build: {
    ssr: true,
    rolldownOptions: { input },
    outDir: at(folder),
    target: 'node22',
    emptyOutDir: true,
    copyPublicDir: false,
  },
  ssr: { external: true as const },
})

/** One file for every build: `vite build --mode editor | server | widget-loader | widget-chat`, and for the tests. */
export default defineConfig(({ mode }) => {
  switch (mode) {
    case 'server':
      return forNode('dist/server', {
        main: at('runtime/main.ts'),
        'document-reader': at('runtime/knowledge/ingest/document-reader.ts'),
        'model-worker': at('runtime/knowledge/meaning/model-worker.ts'),
        'safety-worker': at('runtime/safety/worker/safety-worker.ts'),
      })
    case 'bench':
      return forNode('dist/bench', {
        main: at('runtime/bench/main.ts'),
        'model-worker': at('runtime/knowledge/meaning/model-worker.ts'),
      })
    case 'widget-loader':
      return {
        publicDir: false,
        build: {
          outDir: at('dist/widget'),
          emptyOutDir: false,
          lib: {
            entry: at('widget/loader.ts'),
            formats: ['iife'],
            name: 'SignpostWidget',
            fileName: () => 'widget.js',
          },
        },
      }
    case 'widget-chat':
      return {
        publicDir: false,
        oxc: preact,
        build: {
          outDir: at('dist/widget'),
          emptyOutDir: false,
          cssCodeSplit: false,
          lib: {
            entry: at('widget/chat/main.tsx'),
            formats: ['iife'],
            name: 'SignpostChat',
            fileName: () => 'chat.js',
            cssFileName: 'chat',
          },
        },
        define: { 'process.env.NODE_ENV': '"production"' },
      }
    default:
      return {
        root: mode === 'test' ? at('.') : at('editor'),
        plugins: [react()],
        publicDir: at('editor/public'),
        build: { outDir: at('dist/editor'), emptyOutDir: true, chunkSizeWarningLimit: 4000 },
        server: { proxy: { '^/api/': 'http://localhost:8101', '^/widget': 'http://localhost:8101' } },
        test: {
          projects: [
            {
              extends: true,
              test: {
                name: 'unit',
                include: ['{schema,nodes,runtime,editor,widget,examples}/**/*.test.{ts,tsx}'],
                environment: 'node',
                // Much of it waits for disks, sockets and other processes: one worker would leave a core idle.
                maxWorkers: 2,
                testTimeout: 30_000,
                hookTimeout: 60_000,
              },
            },
            {
              extends: true,
              plugins: [storybookTest({ configDir: at('.storybook') })],
              test: {
                name: 'stories',
                browser: {
                  enabled: true,
                  headless: true,
                  provider: playwright({
                    launchOptions: {
                      executablePath: findChromium(),
                      args: ['--no-sandbox', '--disable-dev-shm-usage'],
                    },
                  }),
                  instances: [{ browser: 'chromium' }],
                },
              },
            },
            {
              extends: true,
              test: {
                name: 'e2e',
                include: ['examples/**/*.e2e.ts'],
                exclude: ['examples/durability/**'],
                environment: 'node',
                maxWorkers: 2,
                testTimeout: 120_000,
                hookTimeout: 120_000,
              },
            },
            {
              extends: true,
              test: {
                // What is killed has to be back within seconds: nothing else runs beside it.
                name: 'durability',
                include: ['examples/durability/**/*.e2e.ts'],
                environment: 'node',
                fileParallelism: false,
                testTimeout: 120_000,
                hookTimeout: 120_000,
              },
            },
          ],
        },
      }
  }
})
