import { queryOptions } from '@tanstack/react-query'
import { repliesRoutes } from '../../schema/api/replies.ts'
import { call } from '../api.ts'

export const repliesQuery = queryOptions({ queryKey: ['canned-replies'], queryFn: () => call(repliesRoutes.list) })
