import { useQuery } from '@tanstack/react-query'
import { departmentsQuery } from '../departments-query.ts'
import { Loaded } from '../loaded.tsx'
import { DepartmentsForm } from './departments-form.tsx'

/** Teams with their hours and words. */
export function DepartmentsPage() {
  const departments = useQuery({ ...departmentsQuery, staleTime: 0, refetchOnWindowFocus: false })
  return (
    <Loaded query={departments} what="departments">
      {(data) => <DepartmentsForm saved={data.departments} />}
    </Loaded>
  )
}
