import type { KeyLine } from '../ui/keys.ts'

const line = (group: string) => (keys: string, words: string) => ({ group, keys, words })
const moving = line('Moving about')
const drawing = line('Drawing')
const editing = line('Editing')
const view = line('View')
const anywhere = line('Anywhere')

/** Every key of the builder, once: the handlers ask it and the map shows it. */
export const builderKeys = {
  nearest: moving('← ↑ → ↓', 'The nearest node that way'),
  extend: moving('Shift ← ↑ → ↓', 'Select that node too; back lets go of it'),
  follow: moving('Tab', 'The next node along the path'),
  followBack: moving('Shift Tab', 'The node before'),
  open: moving('Enter', 'Into the settings'),
  leave: moving('Esc', 'Back to the canvas; select nothing'),
  panel: moving('F6', 'The next panel'),
  panelBack: moving('Shift F6', 'The panel before'),
  problem: moving('F8', 'The next problem'),
  problemBack: moving('Shift F8', 'The problem before'),

  add: drawing('/', 'Add a node here, connected where something is open'),
  link: drawing('O', 'Connect: the outcome, then the node. The canvas says how'),
  nudge: drawing('Alt ← ↑ → ↓', 'Move by 8 px'),
  nudgeFar: drawing('Alt Shift ← ↑ → ↓', 'Move by 64 px'),
  frame: drawing('Ctrl G', 'Put in a frame'),
  tidy: drawing('Ctrl Shift L', 'Tidy up the layout: all, or what is selected'),

  undo: editing('Ctrl Z', 'Undo'),
  redo: editing('Ctrl Shift Z', 'Redo'),
  copy: editing('Ctrl C', 'Copy, also to another flow or window'),
  cut: editing('Ctrl X', 'Cut'),
  paste: editing('Ctrl V', 'Paste'),
  duplicate: editing('Ctrl D', 'Duplicate'),
  all: editing('Ctrl A', 'Select all'),
  remove: editing('Del', 'Delete'),

  fit: view('Shift 1', 'Show all'),
  zoomIn: view('+', 'Zoom in'),
  zoomOut: view('−', 'Zoom out'),

  find: anywhere('Ctrl K', 'Find anything'),
  test: anywhere('Ctrl Enter', 'Test the draft, and back to the settings'),
  help: anywhere('?', 'This map'),
} satisfies Record<string, KeyLine>
