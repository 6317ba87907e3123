import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/** A text as a direction in the space of meanings; all zeros where nothing in it is known. */
export type Embed = (text: string) => Float32Array

/** A model that is whole, and of a kind that has no vector for a word by itself. */
export class NotStatic extends Error {}

/**
 * The sentence model of `folder` (in the layout of transformers.js) as a table: one vector for each piece of a word. That
 * is all a static model is, and looking up is fast enough to stand in a turn. Throws
 * `NotStatic` when the model is of another kind.
 */
export async function openStaticEmbedding(folder: string): Promise<Embed> {
  const { AutoModel, AutoTokenizer, env, Tensor } = await import('@xenova/transformers')
  const found = findModel(resolve(folder))
  env.allowRemoteModels = false
  env.localModelPath = dirname(found)
  const name = basename(found)
  const tokenizer = await AutoTokenizer.from_pretrained(name)
  const model = await AutoModel.from_pretrained(name, { dtype: 'q8' })
  const run = async (ids: readonly number[]): Promise<{ vectors: Float32Array; size: number }> => {
    const shape = [1, ids.length]
    const fill = (value: (n: number) => number) =>
      new Tensor(
        'int64',
        BigInt64Array.from(ids, (_, n) => BigInt(value(n))),
        shape,
      )
    const { last_hidden_state: out } = await model({
      input_ids: fill((n) => ids[n] ?? 0),
      attention_mask: fill(() => 1),
      token_type_ids: fill(() => 0),
    })
    return { vectors: Float32Array.from(out.data), size: out.dims[2] }
  }
  const { vectors: table, size } = await run([...tokenizer.get_vocab().values()].sort((a, b) => a - b))
  const [one, two] = [tokenizer.encode('police')[0] ?? 0, tokenizer.encode('station')[0] ?? 0]
  const { vectors: pair } = await run([two, one])
  const moved = table.slice(one * size, one * size + size).some((x, d) => Math.abs(x - (pair[size + d] ?? 0)) > 1e-3)
  if (moved) throw new NotStatic(`The model ${name} looks at words in their context: a static one is needed here.`)
  return (text) => {
    const sum = new Float32Array(size)
    for (const id of tokenizer.encode(text.slice(0, 4_000), { add_special_tokens: false }))
      for (let d = 0; d < size; d++) sum[d] = (sum[d] ?? 0) + (table[id * size + d] ?? 0)
    const length = Math.hypot(...sum)
    return length > 0 ? sum.map((x) => x / length) : sum
  }
}

/** `folder` itself when it holds a model, or the first model inside it: both are how such folders are handed out. */
function findModel(folder: string): string {
  const isModel = (path: string) => existsSync(join(path, 'config.json'))
  if (isModel(folder)) return folder
  const inside = existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .map((name) => join(folder, name))
    : []
  const found = inside.find(isModel)
  if (!found) throw new Error(`There is no model in ${folder}.`)
  return found
}
