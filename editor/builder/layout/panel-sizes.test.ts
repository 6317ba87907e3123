import { expect, it } from 'vitest'
import { keepPanelSizes, readPanelSizes } from './panel-sizes.ts'

function memory(first?: string): Storage {
  const kept = new Map(first === undefined ? [] : [['signpost.builder.panels', first]])
  return {
    length: 0,
    clear: () => kept.clear(),
    key: () => null,
    removeItem: (name) => void kept.delete(name),
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
  }
}

it('gives panels the sizes that were chosen on this device', () => {
  const storage = memory()
  keepPanelSizes({ palette: 200, inspector: 400, dock: 300 }, storage)
  expect(readPanelSizes(storage)).toEqual({ palette: 200, inspector: 400, dock: 300 })
})

it('never takes a size that hides a panel or the canvas, nor words that are no sizes', () => {
  expect(readPanelSizes(memory('{"palette":3,"inspector":9000}'))).toEqual({ palette: 128, inspector: 640, dock: 212 })
  expect(readPanelSizes(memory('not json'))).toEqual({ palette: 160, inspector: 300, dock: 212 })
})
