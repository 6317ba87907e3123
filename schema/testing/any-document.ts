import fc from 'fast-check'

/** Words as people and other programs write them: Welsh, other scripts, emoji, controls, halves of surrogate pairs. */
export const oddText = fc.oneof(
  fc.constantFrom(
    'Ŵyna’r tŷ ym Mhen-y-bont ar Ogwr: ŵ ŷ â ê î ô û',
    'Ble digwyddodd hyn?',
    '日本語 العربية हिन्दी',
    '👮‍♀️👩‍👩‍👧‍👦',
    'e\u0301 vs \u00e9',
    '\u202Eright to left\u202C',
    '\u0000\u0007\u001b[31m',
    '\ud83d',
    '\udc00lone',
    '\u2028\u2029\ufeff',
    '"quoted" \\ back',
    '</script><!--',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
)
const unsafe = new Set(['__proto__', 'constructor', 'prototype'])
const key = fc
  .oneof(
    oddText,
    fc.constantFrom('0', '7', '10', '-1', '1.5', 'toString', 'hasOwnProperty', 'x-colour', 'data', 'id'),
    fc.stringMatching(/^[a-z]{1,6}$/),
  )
  .filter((name) => !unsafe.has(name))

/** Any JSON that a flow may carry: no number that JSON cannot write again, no name that reaches a prototype. */
export const anyJson = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
    fc.integer(),
    oddText,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
})).value

const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,8}$/)
/** Fields that no version of Signpost knows. */
const unknown = fc.dictionary(
  fc.oneof(fc.stringMatching(/^x-[a-z]{1,5}$/), fc.constantFrom('0', '12', 'colour', 'ŵyn')),
  anyJson,
  { maxKeys: 3 },
)
const mixed = (known: fc.Arbitrary<object>) => fc.tuple(known, unknown).map(([a, b]) => ({ ...b, ...a }))
const locale = fc.constantFrom('en-GB', 'cy-GB', 'pl', 'ur-PK')
const text = fc.oneof(oddText, fc.dictionary(locale, oddText, { maxKeys: 2 }))

const input = fc.oneof(
  fc.record({ kind: fc.constant('text'), text: oddText.filter((words) => words !== '') }),
  fc.record({ kind: fc.constant('choices'), values: fc.array(oddText, { maxLength: 3 }) }),
  fc.record({
    kind: fc.constant('fields'),
    values: fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), oddText, { maxKeys: 3 }),
  }),
  fc.record({ kind: fc.constant('skip') }),
)

/** Documents of the current format with everything in them that a flow may hold and this version need not know. */
export const anyDocument = mixed(
  fc.record(
    {
      format: fc.constant('signpost.flow/1'),
      id,
      name: oddText.filter((words) => words !== ''),
      description: oddText,
      locales: fc.uniqueArray(locale, { minLength: 1, maxLength: 3 }),
      variables: fc.array(
        mixed(
          fc.record(
            {
              name: fc.stringMatching(/^[a-z][a-z0-9_]{0,6}$/),
              type: fc.constantFrom('text', 'number', 'choices', 'place'),
              label: text,
              personal: fc.boolean(),
            },
            { requiredKeys: ['name', 'type'] },
          ),
        ),
        { maxLength: 3 },
      ),
      nodes: fc.array(
        mixed(
          fc.record({
            id,
            type: fc.oneof(
              fc.constantFrom('message', 'question', 'hologram', 'toString'),
              fc.stringMatching(/^[a-z-]{1,9}$/),
            ),
            version: fc.integer({ min: 1, max: 9 }),
            position: mixed(fc.record({ x: fc.integer(), y: fc.integer() })),
            data: fc.dictionary(key, anyJson, { maxKeys: 4 }),
          }),
        ),
        { maxLength: 4 },
      ),
      edges: fc.array(
        mixed(
          fc.record({ id, source: id, sourceHandle: fc.constantFrom('next', 'else', 'lost_property'), target: id }),
        ),
        { maxLength: 4 },
      ),
      tests: fc.array(
        mixed(
          fc.record({
            id,
            name: oddText,
            steps: fc.array(
              mixed(fc.record({ input: mixed(input), expect: mixed(fc.record({ closed: fc.boolean() })) })),
              {
                maxLength: 2,
              },
            ),
          }),
        ),
        { maxLength: 2 },
      ),
      notes: fc.array(mixed(fc.record({ id, text: oddText })), { maxLength: 2 }),
    },
    { requiredKeys: ['format', 'id', 'name', 'locales', 'variables', 'nodes', 'edges', 'tests', 'notes'] },
  ),
)
