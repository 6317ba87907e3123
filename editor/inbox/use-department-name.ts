import { useQuery } from '@tanstack/react-query'
import { departmentsQuery } from '../departments-query.ts'
import { toWords } from './contact-badges.tsx'

/** What the department is called; its id in words until that is known, '' for none. */
export function useDepartmentName(id: string | null): string {
  const { data } = useQuery(departmentsQuery)
  if (id === null) return ''
  return data?.departments.find((department) => department.id === id)?.name ?? toWords(id)
}
