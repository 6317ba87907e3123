import { existsSync, readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { findModelFault } from './find-model-fault.ts'

export interface FoundModel {
  name: string
  folder: string
}

/** The models in a folder that has one folder for each, by name; or the folder itself, where it is that of a model. */
export function findModels(folder: string): FoundModel[] {
  if (!existsSync(folder)) return []
  const path = resolve(folder)
  if (findModelFault(path) === undefined) return [{ name: basename(path), folder: path }]
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, folder: join(path, name) }))
    .filter((model) => findModelFault(model.folder) === undefined)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
