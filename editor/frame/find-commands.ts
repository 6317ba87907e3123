import type { Command } from '../ui/commands.ts'

/** Commands under one heading. */
export interface CommandGroup {
  name: string
  commands: Command[]
}

const mostOfGroup = 8
const mostAtRest = 6

/**
 * The commands that hold every one of `words`, in their groups: what begins with them first. The best group stands first.
 * Without words, the first few of each group.
 */
export function findCommands(commands: readonly Command[], words: string): CommandGroup[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const groups = new Map<string, { command: Command; rank: number }[]>()
  for (const command of commands) {
    const rank = rankOf(command, wanted)
    if (rank === undefined) continue
    groups.set(command.group, [...(groups.get(command.group) ?? []), { command, rank }])
  }
  const most = wanted.length === 0 ? mostAtRest : mostOfGroup
  return [...groups]
    .map(([name, ranked]) => ({ name, ranked: ranked.sort((a, b) => a.rank - b.rank).slice(0, most) }))
    .sort((a, b) => (a.ranked[0]?.rank ?? 0) - (b.ranked[0]?.rank ?? 0))
    .map(({ name, ranked }) => ({ name, commands: ranked.map(({ command }) => command) }))
}

/** 0 for a title that begins so, 1 for a word that does, 2 for words inside, 3 for words beside the title, 4 for what makes something. */
function rankOf({ title, detail, also, makes }: Command, wanted: readonly string[]): number | undefined {
  if (wanted.length === 0) return 0
  const small = title.toLowerCase()
  const all = `${small} ${detail ?? ''} ${also ?? ''}`.toLowerCase()
  if (!wanted.every((word) => all.includes(word))) return undefined
  const [first = ''] = wanted
  if (makes) return small.startsWith(first) ? 0 : 4
  if (small.startsWith(first)) return 0
  if (small.split(/[\s(“"]+/).some((word) => word.startsWith(first))) return 1
  return small.includes(first) ? 2 : 3
}
