import { beforeEach, expect, it } from 'vitest'
import { clearTiles, closeTile, placeOwn, showTile, useTiles } from './use-tiles.ts'

const places = () => useTiles.getState().places
const own = (...ids: string[]) => placeOwn(ids, new Set(['a', 'b', 'c', 'd', 'e']))
beforeEach(clearTiles)

it('keeps every contact where it is when another ends, and fills the gap first', () => {
  own('a', 'b', 'c')
  own('a', 'c')
  expect(places()).toEqual(['a', '', 'c'])
  own('a', 'c', 'd')
  expect(places()).toEqual(['a', 'd', 'c'])
})

it('looks at one contact in one place, and keeps the place when it is picked up', () => {
  own('a')
  showTile('b')
  showTile('c')
  expect(places()).toEqual(['a', 'c'])
  own('a', 'c')
  expect([places(), useTiles.getState().looked.size]).toEqual([['a', 'c'], 0])
})

it('moves to a tile that is there, and back when the active one goes', () => {
  own('a', 'b')
  showTile('b')
  expect([places(), useTiles.getState().active]).toEqual([['a', 'b'], 1])
  own('a')
  expect([places(), useTiles.getState().active]).toEqual([['a'], 0])
})

it('closes what was only looked at', () => {
  own('a')
  showTile('b')
  closeTile('b')
  expect(places()).toEqual(['a'])
})
