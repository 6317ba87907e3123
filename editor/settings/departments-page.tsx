import { useQuery } from '@tanstack/react-query'
import { Loaded } from '../loaded.tsx'
import { DepartmentsForm } from './departments-form.tsx'
import { departmentsQuery } from './settings-queries.ts'

/** Teams with their hours and words. */
export function DepartmentsPage() {
  const departments = useQuery({ ...departmentsQuery, refetchOnWindowFocus: false })
  return (
    <Loaded query={departments} what="departments">
      {(data) => <DepartmentsForm saved={data.departments} />}
    </Loaded>
  )
}
