const files = import.meta.glob<string>('./policing/*.txt', { eager: true, query: '?raw', import: 'default' })

/** What people write to a police force when they want one thing, by topic: `policing/<topic>.txt`, a message a line. */
export const policingTopics: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(files).flatMap(([path, text]) => {
    const topic = path.replace(/^.*\/(.+)\.txt$/, '$1')
    return topic === 'concepts' || topic === 'out_of_scope' ? [] : [[topic, toLines(text)] as const]
  }),
)

/** What people write here and mean for somebody else. */
export const strayMessages: readonly string[] = toLines(files['./policing/out_of_scope.txt'] ?? '')

/** The topic that an intent stands for, if its id says so. */
export function topicOf(intent: string): readonly string[] | undefined {
  return policingTopics.get(intent.replace(/-/g, '_'))
}

function toLines(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '')
}
