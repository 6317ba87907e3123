import { z } from 'zod'
import { defineRoutes } from './route.ts'

/** How far a person is with the tour of the inbox. `left`: it can be gone on with from `step`. */
export const TourState = z.object({ state: z.enum(['new', 'left', 'done']), step: z.int().min(0).max(100) })
export type TourState = z.infer<typeof TourState>

const atTheDesk = ['operator', 'supervisor'] as const

export const tourRoutes = defineRoutes({
  get: {
    id: 'tour.get',
    method: 'get',
    path: '/api/tour',
    summary: 'How far I am with the tour of the inbox',
    access: atTheDesk,
    operation: 'none',
    status: 200,
    response: TourState,
  },
  save: {
    id: 'tour.save',
    method: 'put',
    path: '/api/tour',
    summary: 'Remember how far I am with the tour of the inbox',
    access: atTheDesk,
    operation: 'none',
    body: TourState,
    status: 204,
  },
})
