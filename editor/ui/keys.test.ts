import { describe, expect, it } from 'vitest'
import { isPressed } from './keys.ts'

const line = (keys: string) => ({ keys, words: '', group: '' })
const press = (key: string, ...held: string[]) => ({
  key,
  code: /^\d$/.test(key) ? `Digit${key}` : key === '!' ? 'Digit1' : '',
  ctrlKey: held.includes('Ctrl'),
  metaKey: held.includes('Meta'),
  altKey: held.includes('Alt'),
  shiftKey: held.includes('Shift'),
})

describe('a key of the map is pressed', () => {
  it.each([
    ['Ctrl Z', press('z', 'Ctrl')],
    ['Ctrl Z', press('z', 'Meta')],
    ['Ctrl Shift Z', press('Z', 'Ctrl', 'Shift')],
    ['← ↑ → ↓', press('ArrowUp')],
    ['Alt ←', press('ArrowLeft', 'Alt')],
    ['Shift 1', press('!', 'Shift')],
    ['?', press('?', 'Shift')],
    ['+', press('=')],
    ['Del', press('Backspace')],
    ['F8', press('F8')],
  ])('%s', (keys, event) => {
    expect(isPressed(event, line(keys))).toBe(true)
  })
  it.each([
    ['Ctrl Z', press('z', 'Ctrl', 'Shift')],
    ['Ctrl Z', press('z')],
    ['O', press('o', 'Ctrl')],
    ['← ↑ → ↓', press('ArrowUp', 'Alt')],
    ['F8', press('F8', 'Shift')],
    ['Shift 1', press('1')],
  ])('%s, and not something like it', (keys, event) => {
    expect(isPressed(event, line(keys))).toBe(false)
  })
})
