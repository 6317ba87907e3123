import { createHash } from 'node:crypto'
import type { Verdict } from '../../schema/assessment.ts'
import type { LanguageModel } from '../../schema/knowledge.ts'
import type { ModelCaller } from '../knowledge/generate/create-model-caller.ts'
import { holdsForComments } from './holds-for-comments.ts'
import { createSharedWords } from './shared-words.ts'
import { readThemeNames, toThemesPrompt } from './themes-prompt.ts'

/** The comments of one theme, the most typical first. */
type Theme = readonly string[]

export interface Named {
  /** For each theme the name that was found so far. */
  names: (string | undefined)[]
  /** More are being asked for. */
  asking: boolean
}

/** Says at once what it knows; what it does not know yet is asked for meanwhile. */
export type ThemeNamer = (
  forceId: string,
  settings: LanguageModel,
  themes: readonly Theme[],
  /** All comments among which the themes were found. */
  all: readonly string[],
) => Named

interface Parts {
  now: () => number
  callModel: ModelCaller
  verdictOf(forceId: string, text: string): Verdict
}

const mostExamples = 6
const longestExample = 200
const mostKept = 1_000
/** No more calls an hour than this, whatever the settings allow for answers. */
const mostCalls = 60
/** After a failure nothing is asked for so long, in milliseconds: whoever looks at comments keeps looking. */
const rest = 300_000

/**
 * Lets the force's own language model name what comments speak of. A name is kept for as long as the theme has the same
 * comments, and only where it holds for them; none, where it does not. What goes out are words that several comments share
 * (`createSharedWords`), of comments that tell of no danger.
 */
export function createThemeNamer({ now, callModel, verdictOf }: Parts): ThemeNamer {
  const known = new Map<string, string | null>()
  const underWay = new Set<string>()
  const restsUntil = new Map<string, number>()

  return (forceId, settings, themes, all) => {
    const place = JSON.stringify([forceId, settings])
    const keyed = themes.map((theme) => ({ theme, key: toKey(place, theme) }))
    const open = keyed.filter(({ key }) => !known.has(key))
    if (open.length > 0 && !underWay.has(place) && now() >= (restsUntil.get(place) ?? 0)) {
      underWay.add(place)
      void ask(forceId, settings, open, all)
        .catch(() => false)
        .then((answered) => {
          underWay.delete(place)
          if (!answered) restsUntil.set(place, now() + rest)
        })
    }
    return {
      names: keyed.map(({ key }) => known.get(key) ?? undefined),
      asking: open.length > 0 && underWay.has(place),
    }
  }

  /** False where nothing came. */
  async function ask(
    forceId: string,
    settings: LanguageModel,
    open: readonly { theme: Theme; key: string }[],
    all: readonly string[],
  ): Promise<boolean> {
    const toShared = createSharedWords(all)
    const groups = open.map(({ theme }) =>
      theme
        .filter((comment) => verdictOf(forceId, comment) === 'none')
        .slice(0, mostExamples)
        .map((comment) => toShared(comment).slice(0, longestExample)),
    )
    const limited = { ...settings, perHour: Math.min(settings.perHour, mostCalls) }
    const text = await callModel(forceId, limited, toThemesPrompt(groups))
    if (text === undefined) return false
    const names = readThemeNames(text)
    for (const [index, { theme, key }] of open.entries()) {
      const name = names.get(index + 1)
      known.set(key, name !== undefined && holdsForComments(name, theme) ? name : null)
    }
    for (const key of known.keys()) if (known.size > mostKept) known.delete(key)
    return true
  }
}

function toKey(place: string, theme: Theme): string {
  return createHash('sha256')
    .update(JSON.stringify([place, theme]))
    .digest('base64url')
}
