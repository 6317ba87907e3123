/** Who may import whom. Each rule says where the code belongs instead. */
const tests = '\\.(test|e2e|stories)\\.tsx?$|(^|/)testing/|^\\.storybook/'
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from: { pathNot: tests, ...from }, to })

module.exports = {
  forbidden: [
    rule(
      'no-circle',
      'Two files that need each other are one idea, or hide a third: give that its own file.',
      {},
      { circular: true },
    ),
    rule(
      'schema-alone',
      'The language knows nobody. What needs the server or a screen belongs there.',
      { path: '^schema/' },
      { path: '^(nodes|runtime|editor|widget|examples)/' },
    ),
    rule(
      'definition-pure',
      'A definition is read by browser and server alike: it may use schema/, its own folder and nodes/kit.',
      { path: '^nodes/[^/]+/definition\\.ts$' },
      { path: '^(runtime|editor|widget)/|^nodes/[^/]+/(runtime|editor)\\.tsx?$' },
    ),
    rule(
      'node-alone',
      'A node never imports another. What two of them share belongs in nodes/kit.',
      { path: '^nodes/(?!kit/)([^/]+)/' },
      { path: '^nodes/(?!kit/|$1/)[^/]+/' },
    ),
    rule(
      'node-performs-nothing',
      'A node returns an effect; the server performs it. Put the acting into runtime/effects.',
      { path: '^nodes/' },
      { path: '^(runtime|widget)/' },
    ),
    rule(
      'node-panel-by-props',
      'Panels get their controls from the inspector: nodes/kit declares what they may use.',
      { path: '^nodes/' },
      { path: '^editor/' },
    ),
    rule(
      'runtime-no-screens',
      'The server draws nothing: screens belong in editor/ and widget/.',
      { path: '^runtime/' },
      { path: '^(editor|widget)/|^nodes/([^/]+/editor\\.tsx|editors\\.ts)$' },
    ),
    rule(
      'editor-over-http',
      'The staff app speaks to the server through editor/api.ts only.',
      { path: '^editor/' },
      { path: '^(runtime|widget|examples)/|^nodes/([^/]+/runtime\\.ts|runtimes\\.ts)$' },
    ),
    rule(
      'screens-apart',
      'Screens share editor/ui and editor/api.ts. What two of them need belongs there.',
      { path: '^editor/(builder|flows|inbox|insights|knowledge|settings|account|explorer)/' },
      { path: '^editor/(builder|flows|inbox|insights|knowledge|settings|account|explorer)/', pathNot: '^editor/$1/' },
    ),
    rule(
      'widget-alone',
      'The public bundle holds nothing of the editor, the server or the nodes.',
      { path: '^widget/' },
      { path: '^(nodes|runtime|editor|examples)/' },
    ),
    rule(
      'one-way-out',
      'Only runtime/egress opens a socket outwards.',
      { path: '^(runtime|nodes|schema)/', pathNot: `^runtime/(egress|db)/|^runtime/bench/|${tests}` },
      { path: '^(undici|node:net|node:tls|node:dns|node:dgram|ws)$|^node_modules/(undici|ws)/' },
    ),
    rule(
      'no-tests-inside',
      'Code that runs does not lean on code that tests it.',
      { path: '^(schema|nodes|runtime|editor|widget)/' },
      { path: '\\.(test|e2e|stories)\\.tsx?$' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|storybook-static)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
}
