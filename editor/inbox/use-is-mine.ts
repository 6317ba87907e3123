import type { ContactSummary } from '../../schema/api/inbox.ts'
import { useSession } from '../session.ts'

/** Whether the contact is with the person who looks at it. */
export function useIsMine({ owner, status }: Pick<ContactSummary, 'owner' | 'status'>): boolean {
  return useSession().user.id === owner?.id && status === 'with-operator'
}
