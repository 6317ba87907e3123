/**
 * Where the code of a worker lies: beside whoever starts it while the sources run, in the folder of the server when it is
 * built (`vite.config.ts` builds each worker under its own name).
 */
export function workerFile(from: string, name: string): URL {
  if (from.endsWith('.ts')) return new URL(`./${name}.ts`, from)
  const folder = from.slice(0, from.lastIndexOf('/'))
  return new URL(`${folder.endsWith('/assets') ? '../' : './'}${name}.js`, from)
}
