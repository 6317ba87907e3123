import { createContext } from 'react'
import type { ForceOptions } from '../../../nodes/kit/node-editor.ts'

/** Departments, connections, collections and flows of the force, for settings that name one. */
export const ForceContext = createContext<ForceOptions>({
  departments: [],
  connections: [],
  collections: [],
  flows: [],
})
