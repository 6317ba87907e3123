import { peopleRoutes } from '../../schema/api/people.ts'
import type { Role } from '../../schema/roles.ts'
import type { StaffClient } from './staff-client.ts'

/**
 * Invites somebody to work in these departments, where that is what their role does, and lets them in. Gives the cookie of
 * their session. `from` is the address that they come from, for a server behind a proxy: so many from one address would be refused.
 */
export async function addColleague(
  url: string,
  admin: StaffClient,
  name: string,
  role: Role,
  work: readonly string[],
  from = '127.0.0.1',
): Promise<string> {
  const works = role === 'operator' || role === 'supervisor'
  const { link } = peopleRoutes.invite.response.parse(
    await admin.call('POST', '/api/people/invitations', {
      name,
      email: `${name.toLowerCase()}@northmoor.police.example`,
      roles: [role],
      memberships: works ? work.map((department) => ({ department, role, limit: null })) : [],
    }),
  )
  const answer = await fetch(`${url}/api/links/use`, {
    method: 'POST',
    headers: { 'x-signpost': '1', origin: url, 'content-type': 'application/json', 'x-forwarded-for': from },
    body: JSON.stringify({ token: link.path.split('#').at(-1), password: 'a long enough pass phrase' }),
  })
  const [cookie = ''] = (answer.headers.getSetCookie()[0] ?? '').split(';')
  if (cookie === '') throw new Error(`${name} could not come in: ${answer.status} ${await answer.text()}`)
  return cookie
}
