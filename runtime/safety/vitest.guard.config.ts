import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/**
 * The tests of the guard and of the rules alone: for the coverage that `npm test` demands of the guard, and for the
 * mutations that `npm run mutate` makes. Nothing here opens the learned layer, so a run takes seconds.
 */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: [
      'runtime/safety/guard.test.ts',
      'runtime/safety/assess.test.ts',
      'runtime/safety/words-layer.test.ts',
      'runtime/safety/force/force-lists.test.ts',
      'schema/emergency-words/word-rules.test.ts',
      'schema/emergency-words/open-word-rules.test.ts',
    ],
    coverage: {
      provider: 'v8',
      include: [
        'runtime/safety/guard.ts',
        'runtime/safety/assess.ts',
        'runtime/safety/words-layer.ts',
        'runtime/safety/force/{force-layer,force-exceptions,find-phrases,detector-for-force}.ts',
      ],
      reporter: ['text'],
      reportsDirectory: 'dist/coverage',
      thresholds: {
        'runtime/safety/{guard,assess}.ts': { branches: 100, functions: 100, lines: 100, statements: 100 },
      },
    },
  },
})
