import { useQuery } from '@tanstack/react-query'
import { colleaguesQuery } from '../inbox-queries.ts'
import { useSession } from '../session.ts'

/** Whether the person supervises a department; without one, whether they supervise any. */
export function useSupervises(department: string | null): boolean {
  const { user } = useSession()
  const { data } = useQuery(colleaguesQuery)
  const places = data?.colleagues.find(({ id }) => id === user.id)?.departments ?? []
  return places.some((place) => place.role === 'supervisor' && (department === null || place.department === department))
}
